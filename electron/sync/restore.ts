import { styledText } from '../../shared/merge/file-style.ts';
import type { ManyDone } from '../../shared/model/conflict.ts';
import type { RestoreStep } from '../../shared/model/history.ts';
import type { ItemPath } from '../../shared/model/item.ts';
import { fail, ok, type Result } from '../../shared/model/sync-error.ts';
import type { Engine } from './engine.ts';
import { scanFolder } from './local-view.ts';
import { checkIdentity } from './look.ts';
import { putBackAll, putBackOne } from './put-back.ts';
import type { FileAtRun } from './run-ports.ts';

/** The text of one kept version of this path. Errors: no-such-version. */
export function versionText(engine: Engine, path: ItemPath, versionId: string): Result<string> {
  const kept = engine.state.history.content(versionId);
  const text = kept && engine.state.contents.get(kept.id);
  return kept?.path === path && text !== undefined ? ok(text) : fail('no-such-version', versionId);
}

/** Puts a kept version back. Errors: no-such-version, changed-meanwhile, text-unusable, write-failed, workspace-unreadable. */
export async function restoreVersion(
  engine: Engine,
  path: ItemPath,
  versionId: string,
): Promise<Result<ManyDone>> {
  const text = versionText(engine, path, versionId);
  return text.ok ? putBackOne(engine, { path, textFor: () => text }) : text;
}

/** To the letter where that was kept, else GIIP's form of the same text in the style of the file that stands here. */
function textAtRun({ state }: Engine, file: FileAtRun, here: string | null): string | undefined {
  const text = state.contents.get(file.id);
  if (text !== undefined || file.twin === null) return text;
  const twin = state.contents.get(file.twin);
  return twin === undefined ? undefined : styledText(file.path, here, twin);
}

function isKept({ state }: Engine, { id, twin }: FileAtRun): boolean {
  return [id, twin].some((one) => one !== null && state.contents.get(one) !== undefined);
}

/**
 * What making the folder as it was after this run would do, file by file. A file that came later stays: no file is
 * ever taken away by this. Errors: no-such-version, and what a look at the folder says.
 */
export async function restorePlan(engine: Engine, run: number): Promise<Result<readonly RestoreStep[]>> {
  const { runs } = engine.state;
  if (!runs.get(run)) return fail('no-such-version', `run ${run}`);
  const identity = await checkIdentity(engine);
  if (!identity.ok) return identity;
  const local = await scanFolder(engine, 'touched');
  if (!local.ok) return local;
  const steps = runs.folderAt(run).flatMap((file): RestoreStep[] => {
    const { path, id } = file;
    const side = local.value.items.get(path);
    if (side?.state === 'present' && side.version.id === id) return [];
    if (!isKept(engine, file)) return [{ path, change: 'unavailable' }];
    return [{ path, change: side ? 'replace' : 'create' }];
  });
  return ok(steps);
}

/** Makes these files as they were after the run. Errors: no-such-version, workspace-replaced; the rest by file. */
export async function restoreRun(
  engine: Engine,
  run: number,
  paths: readonly ItemPath[],
): Promise<Result<ManyDone>> {
  const { runs } = engine.state;
  if (!runs.get(run)) return fail('no-such-version', `run ${run}`);
  const files = new Map(runs.folderAt(run).map((file) => [file.path, file]));
  const items = paths.map((path) => ({
    path,
    textFor: (here: string | null): Result<string> => {
      const file = files.get(path);
      const text = file && textAtRun(engine, file, here);
      return text === undefined ? fail('no-such-version', path) : ok(text);
    },
  }));
  return putBackAll(engine, 'restore', items);
}
