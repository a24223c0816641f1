import type { ItemPath } from '../../shared/model/item.ts';
import type { Engine } from './engine.ts';
import { rememberVersion } from './remember-version.ts';
import { versionOf } from './version-of.ts';

/** What a killed run had in hand. */
export interface FoundTexts {
  /** Names whose file was put back. */
  readonly restored: readonly ItemPath[];
  readonly kept: readonly { readonly path: ItemPath; readonly text: string; forget(): void }[];
}

/** Notes that a process works here from now on; answers whether the one before it was killed. */
export function beginRun({ state: { facts } }: Pick<Engine, 'state'>): boolean {
  const wasKilled = facts.get('running') === true;
  if (wasKilled) facts.set('mayBeTorn', true);
  facts.set('running', true);
  return wasKilled;
}

/** Notes that it ended in order. */
export function endRun({ state }: Pick<Engine, 'state'>): void {
  state.facts.set('running', false);
}

/** Texts that a killed run had in hand go into history, and only then out of the folder. */
export function keepFound(engine: Engine, { kept, restored }: FoundTexts): void {
  for (const { path, text, forget } of kept) {
    const version = versionOf(engine.digest, path, text);
    const usable = 'broken' in version ? { id: engine.digest(text) } : version;
    engine.state.transaction(() => rememberVersion(engine, path, usable, text, 'local'));
    forget();
  }
  for (const path of restored) engine.log.write('warn', 'file-put-back', { path });
}
