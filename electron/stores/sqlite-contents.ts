import { hash } from 'node:crypto';
import type { ContentId } from '../sync/ports.ts';
import type { Contents } from '../sync/state-ports.ts';
import { decodeBody, encodeBody } from './content-body.ts';
import type { Command, Database, Query } from './database.ts';

/** Two for each of the largest folder's items. */
const MOST_SURE = 200_000;

/**
 * Texts by the SHA-256 of themselves, so each one proves on reading that the disk has kept it. A damaged one counts
 * as not there, and the next `put` of it heals it.
 */
export class SqliteContents implements Contents {
  readonly #get: Query;
  readonly #add: Command;
  readonly #replace: Command;
  /** Written or read whole by this connection since: they need not be read again to know that they are there. */
  readonly #sure = new Set<ContentId>();

  constructor(database: Database) {
    database.onUndone(() => this.#sure.clear());
    this.#get = database.query('SELECT deflated, body FROM contents WHERE id = ?');
    this.#add = database.command('INSERT OR IGNORE INTO contents (id, deflated, body) VALUES (?, ?, ?)');
    this.#replace = database.command('INSERT OR REPLACE INTO contents (id, deflated, body) VALUES (?, ?, ?)');
  }

  get(id: ContentId): string | undefined {
    const [deflated, body] = this.#get.row(id) ?? [];
    const text = body instanceof Uint8Array ? verified(id, deflated === 1, body) : undefined;
    // What turns out to be lost is written again by the next `put`.
    if (text === undefined) this.#sure.delete(id);
    else this.#keepSure(id);
    return text;
  }

  put(id: ContentId, text: string): void {
    if (this.#sure.has(id)) {
      return;
    }
    // Most are new: one statement tells and stores. What stands there already proves itself, or is replaced.
    const { deflated, bytes } = encodeBody(text);
    const row = [id, deflated ? 1 : 0, bytes] as const;
    if (this.#add.run(...row) === 0 && this.get(id) === undefined) {
      this.#replace.run(...row);
    }
    this.#keepSure(id);
  }

  /** Texts may have been dropped. */
  forget(): void {
    this.#sure.clear();
  }

  #keepSure(id: ContentId): void {
    if (this.#sure.size >= MOST_SURE) this.#sure.clear();
    this.#sure.add(id);
  }
}

function verified(id: ContentId, deflated: boolean, body: Uint8Array): string | undefined {
  const bytes = bytesOf(deflated, body);
  return bytes !== undefined && hash('sha256', bytes, 'hex') === id ? bytes.toString('utf8') : undefined;
}

function bytesOf(deflated: boolean, bytes: Uint8Array): Buffer | undefined {
  try {
    return decodeBody({ deflated, bytes });
  } catch {
    return undefined;
  }
}
