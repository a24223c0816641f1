import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openSqliteState, type SqliteState } from '../../electron/stores/sqlite-state.ts';
import type { Version } from '../../electron/sync/ports.ts';
import type { SyncState } from '../../electron/sync/state-ports.ts';
import { memoryState } from './memory-state.ts';

/** Both implementations of `SyncState`, each fresh and empty. */
export const STATE_MAKERS: readonly (readonly [name: string, make: () => SyncState])[] = [
  ['in memory', () => memoryState()],
  ['SQLite', () => freshSqliteState()],
];

/** A database in a folder of its own that goes when the test ends. */
export function freshSqliteState(): SqliteState {
  return openedState(join(temporaryFolder(), 'state.db'));
}

/** Opens a database that must open, and closes it when the test ends. */
export function openedState(file: string): SqliteState {
  const opened = openSqliteState(file);
  if (!opened.ok) {
    throw new Error(opened.error.detail ?? opened.error.code);
  }
  onTestFinished(() => opened.value.close());
  return opened.value;
}

/** A folder that goes when the test ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'openclaw-stores-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** SHA-256 in hex, as the engine names texts. */
export function digest(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** The version that a text is. */
export function versionOf(text: string): Version {
  return { id: digest(text), meaning: digest(text.trim()) };
}
