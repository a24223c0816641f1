import type { ConflictKind } from '../../shared/model/conflict.ts';
import type { ItemPath } from '../../shared/model/item.ts';
import type { Reason } from '../../shared/model/reason.ts';
import type { Version } from './ports.ts';
import type { BaseEntry } from './state-ports.ts';

/** What stands here. Absent, present and unreadable are three different things. */
export type LocalSide =
  | { readonly state: 'absent' }
  | { readonly state: 'present'; readonly version: Version }
  | { readonly state: 'unreadable'; readonly reason: string };

/**
 * What GIIP holds as far as it was heard. `gone`: it had the item, and a full answer no longer names it.
 * `unusable`: it holds something that cannot be read, so nothing is known of it and nothing replaces it.
 */
export type RemoteSide =
  | { readonly state: 'absent' }
  | { readonly state: 'present'; readonly version: Version }
  | { readonly state: 'gone' }
  | { readonly state: 'unusable'; readonly reason: string };

export type Action =
  | 'none' // nothing to do
  | 'push' // local → GIIP
  | 'pull' // GIIP → local
  | 'adopt' // equal on both sides: only the base moves
  | 'merge' // both changed: join, or it becomes a conflict
  | 'conflict' // both sides stay exactly as they are
  | 'tombstone' // deleted here; remembered, shown, never undone
  | 'gone' // no longer on GIIP; kept here, shown
  | 'forget' // on neither side any more
  | 'skip' // cannot be read on one side: left alone in both directions
  | 'held'; // a brake (brakes.ts): waits until a person has looked

export interface Verdict {
  readonly path: ItemPath;
  readonly action: Action;
  readonly reason: Reason;
  /** Only for `conflict` and `merge` (what it becomes when it cannot be joined). */
  readonly kind?: ConflictKind;
  readonly base: BaseEntry | undefined;
  readonly local: LocalSide;
  readonly remote: RemoteSide;
}

type LocalChange = 'same' | 'changed' | 'new' | 'deleted' | 'absent';
type RemoteChange = 'same' | 'changed' | 'new' | 'gone' | 'absent';
type Cell = readonly [Action, Reason, ConflictKind?];

const CLASH: Cell = ['conflict', { code: 'new-on-both-different' }, 'new/new'];
const DELETED: Cell = ['tombstone', { code: 'deleted-here' }];
const EDITED_AFTER_DELETE: Cell = ['conflict', { code: 'deleted-here-changed-on-giip' }, 'delete/edit'];
const SAME: Cell = ['none', { code: 'same' }];
const FORGET: Cell = ['forget', { code: 'same' }];

/**
 * The table of design.md: this computer against the base (rows) × GIIP against the base (columns).
 * Equal texts on both sides never get here: they are adopted first.
 */
const TABLE: Readonly<Record<LocalChange, Readonly<Record<RemoteChange, Cell>>>> = {
  same: {
    same: SAME,
    changed: ['pull', { code: 'changed-on-giip' }],
    new: ['pull', { code: 'changed-on-giip' }],
    gone: ['gone', { code: 'gone-on-giip' }],
    absent: SAME,
  },
  changed: {
    same: ['push', { code: 'changed-here' }],
    changed: ['merge', { code: 'changed-on-both-merged' }, 'edit/edit'],
    new: CLASH,
    gone: ['push', { code: 'changed-here-gone-on-giip' }],
    absent: ['push', { code: 'changed-here' }],
  },
  // A file that is new here where the base has GIIP's side: it was deleted here once and somebody made it again.
  new: {
    same: ['push', { code: 'new-here' }],
    changed: CLASH,
    new: CLASH,
    gone: ['push', { code: 'new-here' }],
    absent: ['push', { code: 'new-here' }],
  },
  deleted: {
    same: DELETED,
    changed: EDITED_AFTER_DELETE,
    new: EDITED_AFTER_DELETE,
    gone: FORGET,
    absent: FORGET,
  },
  // Nothing here, and the base agrees (a tombstone) or does not exist.
  absent: {
    same: DELETED,
    changed: EDITED_AFTER_DELETE,
    new: ['pull', { code: 'new-on-giip' }],
    gone: FORGET,
    absent: FORGET,
  },
};

function localChange(base: BaseEntry | undefined, local: LocalSide): LocalChange {
  const agreed = base?.local ?? null;
  if (local.state !== 'present') return agreed ? 'deleted' : 'absent';
  if (!agreed) return 'new';
  return agreed.meaning === local.version.meaning ? 'same' : 'changed';
}

function remoteChange(base: BaseEntry | undefined, remote: RemoteSide): RemoteChange {
  const agreed = base?.remote ?? null;
  if (remote.state !== 'present') return remote.state === 'gone' && agreed ? 'gone' : 'absent';
  if (!agreed) return 'new';
  return agreed.meaning === remote.version.meaning ? 'same' : 'changed';
}

/** The verdict for one item. Pure: the same three sides always get the same answer, with its reason. */
export function compareItem(
  path: ItemPath,
  base: BaseEntry | undefined,
  local: LocalSide,
  remote: RemoteSide,
): Verdict {
  const verdict = (action: Action, reason: Reason, kind?: ConflictKind): Verdict =>
    kind
      ? { path, action, reason, kind, base, local, remote }
      : { path, action, reason, base, local, remote };
  if (local.state === 'unreadable') return verdict('skip', { code: 'unreadable-here', detail: local.reason });
  if (remote.state === 'unusable')
    return verdict('skip', { code: 'unusable-on-giip', detail: remote.reason });
  const [mine, theirs] = [localChange(base, local), remoteChange(base, remote)];
  const isEqual =
    local.state === 'present' &&
    remote.state === 'present' &&
    local.version.meaning === remote.version.meaning;
  if (isEqual && !(mine === 'same' && theirs === 'same'))
    return verdict('adopt', { code: 'equal-on-both-sides' });
  return verdict(...TABLE[mine][theirs]);
}
