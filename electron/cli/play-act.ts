import { isDeepStrictEqual } from 'node:util';
import { meaningOf } from '../../shared/merge/meaning.ts';
import type { Activity } from '../../shared/model/change.ts';
import type { ItemPath } from '../../shared/model/item.ts';
import type { SyncReport } from '../../shared/model/sync-report.ts';
import type { Stage } from '../rehearsal/stage.ts';
import { runCycle } from '../sync/cycle.ts';
import { resolveConflict } from '../sync/decide.ts';
import type { Engine } from '../sync/engine.ts';
import type { Act } from './rehearsal-acts.ts';

/** What stands on both sides at one moment; null where nothing does. */
export interface Sides {
  readonly here: string | null;
  readonly there: string | null;
}

export type Scene = Readonly<Record<ItemPath, Sides>>;

/** One act, played. */
export interface Played {
  readonly before: Scene;
  readonly after: Scene;
  readonly report: SyncReport;
  /** What was done to which item and why, oldest first. */
  readonly done: readonly Activity[];
  /** Where the end is not what the act tells; empty when all is. */
  readonly differences: readonly string[];
}

async function look(stage: Stage, paths: readonly ItemPath[]): Promise<Scene> {
  const sides = paths.map(async (path) => [path, { here: await stage.here(path), there: stage.there(path) }]);
  return Object.fromEntries(await Promise.all(sides));
}

function meaning(path: ItemPath, text: string | null): unknown {
  return text === null ? null : meaningOf(path, text);
}

function differencesInReport({ expected, conflicts }: Act, report: SyncReport): readonly string[] {
  const wanted: Readonly<Record<string, unknown>> = { ...expected, conflicts };
  const found: Readonly<Record<string, unknown>> = {
    ...report,
    conflicts: report.conflicts.map(({ path }) => path),
  };
  const error = report.error ? [`the sync ended with ${report.error.code}`] : [];
  const others = Object.keys(wanted).filter((name) => !isDeepStrictEqual(found[name], wanted[name]));
  return [
    ...error,
    ...others.map((name) => `${name} is ${JSON.stringify(found[name])}, not ${JSON.stringify(wanted[name])}`),
  ];
}

/** In conflict: untouched on both sides. Everything else: the same on both sides, with the words that were told. */
function differencesIn(act: Act, path: ItemPath, before: Sides, after: Sides): readonly string[] {
  if (act.conflicts.includes(path))
    return isDeepStrictEqual(before, after) ? [] : [`${path} is in conflict and was touched`];
  const isSame = isDeepStrictEqual(meaning(path, after.here), meaning(path, after.there));
  const words = act.bothHold?.[path] ?? [];
  const missing = words.filter((word) => !after.here?.includes(word) || !after.there?.includes(word));
  return [
    ...(isSame && after.here !== null ? [] : [`${path} is not the same on both sides`]),
    ...missing.map((word) => `${path} does not hold "${word}" on both sides`),
  ];
}

async function decide(engine: Engine, act: Act): Promise<readonly string[]> {
  const refused: string[] = [];
  for (const [path, decision] of Object.entries(act.decisions ?? {})) {
    const result = await resolveConflict(engine, path, decision);
    if (!result.ok) refused.push(`the decision about ${path} ended with ${result.error.code}`);
  }
  return refused;
}

/** Plays one act against the real engine, and compares its end with what it tells. */
export async function playAct(engine: Engine, stage: Stage, act: Act): Promise<Played> {
  const known = engine.state.activity.latest(1)[0]?.id ?? 0;
  await act.happen?.(stage);
  const before = await look(stage, act.paths);
  const refused = await decide(engine, act);
  const report = await runCycle(engine);
  const after = await look(stage, act.paths);
  const differences = act.paths.flatMap((path) =>
    differencesIn(act, path, before[path] ?? NOTHING, after[path] ?? NOTHING),
  );
  return {
    before,
    after,
    report,
    done: engine.state.activity
      .latest(MOST_DONE)
      .filter(({ id }) => id > known)
      .reverse(),
    differences: [...refused, ...differencesInReport(act, report), ...differences],
  };
}

const NOTHING: Sides = { here: null, there: null };
/** More than any act does. */
const MOST_DONE = 50;
