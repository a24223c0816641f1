/** The two parts that GIIP keeps apart: each has its own hash and its own list in every call. */
export type Section = 'config' | 'doc';

/** Both sections, in the order in which they are worked through and shown. */
export const SECTIONS: readonly Section[] = ['config', 'doc'];

/** A path relative to the workspace with `/`: `configs/<name>.json` or `docs/…`. */
export type ItemPath = string;

/** The section that a workspace path belongs to. */
export function sectionOf(path: ItemPath): Section {
  return path.startsWith('configs/') ? 'config' : 'doc';
}

/** An item that cannot be synced, with the sentence that says why; it stops nothing else. */
export interface Rejected {
  readonly path: string;
  readonly reason: string;
  /** A person keeps it on this computer for its secrets, and can take that back. */
  readonly kept?: true;
}
