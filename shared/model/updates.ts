/** Why this computer gets no updates from the feed. */
export type UpdatesOff =
  /** The machine's policy says no. */
  | 'managed'
  /** The person said no. */
  | 'switchedOff'
  /** A package manager or another installer of the administrator's put the program there, and brings its updates. */
  | 'package'
  /** The build names no feed and no key, or nothing that could be checked: nobody could tell its updates from anybody else's. */
  | 'unsigned'
  /** The program lies where this person cannot write. */
  | 'place';

/** What the last look failed with. */
export type UpdateProblem =
  | 'unreachable'
  /** The signature or the feed's own rules say no. */
  | 'untrusted'
  /** What came is not what the signed feed describes. */
  | 'damaged'
  | 'notInstalled';

/** What is known about newer versions of this program. */
export interface UpdateStatus {
  /** The one that runs. */
  readonly version: string;
  readonly off: UpdatesOff | null;
  /** Epoch milliseconds of the last answer of the feed since the start, or null. */
  readonly lookedAt: number | null;
  readonly stage: 'idle' | 'looking' | 'downloading' | 'ready';
  /** The version that is being downloaded or is ready. */
  readonly next: string | null;
  readonly problem: UpdateProblem | null;
}

/** What "Restart to update" led to. */
export type UpdateRestart = 'restarting' | 'notReady' | 'conflictOpen';
