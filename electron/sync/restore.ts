import type { ItemPath } from '../../shared/model/item.ts';
import { fail, ok, type Result } from '../../shared/model/sync-error.ts';
import type { Engine } from './engine.ts';
import { noteActivity } from './record.ts';
import { replaceHere } from './replace-here.ts';

/**
 * Puts a kept version back as an ordinary change: what stands here goes into history first, the next cycle sends it.
 * Errors: no-such-version, changed-meanwhile, write-failed.
 */
export async function restoreVersion(
  engine: Engine,
  path: ItemPath,
  versionId: string,
): Promise<Result<null>> {
  const kept = engine.state.history.content(versionId);
  const text = kept && engine.state.contents.get(kept.id);
  if (!kept || kept.path !== path || text === undefined) return fail('no-such-version', versionId);
  const written = await replaceHere(engine, path, text, 'local');
  if (!written.ok) return written;
  noteActivity(engine, 'restored', path, { code: 'restored' });
  return ok(null);
}
