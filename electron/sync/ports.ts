import type { WriteLog } from '../../shared/log-events.ts';
import type { ItemPath, Rejected, Section } from '../../shared/model/item.ts';
import type { Result, SyncError } from '../../shared/model/sync-error.ts';

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
  /** All that was asked for and looked at, with everything below; absent: the whole folder. */
  readonly places?: readonly string[];
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
  /**
   * With places (files or folders) only these and what is below them. Where a link, a file or nothing stands on the way
   * to one, the answer is about that instead: `Listing.places` says what it tells everything about.
   */
  list(places?: readonly string[]): Promise<Result<Listing>>;
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
  /** Empty where the text was handed over while the answer came. */
  readonly text: string;
  /** What was made of it then. */
  readonly heard?: HeardText;
}

/** A text of GIIP's as it is told apart, or why it is not usable as an item of its section. */
export type HeardText = Version | { readonly id: ContentId; readonly broken: string };

/**
 * Takes each text as it comes, so that none need be held. Nothing may be done about it before the pull has answered:
 * an answer that turns out to be broken or cut off has never been given.
 */
export type KeepText = (section: Section, wire: string, text: string) => HeardText;

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
  /** With `keep` it need not hold the texts; one that holds them anyway need not use it. */
  pull(known: Cursor, keep?: KeepText): Promise<Result<PullAnswer>>;
  /** Sends in batches under 4 MiB, halves on 413 and 400, never repeats a request whose fate is unknown. */
  push(items: readonly PushItem[]): Promise<PushAnswer>;
  /** Requests sent so far by this object, for the report. */
  requests(): number;
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
