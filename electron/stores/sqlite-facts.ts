import type { Facts, FactTypes } from '../sync/state-ports.ts';
import type { Command, Database, Query } from './database.ts';

/** Single facts as JSON. */
export class SqliteFacts implements Facts {
  readonly #get: Query;
  readonly #set: Command;
  readonly #clear: Command;

  constructor(database: Database) {
    this.#get = database.query('SELECT value FROM facts WHERE name = ?');
    this.#set = database.command('INSERT OR REPLACE INTO facts (name, value) VALUES (?, ?)');
    this.#clear = database.command('DELETE FROM facts WHERE name = ?');
  }

  get<K extends keyof FactTypes>(name: K): FactTypes[K] | undefined {
    return this.#get.json(name) as FactTypes[K] | undefined;
  }

  set<K extends keyof FactTypes>(name: K, value: FactTypes[K]): void {
    this.#set.run(name, JSON.stringify(value));
  }

  clear(name: keyof FactTypes): void {
    this.#clear.run(name);
  }
}
