import type { AppSnapshot } from '../../shared/model/app-snapshot.ts';
import type { ItemPath } from '../../shared/model/item.ts';
import type { NoticeKind } from '../../shared/model/notice.ts';
import type { ErrorCode } from '../../shared/model/sync-error.ts';

/** One thing that a person should hear about once. */
export interface Matter {
  readonly kind: Exclude<NoticeKind, 'well'>;
  /** The same for as long as it is the same matter, over restarts too. */
  readonly key: string;
  readonly path: ItemPath | null;
  readonly amount: number;
}

export interface Matters {
  readonly list: readonly Matter[];
  /** The folder has been looked at: what is not in the list is over, not unknown. */
  readonly isComplete: boolean;
  readonly isWell: boolean;
}

const DAY_MS = 24 * 60 * 60_000;
/** A computer that wakes after a weekend fails once or twice before its network is there. */
const STALE_FAILURES = 3;
/** More are one decision: a mass change. */
const MOST_HELD = 20;

/** Only a person can end these. A locked keyring opens by itself. */
const TOKEN_ERRORS: readonly (ErrorCode | undefined)[] = [
  'token-refused',
  'token-missing',
  'token-undecryptable',
  'token-other-origin',
];

/** What in this snapshot a person may have to hear about. */
export function mattersOf(snapshot: AppSnapshot, now: number): Matters {
  const list = [...token(snapshot), ...held(snapshot), ...conflicts(snapshot), ...stale(snapshot, now)];
  const isComplete = snapshot.looked;
  return { list, isComplete, isWell: isComplete && snapshot.state === 'inStep' && list.length === 0 };
}

function token({ error }: AppSnapshot): readonly Matter[] {
  return TOKEN_ERRORS.includes(error?.code) ? [{ kind: 'token', key: 'token', path: null, amount: 1 }] : [];
}

function held({ held: items }: AppSnapshot): readonly Matter[] {
  if (items.length > MOST_HELD) return [{ kind: 'held', key: 'held-many', path: null, amount: items.length }];
  return items.map(({ path }) => ({ kind: 'held', key: `held ${path}`, path, amount: 1 }));
}

function conflicts({ conflicts: found }: AppSnapshot): readonly Matter[] {
  return found.map(({ path, since }) => ({
    kind: 'conflict',
    key: `conflict ${since} ${path}`,
    path,
    amount: 1,
  }));
}

/** While somebody has paused it on purpose, nothing is late. */
function stale(snapshot: AppSnapshot, now: number): readonly Matter[] {
  const { lastSuccess, paused, failures } = snapshot;
  const isLate = lastSuccess !== null && now - lastSuccess >= DAY_MS;
  if (!isLate || paused || failures < STALE_FAILURES) return [];
  return [{ kind: 'stale', key: `stale ${lastSuccess}`, path: null, amount: 1 }];
}
