import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEFAULT_SETTINGS, type Settings } from '../../shared/model/settings.ts';
import { type ErrorCode, fail, ok, type Result } from '../../shared/model/sync-error.ts';
import { fileFailure } from './file-failure.ts';
import type { JsonStore, OpenJsonStore } from './json-store.ts';
import { makePrivateFolder } from './private-files.ts';
import { SETTINGS_SCHEMA } from './settings-schema.ts';
import { readSettingsText } from './settings-text.ts';
import { fits } from './value-schema.ts';

const NAME = 'settings';

/** What of the file could not be used at the last reading; `file` when it was not readable as JSON at all. */
export type SettingsProblem = keyof Settings | 'file';

/**
 * The settings file. One bad key costs that key only; a broken file is kept aside and the last good copy stands in
 * for it.
 */
export class SettingsStore {
  readonly #folder: string;
  readonly #open: () => JsonStore;
  readonly #listeners = new Set<(settings: Settings) => void>();
  #opened: JsonStore | undefined;
  #problems: readonly SettingsProblem[] = [];

  /** Nothing is made on disk before the first update. */
  constructor(folder: string, open: OpenJsonStore) {
    const deserialize = (text: string) => this.#deserialize(text);
    this.#folder = folder;
    this.#open = () => open({ folder, name: NAME, deserialize });
  }

  /** What holds now; defaults stand in for what is absent or unusable. */
  get(): Settings {
    return settingsOf(this.#read());
  }

  /** What the file says, without the defaults. */
  own(): Partial<Settings> {
    return knownOf(this.#read());
  }

  /** What could not be used at the last reading, for a notice and the log. */
  problems(): readonly SettingsProblem[] {
    this.#read();
    return this.#problems;
  }

  /** Changes some settings, or none: a value that does not fit is named and nothing is written. */
  update(changes: Partial<Settings>): Result<Settings> {
    const refused = Object.entries(changes).find(([key, value]) => !isSetting(key, value));
    if (refused !== undefined) {
      return fail(codeFor(refused[0]), `${refused[0]} cannot be used`);
    }
    try {
      this.#write(changes);
    } catch (error) {
      return fileFailure(error);
    }
    return ok(this.#tell());
  }

  /** Called after every update; answers a function that ends it. */
  onChange(listener: (settings: Settings) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #tell(): Settings {
    const settings = this.get();
    for (const listener of this.#listeners) {
      listener(settings);
    }
    return settings;
  }

  /** A file without rights counts as a broken one: the last good copy, else defaults. */
  #read(): Record<string, unknown> {
    this.#problems = [];
    try {
      return existsSync(this.#path('settings.json')) ? this.#file().store : {};
    } catch (error) {
      fileFailure(error);
      return this.#broken();
    }
  }

  #write(changes: Partial<Settings>): void {
    makePrivateFolder(this.#folder);
    const values = this.#read();
    if (this.#problems.length > 0) {
      copyFileSync(this.#path('settings.json'), this.#path('settings.damaged.json'));
    }
    this.#file().store = { ...values, ...changes };
    // Written after the file itself, so that of the two one is always whole.
    copyFileSync(this.#path('settings.json'), this.#path('settings.last-good.json'));
  }

  #file(): JsonStore {
    this.#opened ??= this.#open();
    return this.#opened;
  }

  #deserialize(text: string): Record<string, unknown> {
    const read = readSettingsText(text);
    if (read === undefined) {
      return this.#broken();
    }
    this.#problems = read.unusable;
    return { ...read.values };
  }

  #broken(): Record<string, unknown> {
    this.#problems = ['file'];
    return { ...this.#lastGood()?.values };
  }

  #lastGood(): ReturnType<typeof readSettingsText> {
    try {
      return readSettingsText(readFileSync(this.#path('settings.last-good.json'), 'utf8'));
    } catch {
      return undefined;
    }
  }

  #path(name: string): string {
    return join(this.#folder, name);
  }
}

function knownOf(values: Record<string, unknown>): Partial<Settings> {
  return Object.fromEntries(Object.entries(values).filter(([key]) => Object.hasOwn(DEFAULT_SETTINGS, key)));
}

function settingsOf(values: Record<string, unknown>): Settings {
  return { ...DEFAULT_SETTINGS, ...knownOf(values) };
}

function isSetting(key: string, value: unknown): boolean {
  return Object.hasOwn(SETTINGS_SCHEMA, key) && fits(SETTINGS_SCHEMA[key as keyof Settings], value);
}

function codeFor(key: string): ErrorCode {
  const codes: Readonly<Record<string, ErrorCode>> = {
    apiUrl: 'api-url-invalid',
    lssn: 'lssn-invalid',
    workspace: 'workspace-not-set',
  };
  return codes[key] ?? 'usage';
}
