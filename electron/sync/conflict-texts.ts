import type { ConflictTexts } from '../../shared/model/conflict.ts';
import type { ItemPath } from '../../shared/model/item.ts';
import { fail, ok, type Result } from '../../shared/model/sync-error.ts';
import type { Engine } from './engine.ts';
import { lostHere } from './open-conflict.ts';
import type { LocalText, Version } from './ports.ts';

/** When the file here was changed; where the folder does not tell, nobody knows. */
function changedAt(found: LocalText): number | null {
  return found.state === 'present' ? (found.changedAt ?? null) : null;
}

/** The three texts of one conflict as they are now, with the two that a decision may speak of. */
export async function conflictTexts(engine: Engine, path: ItemPath): Promise<Result<ConflictTexts>> {
  const { state } = engine;
  const summary = state.conflicts.get(path);
  const entry = state.remote.get(path);
  if (!summary || !entry?.version) return fail('no-such-conflict', path);
  const textOf = (version: Version | null | undefined): string | null =>
    version ? (state.contents.get(version.id) ?? null) : null;
  const remote = textOf(entry.version);
  if (remote === null) return lostHere(engine, path);
  const base = state.base.get(path);
  const found = await engine.workspace.read(path);
  if (found.state === 'unreadable') return fail('workspace-unreadable', found.reason);
  const local = found.state === 'present' ? found.text : null;
  return ok({
    ...summary,
    seen: { local: local === null ? null : engine.digest(local), remote: entry.version.id },
    // As the engine merges: this computer's form of the base, else GIIP's.
    base: textOf(base?.local) ?? textOf(base?.remote),
    local,
    remote,
    changedHere: changedAt(found),
    heardAt: entry.heardAt ?? summary.since,
  });
}
