import type { HeldItem, HistoryVersion } from '../../shared/model/change.ts';
import type { ConflictSummary, KeyRule } from '../../shared/model/conflict.ts';
import type { HistorySize } from '../../shared/model/history.ts';
import type { ItemPath, Rejected, Section } from '../../shared/model/item.ts';
import type { SyncError } from '../../shared/model/sync-error.ts';
import type { ContentId, Cursor, Version, WorkspaceIdentity } from './ports.ts';
import type { ActivityLog, Runs } from './run-ports.ts';
import type { CleanTexts, SecretChoice } from './secret-ports.ts';

/** What the engine remembers, as nouns. Nothing here knows Node or a database. */

/** A keyed set of small records; `put` replaces. Iteration is sorted by path. */
export interface Table<T extends { readonly path: string }> {
  get(path: string): T | undefined;
  /** Those of these names that there are, in any order. */
  some(paths: readonly string[]): readonly T[];
  all(): readonly T[];
  put(entry: T): void;
  delete(path: string): void;
  clear(): void;
}

/**
 * What both sides agreed on last, proved by a pull. `local: null` is a tombstone: it was deleted here and that stands.
 * `remote: null`: GIIP's side is taken as "not there" (its present text, if any, counts as new).
 */
export interface BaseEntry {
  readonly path: ItemPath;
  readonly local: Version | null;
  readonly remote: Version | null;
}

/** What GIIP held when it was last heard; `version: null` means it is no longer in a full answer. */
export interface RemoteEntry {
  readonly path: ItemPath;
  readonly wire: string;
  readonly version: Version | null;
  /** Epoch milliseconds at which this version was first heard. */
  readonly heardAt?: number;
}

/** What the last scan found, so that an untouched file is not read again. */
export interface ScanEntry {
  readonly path: ItemPath;
  readonly fingerprint: string;
  readonly version: Version;
}

/** A push that was sent, noted before sending: its echo is not somebody else's edit. */
export interface IntentEntry {
  /** `<item path>\n<content id>`: one item may have several. */
  readonly path: string;
  readonly item: ItemPath;
  readonly version: Version;
  /** Epoch milliseconds. */
  readonly time: number;
  /** How often GIIP said yes to it without a later pull showing it. */
  readonly acknowledged: number;
}

/** An item that GIIP refused by itself (400), so that it is not sent again unchanged. */
export interface RefusalEntry {
  readonly path: ItemPath;
  readonly id: ContentId;
  readonly error: SyncError;
}

/** The exact situation that a person looked at and let through. */
export interface ApprovalEntry {
  /** `heldKey()` of the item: brake, path and both versions. */
  readonly path: string;
}

/** Every text that base, remote, conflicts or history speak of, stored once per content. */
export interface Contents {
  get(id: ContentId): string | undefined;
  put(id: ContentId, text: string): void;
}

export interface History {
  /** Records a version unless the newest one of this path is the same text. */
  record(version: {
    path: ItemPath;
    id: ContentId;
    origin: HistoryVersion['origin'];
    time: number;
    bytes: number;
  }): void;
  /** Newest first; all paths without an argument. */
  list(path?: ItemPath): readonly HistoryVersion[];
  /** The content of one version. */
  content(versionId: string): { readonly path: ItemPath; readonly id: ContentId } | undefined;
  /**
   * Drops what is older than `before` beyond the newest `keep` of each path, runs that ended before it with their
   * evidence, then texts that nothing speaks of.
   */
  prune(before: number, keep: number): void;
  size(): HistorySize;
}

/** Single facts. `undefined` means never set. */
export interface Facts {
  get<K extends keyof FactTypes>(name: K): FactTypes[K] | undefined;
  set<K extends keyof FactTypes>(name: K, value: FactTypes[K]): void;
  clear(name: keyof FactTypes): void;
}

export interface FactTypes {
  identity: WorkspaceIdentity;
  cursor: Cursor;
  /** Hashes of each section in the order they were adopted, oldest first; an old one coming back is a rollback. */
  seenHashes: { readonly config: readonly string[]; readonly doc: readonly string[] };
  /** Sections in which a push has been shown not to replace what it does not name. */
  pushProved: readonly Section[];
  /** Epoch milliseconds. */
  lastSuccess: number;
  lastAudit: number;
  lastPrune: number;
  /** The limits that the last pruning kept to. */
  prunedTo: string;
  /** Set while a process works on this state, cleared when it ends: still set at a start means it was killed. */
  running: boolean;
  /** The process before was killed, and no look has told since which files that emptied. */
  mayBeTorn: boolean;
  /** GIIP dropped what a push did not name: pushing has stopped. */
  pushUnsafe: boolean;
  /** Items that the last cycle's brakes hold, each with the key that an approval of exactly this situation has. */
  held: readonly (HeldItem & { readonly key: string; readonly secretIds?: readonly string[] })[];
  /** What a person chose for single secrets; the latest at the end. */
  secretChoices: readonly SecretChoice[];
  cleanTexts: CleanTexts;
  /** Items of GIIP's answers that cannot be used; an unchanged section does not name them again. */
  rejected: { readonly config: readonly Rejected[]; readonly doc: readonly Rejected[] };
  /** Keys of configs that settle themselves, as a person said. */
  keyRules: readonly KeyRule[];
  /** What a person chose for one key, and how often in a row; the latest at the end. */
  keyChoices: readonly (KeyRule & { readonly count: number })[];
  /** Retry-After survives a restart: no call before this time (epoch milliseconds). */
  notBefore: number;
}

/** All that is remembered for one API origin, server number and folder. Synchronous, so that one `transaction` is one commit. */
export interface SyncState {
  readonly base: Table<BaseEntry>;
  readonly remote: Table<RemoteEntry>;
  readonly scans: Table<ScanEntry>;
  readonly conflicts: Table<ConflictSummary>;
  readonly intents: Table<IntentEntry>;
  readonly refusals: Table<RefusalEntry>;
  readonly approvals: Table<ApprovalEntry>;
  readonly contents: Contents;
  readonly history: History;
  readonly runs: Runs;
  readonly activity: ActivityLog;
  readonly facts: Facts;
  /**
   * Every name that the base, GIIP's side or a scan has: with the scan's fingerprint where all three have the same
   * text and it is not this one, else with undefined.
   */
  standing(except: ContentId): Map<ItemPath, string | undefined>;
  /** Durable when it returns; all or nothing. May be nested: the outermost one commits. */
  transaction<T>(work: () => T): T;
}
