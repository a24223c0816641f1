import type { ItemPath } from '../../shared/model/item.ts';
import { fail, ok, type Result } from '../../shared/model/sync-error.ts';
import type { Engine } from './engine.ts';
import type { ContentId, Version } from './ports.ts';
import { noteReplaced, rememberVersion } from './record.ts';
import { versionOf } from './version-of.ts';

/** What stands here now, whatever it means; null where nothing does. */
export async function readHere(engine: Engine, path: ItemPath): Promise<Result<string | null>> {
  const found = await engine.workspace.read(path);
  if (found.state === 'absent') return ok(null);
  return found.state === 'present' ? ok(found.text) : fail('workspace-unreadable', found.reason);
}

/** A write that came about, with what stood there before. */
export interface Replaced {
  readonly version: Version;
  readonly before: ContentId | null;
}

/**
 * Writes a text over what was read here, which is in history before that, even where it is broken; the run at work can
 * be undone by it. `changed-meanwhile` when somebody wrote in between: nothing was done.
 */
export async function replaceText(
  engine: Engine,
  path: ItemPath,
  old: string | null,
  text: string,
  origin: 'local' | 'server' | 'merged',
): Promise<Result<Replaced>> {
  const version = versionOf(engine.digest, path, text);
  if ('broken' in version) return fail('text-unusable', version.broken);
  const before = old === null ? null : engine.digest(old);
  if (old !== null && before !== null)
    engine.state.transaction(() => rememberVersion(engine, path, { id: before }, old, 'local'));
  if (before !== version.id) {
    const outcome = await engine.workspace.write(path, text, before);
    if (outcome.state === 'failed') return { ok: false, error: outcome.error };
    if (outcome.state === 'changed') return fail('changed-meanwhile', path);
  }
  engine.state.transaction(() => {
    rememberVersion(engine, path, version, text, origin);
    noteReplaced(engine, path, before, version.id);
  });
  return ok({ version, before });
}
