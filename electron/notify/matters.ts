import type { AppSnapshot } from '../../shared/model/app-snapshot.ts';
import type { ItemPath } from '../../shared/model/item.ts';
import type { NoticeKind } from '../../shared/model/notice.ts';
import { FIRST_ID } from '../../shared/model/stored-connection.ts';
import type { ErrorCode } from '../../shared/model/sync-error.ts';

/** One thing that a person should hear about once. */
export interface Matter {
  readonly kind: Exclude<NoticeKind, 'well'>;
  /** The id of the connection that it is about. */
  readonly connection: string;
  /** The same for as long as it is the same matter, over restarts too. */
  readonly key: string;
  readonly path: ItemPath | null;
  readonly amount: number;
}

export interface Matters {
  readonly list: readonly Matter[];
  /** Connections whose folder has been looked at: what is not in the list is over, not unknown. */
  readonly complete: readonly string[];
  /** Connections of which nobody knows yet. */
  readonly unknown: readonly string[];
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

/** What in these snapshots, one of each connection, a person may have to hear about. */
export function mattersOf(snapshots: readonly AppSnapshot[], now: number): Matters {
  const list = snapshots.flatMap((snapshot) => ofOne(snapshot, now));
  const idsOf = (looked: boolean): readonly string[] =>
    snapshots.filter((one) => one.looked === looked).map(({ connectionId }) => connectionId);
  const isCalm = snapshots.every(({ looked, state }) => looked && state === 'inStep');
  return { list, complete: idsOf(true), unknown: idsOf(false), isWell: isCalm && list.length === 0 };
}

function ofOne(snapshot: AppSnapshot, now: number): readonly Matter[] {
  const found = [...token(snapshot), ...held(snapshot), ...conflicts(snapshot), ...stale(snapshot, now)];
  const { connectionId: connection } = snapshot;
  return found.map((matter) => ({ ...matter, connection, key: keyOf(connection, matter.key) }));
}

/** The first connection's keys are as they were before there could be several. */
function keyOf(connection: string, key: string): string {
  return connection === FIRST_ID ? key : `${connection}: ${key}`;
}

/** The connection that a key is of. */
export function connectionOfKey(key: string): string {
  return /^([a-z0-9-]{1,40}): /.exec(key)?.[1] ?? FIRST_ID;
}

type Found = Omit<Matter, 'connection'>;

function token({ error }: AppSnapshot): readonly Found[] {
  return TOKEN_ERRORS.includes(error?.code) ? [{ kind: 'token', key: 'token', path: null, amount: 1 }] : [];
}

function held({ held: items }: AppSnapshot): readonly Found[] {
  if (items.length > MOST_HELD) return [{ kind: 'held', key: 'held-many', path: null, amount: items.length }];
  return items.map(({ path }) => ({ kind: 'held', key: `held ${path}`, path, amount: 1 }));
}

function conflicts({ conflicts: found }: AppSnapshot): readonly Found[] {
  return found.map(({ path, since }) => ({
    kind: 'conflict',
    key: `conflict ${since} ${path}`,
    path,
    amount: 1,
  }));
}

/** While somebody has paused it on purpose, nothing is late. */
function stale(snapshot: AppSnapshot, now: number): readonly Found[] {
  const { lastSuccess, paused, failures } = snapshot;
  const isLate = lastSuccess !== null && now - lastSuccess >= DAY_MS;
  if (!isLate || paused || failures < STALE_FAILURES) return [];
  return [{ kind: 'stale', key: `stale ${lastSuccess}`, path: null, amount: 1 }];
}
