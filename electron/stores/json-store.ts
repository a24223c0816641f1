/** One JSON file of ours. */
export interface JsonStoreOptions {
  readonly folder: string;
  /** The file's name without `.json`. */
  readonly name: string;
  /** Makes what the file holds fit; called with every read. */
  deserialize(text: string): Record<string, unknown>;
}

/** The part of `conf` and `electron-store` that is used: reading looks at the disk, setting writes atomically. */
export interface JsonStore {
  readonly path: string;
  store: Record<string, unknown>;
}

/** `json-file-reader.ts` for the command line, `electron-store-backend.ts` for the application: the same file. */
export type OpenJsonStore = (options: JsonStoreOptions) => JsonStore;
