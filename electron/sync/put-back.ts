import type { ManyDone } from '../../shared/model/conflict.ts';
import type { ItemPath } from '../../shared/model/item.ts';
import { ok, type Result } from '../../shared/model/sync-error.ts';
import type { Engine } from './engine.ts';
import { evidenceFor } from './evidence.ts';
import { inParallel } from './in-parallel.ts';
import { checkIdentity } from './look.ts';
import { noteActivity } from './record.ts';
import { readHere, replaceText } from './replace-here.ts';
import { inRun } from './runs.ts';

/** One file to put back; `textFor` says what is to stand there, given what stands there now (null: nothing does). */
export interface PuttingBack {
  readonly path: ItemPath;
  readonly textFor: (here: string | null) => Result<string>;
}

async function putBack(engine: Engine, { path, textFor }: PuttingBack): Promise<Result<null>> {
  const here = await readHere(engine, path);
  if (!here.ok) return here;
  const text = textFor(here.value);
  if (!text.ok) return text;
  const written = await replaceText(engine, path, here.value, text.value, 'local');
  if (!written.ok) return written;
  const { before, version } = written.value;
  if (before === version.id) return ok(null);
  noteActivity(engine, 'restored', path, { code: 'restored' }, undefined, evidenceFor(engine, path, before));
  return ok(null);
}

/**
 * Puts files back as ordinary changes, as one run: what stands here goes into history first, the next cycle sends
 * what was put there. What fails fails alone, with `changed-meanwhile` where somebody wrote in between.
 */
export async function putBackAll(
  engine: Engine,
  kind: 'restore' | 'undo',
  items: readonly PuttingBack[],
): Promise<Result<ManyDone>> {
  const identity = await checkIdentity(engine);
  if (!identity.ok) return identity;
  const done: ItemPath[] = [];
  const failed: ManyDone['failed'][number][] = [];
  const { run } = await inRun(engine, kind, () =>
    inParallel(items, async (item) => {
      const result = await putBack(engine, item);
      if (result.ok) done.push(item.path);
      else failed.push({ path: item.path, error: result.error });
    }),
  );
  return ok({
    run,
    done: done.sort(),
    failed: failed.sort((a, b) => (a.path < b.path ? -1 : 1)),
  });
}

/** The same for one file: its failure is the answer. */
export async function putBackOne(
  engine: Engine,
  kind: 'restore' | 'undo',
  item: PuttingBack,
): Promise<Result<ManyDone>> {
  const all = await putBackAll(engine, kind, [item]);
  const error = all.ok ? all.value.failed[0]?.error : undefined;
  return error ? { ok: false, error } : all;
}
