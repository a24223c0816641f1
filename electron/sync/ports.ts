import type { WriteLog } from '../../shared/log-events.ts';
import type { HeldItem, HistoryVersion } from '../../shared/model/change.ts';
import type { ConflictSummary, KeyRule } from '../../shared/model/conflict.ts';
import type { HistorySize } from '../../shared/model/history.ts';
import type { ItemPath, Rejected, Section } from '../../shared/model/item.ts';
import type { Result, SyncError } from '../../shared/model/sync-error.ts';
import type { ActivityLog, Runs } from './run-ports.ts';
import type { CleanTexts, SecretChoice } from './secret-ports.ts';

/**
 * What the engine needs from the world, as nouns. Nothing here knows Node or Electron.
 * Texts are JavaScript strings of strictly valid UTF-8, a byte-order mark kept as U+FEFF in front,
 * so text → bytes → text is lossless and the engine never sees bytes.
 */

/** SHA-256 in hex of the exact text. */
export type ContentId = string;

/** One text, told apart in two ways: to the letter, and by what it means (`meaning.ts`). */
export interface Version {
  readonly id: ContentId;
  /** SHA-256 of the canonical meaning: equal meanings are the same item for the verdict table. */
  readonly meaning: string;
}

/** The only part of an AbortSignal that the engine reads; a real one fits. */
export interface Cancel {
  readonly aborted: boolean;
}

// ---- the folder ----------------------------------------------------------------------------------

/** Which folder this is, so that another one in its place is noticed. */
export interface WorkspaceIdentity {
  readonly realPath: string;
  readonly device: string;
  readonly inode: string;
}

/** One item as a stat sees it; no content has been read. */
export interface ListedItem {
  readonly path: ItemPath;
  /** Size, mtime, ctime and inode in one opaque string: equal means "probably not touched". Empty where the stat failed. */
  readonly fingerprint: string;
  /** Null where the stat failed: the read tells why. */
  readonly bytes: number | null;
  /** False when it was touched within two seconds of this listing: hash it again next time too. */
  readonly settled: boolean;
}

export interface Listing {
  readonly items: readonly ListedItem[];
  /** Names that are never read: links, non-portable names, too large, … An item with a base is then unreadable, not deleted. */
  readonly refused: readonly Rejected[];
  /** Folders (relative, with `/` at the end) that could not be listed: all below is unreadable, not deleted. */
  readonly unreadableFolders: readonly Rejected[];
}

/** Absent, present and unreadable are three different things. */
export type LocalText =
  | { readonly state: 'absent' }
  | {
      readonly state: 'present';
      readonly text: string;
      readonly fingerprint: string;
      readonly settled: boolean;
      /** Epoch milliseconds of the file's last change, where the folder tells; for people, never to decide by. */
      readonly changedAt?: number;
    }
  | { readonly state: 'unreadable'; readonly reason: string };

/** `changed`: what stands there is not what was expected, and it has been left standing. */
export type WriteOutcome =
  | { readonly state: 'written'; readonly fingerprint: string }
  | { readonly state: 'changed' }
  | { readonly state: 'failed'; readonly error: SyncError };

export interface Workspace {
  /** Never creates anything. Errors: workspace-missing, workspace-unreadable. */
  identify(): Promise<Result<WorkspaceIdentity>>;
  list(): Promise<Result<Listing>>;
  read(path: ItemPath): Promise<LocalText>;
  /**
   * Replaces or creates one file, durably (file and folder flushed before it answers), only if what stands there is
   * still `expected` (null: nothing stands there). The old text must already be in history: the caller sees to that.
   */
  write(path: ItemPath, text: string, expected: ContentId | null): Promise<WriteOutcome>;
}

/** The rules for names that come from GIIP; the same on every operating system. */
export interface PathRules {
  /** The workspace path for a config key or a `doc_path`, or the sentence that says why it is refused. */
  admit(section: Section, wire: string): { readonly path: ItemPath } | { readonly refused: string };
  /** Equal keys would be one file on some file system (case, Unicode form). */
  foldKey(path: ItemPath): string;
}

export interface CommittedText {
  readonly text: string;
  /** Epoch milliseconds of the last commit that touched the file. */
  readonly committedAt: number;
}

/** The committed text of tracked files, where the workspace lies in a git work tree; else an empty map. */
export interface CommittedTexts {
  read(paths: readonly ItemPath[]): Promise<ReadonlyMap<ItemPath, CommittedText>>;
}

// ---- GIIP ----------------------------------------------------------------------------------------

/** The hashes that were adopted, as sent with a pull; a missing one asks for the whole section. */
export interface Cursor {
  readonly config?: string;
  readonly doc?: string;
}

/** One item as GIIP holds it. For a config `text` is the JSON source, digit for digit. */
export interface RemoteItem {
  /** GIIP's own spelling: the config key or the `doc_path`; pushes use it again. */
  readonly wire: string;
  readonly text: string;
}

export type SectionAnswer =
  /** 304, or the hash we sent: whatever stands in the section says nothing. */
  | { readonly state: 'unchanged' }
  /** Another hash but no items (absent, null, empty): no information, and never "all was deleted". */
  | { readonly state: 'silent'; readonly hash: string | null }
  | {
      readonly state: 'items';
      readonly hash: string | null;
      readonly items: readonly RemoteItem[];
      readonly rejected: readonly Rejected[];
    };

export interface PullAnswer {
  readonly config: SectionAnswer;
  readonly doc: SectionAnswer;
}

export interface PushItem {
  readonly section: Section;
  readonly wire: string;
  /** For a config the JSON source without byte-order mark: it is sent as it is written, digit for digit. */
  readonly text: string;
}

/** What a push came to. An item in neither list has an unknown fate: it may still happen minutes later. */
export interface PushAnswer {
  readonly accepted: readonly PushItem[];
  readonly refused: readonly { readonly item: PushItem; readonly error: SyncError }[];
  /** Why it ended early; items not listed above are unknown. */
  readonly error?: SyncError;
}

export interface Remote {
  pull(known: Cursor): Promise<Result<PullAnswer>>;
  /** Sends in batches under 4 MiB, halves on 413 and 400, never repeats a request whose fate is unknown. */
  push(items: readonly PushItem[]): Promise<PushAnswer>;
  /** Requests sent so far by this object, for the report. */
  requests(): number;
}

// ---- what is remembered --------------------------------------------------------------------------

/** A keyed set of small records; `put` replaces. Iteration is sorted by path. */
export interface Table<T extends { readonly path: string }> {
  get(path: string): T | undefined;
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
  /** Durable when it returns; all or nothing. May be nested: the outermost one commits. */
  transaction<T>(work: () => T): T;
}

// ---- the rest of the world -----------------------------------------------------------------------

export interface Clock {
  /** Epoch milliseconds; may jump. Never used to decide about content. */
  now(): number;
  /** Calls back once after `ms` of monotonic time; answers a function that cancels it. */
  after(ms: number, callback: () => void): () => void;
}

/** SHA-256 in hex of the UTF-8 form of a text. */
export type Digest = (text: string) => string;

/** Uniform in [0, 1). */
export type Random = () => number;

/** Only events and fields of `log-events.ts`: never a token, never a document's text. */
export interface Log {
  readonly write: WriteLog;
}
