import type { ManyDone } from '../../shared/model/conflict.ts';
import type { ItemPath } from '../../shared/model/item.ts';
import { fail, ok, type Result } from '../../shared/model/sync-error.ts';
import type { Engine } from './engine.ts';
import { evidenceFor } from './evidence.ts';
import { inParallel } from './in-parallel.ts';
import { checkIdentity } from './look.ts';
import { noteActivity, noteReplaced } from './note-activity.ts';
import type { ContentId, Version } from './ports.ts';
import { readHere } from './read-here.ts';
import { rememberVersion } from './remember-version.ts';
import { inRun } from './runs.ts';
import { versionOf } from './version-of.ts';

/** One file to put back; `textFor` says what is to stand there, given what stands there now (null: nothing does). */
export interface PuttingBack {
  readonly path: ItemPath;
  readonly textFor: (here: string | null) => Result<string>;
}

/** The same when it was read: nothing has been written. */
interface Prepared {
  readonly path: ItemPath;
  readonly here: string | null;
  readonly before: ContentId | null;
  readonly text: string;
  readonly version: Version;
}

type Fates = Map<ItemPath, Result<null>>;

/** So many share one commit before and one after their writes; their texts are in memory together. */
const AT_A_TIME = 32;

/** A config that would not parse is never put back. */
async function prepare(engine: Engine, { path, textFor }: PuttingBack): Promise<Result<Prepared>> {
  const here = await readHere(engine, path);
  if (!here.ok) return here;
  const text = textFor(here.value);
  if (!text.ok) return text;
  const version = versionOf(engine.digest, path, text.value);
  if ('broken' in version) return fail('text-unusable', version.broken);
  const before = here.value === null ? null : engine.digest(here.value);
  return ok({ path, here: here.value, before, text: text.value, version });
}

/** No history copy, no overwrite: what stands here is durable in history before its file is touched. */
function keepHere(engine: Engine, items: readonly Prepared[]): void {
  engine.state.transaction(() => {
    for (const { path, here, before } of items)
      if (here !== null && before !== null) rememberVersion(engine, path, { id: before }, here, 'local');
  });
}

async function write(engine: Engine, { path, text, before }: Prepared): Promise<Result<null>> {
  const outcome = await engine.workspace.write(path, text, before);
  if (outcome.state === 'failed') return { ok: false, error: outcome.error };
  return outcome.state === 'changed' ? fail('changed-meanwhile', path) : ok(null);
}

function record(engine: Engine, items: readonly Prepared[]): void {
  engine.state.transaction(() => {
    for (const { path, text, before, version } of items) {
      rememberVersion(engine, path, version, text, 'local');
      noteReplaced(engine, path, before, version.id);
      noteActivity(
        engine,
        'restored',
        path,
        { code: 'restored' },
        undefined,
        evidenceFor(engine, path, before),
      );
    }
  });
}

/** What already stands as it is to stand is done, and leaves no trace. */
async function putBackSome(engine: Engine, items: readonly PuttingBack[], fates: Fates): Promise<void> {
  const prepared: Prepared[] = [];
  await inParallel(items, async (item) => {
    const result = await prepare(engine, item);
    if (result.ok && result.value.before !== result.value.version.id) prepared.push(result.value);
    fates.set(item.path, result.ok ? ok(null) : result);
  });
  if (prepared.length === 0) return;
  keepHere(engine, prepared);
  const written: Prepared[] = [];
  await inParallel(prepared, async (item) => {
    const result = await write(engine, item);
    if (result.ok) written.push(item);
    fates.set(item.path, result);
  });
  if (written.length > 0) record(engine, written);
}

function manyDone(run: number, fates: Fates): ManyDone {
  const sorted = [...fates].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    run,
    done: sorted.filter(([, fate]) => fate.ok).map(([path]) => path),
    failed: sorted.flatMap(([path, fate]) => (fate.ok ? [] : [{ path, error: fate.error }])),
  };
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
  const fates: Fates = new Map();
  const { run } = await inRun(engine, kind, async () => {
    for (let at = 0; at < items.length; at += AT_A_TIME)
      await putBackSome(engine, items.slice(at, at + AT_A_TIME), fates);
  });
  return ok(manyDone(run, fates));
}

/** The same for one file: its failure is the answer. */
export async function putBackOne(engine: Engine, item: PuttingBack): Promise<Result<ManyDone>> {
  const all = await putBackAll(engine, 'restore', [item]);
  const error = all.ok ? all.value.failed[0]?.error : undefined;
  return error ? { ok: false, error } : all;
}
