import type {
  ConflictDecision,
  KeyRule,
  ManyDone,
  SeenTexts,
  Settled,
  Side,
} from '../../shared/model/conflict.ts';
import type { ItemPath } from '../../shared/model/item.ts';
import { ok, type Result } from '../../shared/model/sync-error.ts';
import { carryOut, type DecidedBy, keepHere, type Prepared, prepare, settle } from './decision.ts';
import type { Engine } from './engine.ts';
import { inParallel } from './in-parallel.ts';
import { type TakenNames, takenNames } from './keep-both.ts';
import { openConflict } from './open-conflict.ts';
import { inRun } from './runs.ts';

interface Item {
  readonly path: ItemPath;
  readonly seen?: SeenTexts | undefined;
}

type Fates = Map<ItemPath, Result<KeyRule | null>>;

/** So many share one commit before and one after their writes; their texts are in memory together. */
const AT_A_TIME = 32;

/** Read when the first item needs them, and kept for the others. */
function namesOnce(engine: Engine): () => TakenNames {
  let names: TakenNames | null = null;
  return () => {
    names ??= takenNames(engine);
    return names;
  };
}

/** Runs the work for each; whose work fails is told so and goes no further. */
async function each<A, B>(
  items: readonly (readonly [ItemPath, A])[],
  fates: Fates,
  work: (item: A) => Promise<Result<B>>,
): Promise<readonly (readonly [ItemPath, B])[]> {
  const kept: [ItemPath, B][] = [];
  await inParallel(items, async ([path, item]) => {
    const result = await work(item);
    if (result.ok) kept.push([path, result.value]);
    else fates.set(path, result);
  });
  return kept;
}

/** Look, keep, write, record: what fails in one of these fails alone, and leaves its conflict as it was. */
async function settleSome(
  engine: Engine,
  items: readonly Item[],
  decision: ConflictDecision,
  by: DecidedBy,
  taken: () => TakenNames,
): Promise<Fates> {
  const fates: Fates = new Map();
  const asked = items.map((item) => [item.path, item] as const);
  const prepared = await each(asked, fates, async ({ path, seen }): Promise<Result<Prepared>> => {
    const open = await openConflict(engine, path, seen);
    return open.ok ? prepare(engine, open.value, decision, by) : open;
  });
  engine.state.transaction(() => {
    for (const [, one] of prepared) keepHere(engine, one);
  });
  const done = await each(prepared, fates, (one) => carryOut(engine, one, taken));
  // The files are flushed by now: the database speaks of them only after that (design.md, step 5).
  engine.state.transaction(() => {
    for (const [path, one] of done) fates.set(path, ok(settle(engine, one)));
  });
  return fates;
}

/**
 * Settles one conflict as a person decided; makes no request. With `seen` only if both texts are still those. The next
 * cycle pulls first: if GIIP has changed the item since, it is a conflict again and nothing was overwritten. Errors:
 * no-such-conflict, changed-meanwhile, text-unusable, write-failed, state-unusable; nothing was settled then.
 */
export async function resolveConflict(
  engine: Engine,
  path: ItemPath,
  decision: ConflictDecision,
  seen?: SeenTexts,
): Promise<Result<Settled>> {
  const { run, value } = await inRun(engine, 'decision', () =>
    settleSome(engine, [{ path, seen }], decision, 'person', namesOnce(engine)),
  );
  const fate = value.get(path);
  if (!fate) throw new Error(`nothing came of the decision on ${path}`);
  return fate.ok ? ok({ run, offer: fate.value }) : fate;
}

/** The same for many, each by itself, as one step of the time line. */
export async function resolveMany(
  engine: Engine,
  items: readonly Item[],
  take: Side | 'both',
  by: DecidedBy = 'person',
): Promise<ManyDone> {
  const taken = namesOnce(engine);
  const once = [...new Map(items.map((item) => [item.path, item])).values()];
  const fates: [ItemPath, Result<unknown>][] = [];
  const { run } = await inRun(engine, 'decision', async () => {
    for (let at = 0; at < once.length; at += AT_A_TIME)
      fates.push(...(await settleSome(engine, once.slice(at, at + AT_A_TIME), { take }, by, taken)));
  });
  fates.sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    run,
    done: fates.flatMap(([path, fate]) => (fate.ok ? [path] : [])),
    failed: fates.flatMap(([path, fate]) => (fate.ok ? [] : [{ path, error: fate.error }])),
  };
}
