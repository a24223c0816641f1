import type { FileSystem } from './file-system.ts';
import type { SharedFlush } from './shared-flush.ts';
import type { IsShownAt } from './shown-place.ts';
import type { TimeSlice } from './time-slice.ts';

/** Where a workspace is and what it is reached through: handed to every part of the adapter. */
export interface WorkspacePlace {
  readonly files: FileSystem;
  /** Absolute, without a slash at the end. */
  readonly root: string;
  /** The folder of our own directly in the root, for staged files and the lock. */
  readonly stagingName: string;
  readonly platform: NodeJS.Platform;
  readonly now: () => number;
  readonly slice: TimeSlice;
  readonly isShownAt: IsShownAt;
  /** What one file is read into; only for as long as nothing is waited for. */
  readonly scratch: Buffer;
  /** Lets another program finish what it is doing with a file. */
  readonly pause: (ms: number) => Promise<unknown>;
  /** A name for the files of one write that no other write has: 16 digits in hex. */
  readonly newId: () => string;
  /** Many writes into one folder need one flush of it between them. */
  readonly sharedFlush: SharedFlush;
  /** Folders that some write has made and whose names may not be on the disk yet: whoever writes below them flushes those. */
  readonly freshFolders: Set<string>;
}

/** The folder of ours in every workspace; the name rules refuse it for items. */
export const STAGING_NAME = '.openclaw-sync';
