import type { ConflictKind, ConflictSummary } from '../../shared/model/conflict.ts';
import type { Reason, ReasonCode } from '../../shared/model/reason.ts';
import type { ErrorCode, SyncError } from '../../shared/model/sync-error.ts';
import type { Version } from '../sync/ports.ts';
import type {
  ApprovalEntry,
  BaseEntry,
  IntentEntry,
  RefusalEntry,
  RemoteEntry,
  ScanEntry,
} from '../sync/state-ports.ts';
import type { Codec } from './sqlite-table.ts';

type Text = string | null;

const base: Codec<
  BaseEntry,
  readonly [path: string, localId: Text, localMeaning: Text, id: Text, meaning: Text]
> = {
  table: 'base',
  columns: ['path', 'local_id', 'local_meaning', 'remote_id', 'remote_meaning'],
  toRow: ({ path, local, remote }) => [path, ...versionCells(local), ...versionCells(remote)],
  fromRow: ([path, localId, localMeaning, id, meaning]) => {
    const local = version(localId, localMeaning);
    const isOne = id === localId && meaning === localMeaning;
    return { path, local, remote: isOne ? local : version(id, meaning) };
  },
};

const remote: Codec<
  RemoteEntry,
  readonly [path: string, wire: string, id: Text, meaning: Text, heardAt: number | null]
> = {
  table: 'remote',
  columns: ['path', 'wire', 'id', 'meaning', 'heard_at'],
  toRow: (entry) => [entry.path, entry.wire, ...versionCells(entry.version), entry.heardAt ?? null],
  fromRow: ([path, wire, id, meaning, heardAt]) => ({
    path,
    wire,
    version: version(id, meaning),
    ...(heardAt === null ? {} : { heardAt }),
  }),
};

const scans: Codec<ScanEntry, readonly [path: string, fingerprint: string, id: string, meaning: string]> = {
  table: 'scans',
  columns: ['path', 'fingerprint', 'id', 'meaning'],
  toRow: (entry) => [entry.path, entry.fingerprint, entry.version.id, entry.version.meaning],
  fromRow: ([path, fingerprint, id, meaning]) => ({
    path,
    fingerprint,
    version: { id, meaning: meaning === id ? id : meaning },
  }),
};

const conflicts: Codec<
  ConflictSummary,
  readonly [
    path: string,
    kind: ConflictKind,
    code: ReasonCode,
    detail: Text,
    since: number,
    local: Text,
    remote: Text,
  ]
> = {
  table: 'conflicts',
  columns: ['path', 'kind', 'reason_code', 'reason_detail', 'since', 'seen_local', 'seen_remote'],
  toRow: ({ path, kind, reason: why, since, seen }) => [
    path,
    kind,
    why.code,
    why.detail ?? null,
    since,
    seen.local,
    seen.remote,
  ],
  fromRow: ([path, kind, code, detail, since, local, remote]) => ({
    path,
    kind,
    reason: reason(code, detail),
    since,
    seen: { local, remote },
  }),
};

const intents: Codec<
  IntentEntry,
  readonly [path: string, item: string, id: string, meaning: string, time: number, acknowledged: number]
> = {
  table: 'intents',
  columns: ['path', 'item', 'id', 'meaning', 'time', 'acknowledged'],
  toRow: (entry) => {
    const { id, meaning } = entry.version;
    return [entry.path, entry.item, id, meaning, entry.time, entry.acknowledged];
  },
  fromRow: ([path, item, id, meaning, time, acknowledged]) => ({
    path,
    item,
    version: { id, meaning },
    time,
    acknowledged,
  }),
};

const refusals: Codec<
  RefusalEntry,
  readonly [path: string, id: string, code: ErrorCode, detail: Text, retryAfterMs: number | null]
> = {
  table: 'refusals',
  columns: ['path', 'id', 'error_code', 'error_detail', 'retry_after_ms'],
  toRow: ({ path, id, error }) => [path, id, error.code, error.detail ?? null, error.retryAfterMs ?? null],
  fromRow: ([path, id, code, detail, retryAfterMs]) => ({
    path,
    id,
    error: syncError(code, detail, retryAfterMs),
  }),
};

const approvals: Codec<ApprovalEntry, readonly [path: string]> = {
  table: 'approvals',
  columns: ['path'],
  toRow: ({ path }) => [path],
  fromRow: ([path]) => ({ path }),
};

/** How each of the keyed records lies in its table. */
export const recordCodecs = { base, remote, scans, conflicts, intents, refusals, approvals };

/** A reason from its two columns: an absent detail is left out, not undefined. */
export function reason(code: ReasonCode, detail: Text): Reason {
  return detail === null ? { code } : { code, detail };
}

function versionCells(entry: Version | null): readonly [Text, Text] {
  return entry === null ? [null, null] : [entry.id, entry.meaning];
}

function version(id: Text, meaning: Text): Version | null {
  // Most texts are what they mean: one string for both, where there are hundreds of thousands of them.
  return id === null || meaning === null ? null : { id, meaning: meaning === id ? id : meaning };
}

function syncError(code: ErrorCode, detail: Text, retryAfterMs: number | null): SyncError {
  return {
    code,
    ...(detail === null ? {} : { detail }),
    ...(retryAfterMs === null ? {} : { retryAfterMs }),
  };
}
