import { styledText } from '../../shared/merge/file-style.ts';
import { type ItemPath, type Section, sectionOf } from '../../shared/model/item.ts';
import type { SyncError } from '../../shared/model/sync-error.ts';
import type { Engine } from './engine.ts';
import { inParallel } from './in-parallel.ts';
import { LostText } from './lost-text.ts';
import type { Plan } from './plan.ts';
import type { Cancel, Version } from './ports.ts';
import { recordWrite } from './record.ts';
import type { Step } from './refine.ts';
import { rememberVersion } from './remember-version.ts';
import { versionOf } from './version-of.ts';

/** What became of the writes. */
export interface Applied {
  readonly pulled: readonly ItemPath[];
  readonly merged: readonly { readonly path: ItemPath; readonly version: Version }[];
  /** Somebody wrote in between: nothing was done to these, the next look sees them. */
  readonly moved: readonly ItemPath[];
  readonly failed: readonly { readonly path: ItemPath; readonly error: SyncError }[];
}

function isWrite(step: Step): boolean {
  return step.action === 'pull' || step.action === 'merge';
}

function textToWrite(step: Step, plan: Plan): string {
  if (step.text !== undefined) return step.text;
  const theirs = step.remote.state === 'present' ? plan.textOf(step.remote.version) : undefined;
  if (theirs === undefined) throw new LostText(step.path);
  return styledText(step.path, null, theirs);
}

/**
 * No history copy, no overwrite: the text that stands there is durable in history before its file is touched.
 * Answers its id, null where nothing stands there, undefined where it moved since the plan.
 */
async function keepOldText(engine: Engine, step: Step): Promise<string | null | undefined> {
  if (step.local.state !== 'present') return null;
  const found = await engine.workspace.read(step.path);
  const expected = step.local.version;
  if (found.state !== 'present' || engine.digest(found.text) !== expected.id) return undefined;
  engine.state.transaction(() => rememberVersion(engine, step.path, expected, found.text, 'local'));
  return expected.id;
}

type Written = { readonly version: Version } | { readonly moved: true } | { readonly error: SyncError };

async function applyWrite(engine: Engine, plan: Plan, step: Step): Promise<Written> {
  const text = textToWrite(step, plan);
  const version: Version | { broken: string } = versionOf(engine.digest, step.path, text);
  if ('broken' in version)
    throw new Error(`a text that was to be written to ${step.path} is ${version.broken}`);
  const expected = await keepOldText(engine, step);
  if (expected === undefined) return { moved: true };
  const isThere = expected === version.id;
  const outcome = isThere
    ? ({ state: 'written' } as const)
    : await engine.workspace.write(step.path, text, expected);
  if (outcome.state === 'failed') return { error: outcome.error };
  if (outcome.state === 'changed') return { moved: true };
  // The file and its folder are flushed by now: the database speaks of them only after that (design.md, step 5).
  engine.state.transaction(() => recordWrite(engine, step, text, version));
  return { version };
}

/** Writes what comes in, 16 files at a time. What fails fails alone; what was stopped is left for the next look. */
export async function applyWrites(
  engine: Engine,
  plan: Plan,
  steps: readonly Step[],
  onDone: (done: number, total: number) => void,
  cancel: Cancel,
): Promise<Applied> {
  const writes = steps.filter(isWrite);
  const applied = {
    pulled: [] as ItemPath[],
    merged: [] as { path: ItemPath; version: Version }[],
    moved: steps.filter((step) => step.isMoving).map((step) => step.path),
    failed: [] as { path: ItemPath; error: SyncError }[],
  };
  let done = 0;
  await inParallel(writes, async (step) => {
    const outcome = cancel.aborted ? { moved: true as const } : await applyWrite(engine, plan, step);
    if ('moved' in outcome) applied.moved.push(step.path);
    else if ('error' in outcome) applied.failed.push({ path: step.path, error: outcome.error });
    else if (step.action === 'merge') applied.merged.push({ path: step.path, version: outcome.version });
    else applied.pulled.push(step.path);
    onDone(++done, writes.length);
  });
  return applied;
}

/** True when every item of the section has a durable fate: applied, equal, in conflict, refused; none failed, moved or held. */
export function isSectionSettled(section: Section, steps: readonly Step[], applied: Applied): boolean {
  const open = new Set([...applied.moved, ...applied.failed.map(({ path }) => path)]);
  return !steps.some(
    (step) =>
      sectionOf(step.path) === section &&
      (open.has(step.path) ||
        step.reason.code === 'held-server-rollback' ||
        step.reason.code === 'held-mass-overwrite'),
  );
}
