import type { Connection } from './app-snapshot.ts';

/** A connection as the settings keep it; its token lies encrypted under the same id. */
export interface StoredConnection extends Connection {
  /** Letters, digits and dashes: it is part of a file's name. */
  readonly id: string;
}

/** The id of the one connection that a settings file had before there could be several. */
export const FIRST_ID = 'first';
