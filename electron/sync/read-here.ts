import type { ItemPath } from '../../shared/model/item.ts';
import { fail, ok, type Result } from '../../shared/model/sync-error.ts';
import type { Engine } from './engine.ts';

/** What stands here now, whatever it means; null where nothing does. Errors: workspace-unreadable. */
export async function readHere(engine: Engine, path: ItemPath): Promise<Result<string | null>> {
  const found = await engine.workspace.read(path);
  if (found.state === 'absent') return ok(null);
  return found.state === 'present' ? ok(found.text) : fail('workspace-unreadable', found.reason);
}
