import type { Activity, ActivityKind } from '../../shared/model/change.ts';
import type { RunKind, SyncRun } from '../../shared/model/history.ts';
import type { ItemPath } from '../../shared/model/item.ts';
import type { Reason } from '../../shared/model/reason.ts';
import type { Outcome } from '../../shared/model/sync-report.ts';

/** What something was decided on, as content ids; null where there was no text. */
export interface EvidenceIds {
  readonly base: string | null;
  readonly local: string | null;
  readonly remote: string | null;
}

/**
 * One item whose text a run replaced, as content ids. `before` is what undoing puts back: what stood here, or GIIP's
 * text where a person decided against it. Null: nothing stood there.
 */
export interface Replacement {
  readonly path: ItemPath;
  readonly before: string | null;
  readonly after: string | null;
}

/** One file of the folder as it was after a run. */
export interface FileAtRun {
  readonly path: ItemPath;
  readonly id: string;
  /** GIIP's form of the same text: it was stored even where the file to the letter never was. */
  readonly twin: string | null;
}

/** The time line: runs, what each replaced, and the folder after each. One run is at work at a time. */
export interface Runs {
  /** From here to `end` or `leave` everything noted belongs to one run. False: one is at work already. */
  begin(kind: RunKind): boolean;
  /** The run at work, whether anything was noted in it or not. */
  current(): number | null;
  /** Counts one entry in the run at work, which is kept from then on. Answers its id, null when none is at work. */
  note(kind: ActivityKind, time: number): number | null;
  /** The run at work put `after` in the place of `before`. The first `before` of a path stays. Nothing when none is at work. */
  noteReplaced(replacement: Replacement, time: number): void;
  /** Ends the run at work with the folder as it is agreed now. Null: nothing was noted, so nothing is kept. */
  end(time: number, outcome: Outcome | null): number | null;
  /** Ends it after a failure: what was noted stands, without an end. */
  leave(): void;
  get(run: number): SyncRun | undefined;
  /** Newest first; only those before the id, null for all. */
  list(before: number | null, limit: number): readonly SyncRun[];
  /** The newest run that replaced a text which is still kept. */
  lastUndoable(): SyncRun | undefined;
  /** Sorted by path. */
  replaced(run: number): readonly Replacement[];
  /** Every file that stood in the folder after the run, as far as both sides had agreed on it, sorted by path. */
  folderAt(run: number): readonly FileAtRun[];
}

export interface ActivityLog {
  add(entry: {
    time: number;
    kind: ActivityKind;
    path: ItemPath | null;
    reason: Reason | null;
    code?: string;
    run?: number | null;
    evidence?: EvidenceIds;
  }): void;
  /** Newest first. */
  latest(limit: number): readonly Activity[];
  /** What one run did, in the order in which it was done. */
  ofRun(run: number): readonly Activity[];
  get(id: number): { readonly entry: Activity; readonly evidence: EvidenceIds | null } | undefined;
}
