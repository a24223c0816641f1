import { styledText } from '../../shared/merge/file-style.ts';
import { type ItemPath, type Section, sectionOf } from '../../shared/model/item.ts';
import type { SyncError } from '../../shared/model/sync-error.ts';
import type { Engine } from './engine.ts';
import { inParallel } from './in-parallel.ts';
import { LostText } from './lost-text.ts';
import type { Plan } from './plan.ts';
import type { Cancel, ContentId, Version } from './ports.ts';
import { recordWrite } from './record.ts';
import type { Step } from './refine.ts';
import { rememberVersion } from './remember-version.ts';
import { versionOf } from './version-of.ts';

/** So many files, or so much text, share a commit and are in memory together. */
const MOST_ITEMS = 256;
const MOST_TEXT = 4 * 1024 * 1024;

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

/** A write with all that it needs; nothing has been written. */
interface Prepared {
  readonly step: Step;
  readonly text: string;
  readonly version: Version;
  /** What stands there, null where nothing does. */
  readonly standing: string | null;
}

/** Undefined where it moved since the plan. */
async function prepare(engine: Engine, plan: Plan, step: Step): Promise<Prepared | undefined> {
  const text = textToWrite(step, plan);
  const version: Version | { broken: string } = versionOf(engine.digest, step.path, text);
  if ('broken' in version)
    throw new Error(`a text that was to be written to ${step.path} is ${version.broken}`);
  if (step.local.state !== 'present') return { step, text, version, standing: null };
  const found = await engine.workspace.read(step.path);
  const expected = step.local.version;
  if (found.state !== 'present' || engine.digest(found.text) !== expected.id) return undefined;
  return { step, text, version, standing: found.text };
}

function expectedId({ local }: Step): ContentId | null {
  return local.state === 'present' ? local.version.id : null;
}

/** No history copy, no overwrite: the texts that stand there are durable in history before a file is touched. */
function keepOldTexts(engine: Engine, prepared: readonly Prepared[]): void {
  const old = prepared.filter(({ standing }) => standing !== null);
  if (old.length === 0) return;
  engine.state.transaction(() => {
    for (const { step, standing } of old)
      if (standing !== null && step.local.state === 'present')
        rememberVersion(engine, step.path, step.local.version, standing, 'local');
  });
}

async function write(
  engine: Engine,
  { step, text, version }: Prepared,
): Promise<'written' | 'changed' | SyncError> {
  const expected = expectedId(step);
  const isThere = expected === version.id;
  if (isThere) return 'written';
  const outcome = await engine.workspace.write(step.path, text, expected);
  return outcome.state === 'failed' ? outcome.error : outcome.state;
}

/** What became of the writes so far. */
interface Doing {
  readonly pulled: ItemPath[];
  readonly merged: { path: ItemPath; version: Version }[];
  readonly moved: ItemPath[];
  readonly failed: { path: ItemPath; error: SyncError }[];
}

/** The files and their folders are flushed by now: the database speaks of them only after that (design.md, step 5). */
function record(engine: Engine, written: readonly Prepared[], doing: Doing): void {
  engine.state.transaction(() => {
    for (const { step, text, version } of written) recordWrite(engine, step, text, version);
  });
  for (const { step, version } of written)
    if (step.action === 'merge') doing.merged.push({ path: step.path, version });
    else doing.pulled.push(step.path);
}

/** The next ones, as many as may be in memory together; those that moved are left out. */
async function prepareSome(
  { engine, plan, queue, cancel }: Lane,
  doing: Doing,
): Promise<readonly Prepared[]> {
  const prepared: Prepared[] = [];
  let size = 0;
  for (const step of queue) {
    const one = cancel.aborted ? undefined : await prepare(engine, plan, step);
    if (one) prepared.push(one);
    else doing.moved.push(step.path);
    size += one ? one.text.length + (one.standing?.length ?? 0) : 0;
    if (prepared.length >= MOST_ITEMS || size >= MOST_TEXT) break;
  }
  return prepared;
}

/** Look, keep, write, record: one commit before the writes and one after, however many there are. */
async function writeSome(lane: Lane, prepared: readonly Prepared[], doing: Doing): Promise<void> {
  const { engine, onDone, cancel } = lane;
  keepOldTexts(engine, prepared);
  const written: Prepared[] = [];
  await inParallel(prepared, async (one) => {
    const { path } = one.step;
    const outcome = cancel.aborted ? 'changed' : await write(engine, one);
    if (outcome === 'written') written.push(one);
    else if (outcome === 'changed') doing.moved.push(path);
    else doing.failed.push({ path, error: outcome });
    onDone();
  });
  if (written.length > 0) record(engine, written, doing);
}

interface Lane {
  readonly engine: Engine;
  readonly plan: Plan;
  /** Shared: each takes what the other has not. */
  readonly queue: Iterable<Step>;
  readonly onDone: () => void;
  readonly cancel: Cancel;
}

async function runLane(lane: Lane, doing: Doing): Promise<void> {
  for (let some = await prepareSome(lane, doing); some.length > 0; some = await prepareSome(lane, doing))
    await writeSome(lane, some, doing);
}

/** Writes what comes in. What fails fails alone; what was stopped is left for the next look. */
export async function applyWrites(
  engine: Engine,
  plan: Plan,
  steps: readonly Step[],
  onDone: (done: number, total: number) => void,
  cancel: Cancel,
): Promise<Applied> {
  const writes = steps.filter(isWrite);
  const moved = steps.filter((step) => step.isMoving).map((step) => step.path);
  const doing: Doing = { pulled: [], merged: [], moved, failed: [] };
  let done = 0;
  const lane = { engine, plan, cancel, queue: writes.values(), onDone: () => onDone(++done, writes.length) };
  // While one commits, the files of the other keep the disk busy.
  await inParallel([doing, doing], (shared) => runLane(lane, shared));
  return doing;
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
