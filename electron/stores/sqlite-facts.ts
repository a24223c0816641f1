import type { Facts, FactTypes } from '../sync/state-ports.ts';
import type { Command, Database, Query } from './database.ts';

/**
 * A cycle in which nothing happened waits for no disk. What a power cut takes of this is that the last ones, of some
 * seconds, went well: no text hangs on it, people are told an earlier time, and the brake against `git stash` dates
 * what was agreed on by the cycle before.
 */
const UNFLUSHED: ReadonlySet<keyof FactTypes> = new Set(['lastSuccess']);

/** Single facts as JSON. */
export class SqliteFacts implements Facts {
  readonly #database: Database;
  readonly #get: Query;
  readonly #set: Command;
  readonly #clear: Command;

  constructor(database: Database) {
    this.#database = database;
    this.#get = database.query('SELECT value FROM facts WHERE name = ?');
    this.#set = database.command('INSERT OR REPLACE INTO facts (name, value) VALUES (?, ?)');
    this.#clear = database.command('DELETE FROM facts WHERE name = ?');
  }

  get<K extends keyof FactTypes>(name: K): FactTypes[K] | undefined {
    return this.#get.json(name) as FactTypes[K] | undefined;
  }

  set<K extends keyof FactTypes>(name: K, value: FactTypes[K]): void {
    const set = (): number => this.#set.run(name, JSON.stringify(value));
    if (UNFLUSHED.has(name)) this.#database.unflushed(set);
    else set();
  }

  clear(name: keyof FactTypes): void {
    this.#clear.run(name);
  }
}
