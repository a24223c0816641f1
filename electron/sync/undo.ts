import { styledText } from '../../shared/merge/file-style.ts';
import { mergeItem } from '../../shared/merge/merge.ts';
import type { ManyDone } from '../../shared/model/conflict.ts';
import type { RestoreStep, SyncRun } from '../../shared/model/history.ts';
import { fail, ok, type Result } from '../../shared/model/sync-error.ts';
import type { Engine } from './engine.ts';
import type { ContentId } from './ports.ts';
import { type PuttingBack, putBackAll } from './put-back.ts';
import { readHere } from './read-here.ts';
import type { Replacement } from './run-ports.ts';

/** A text that a run replaced. */
type Undoable = Replacement & { readonly before: ContentId };

/** What can be put back. A file that the run made stays: absence is never guessed, and no file is taken away. */
function undoable({ state }: Engine, run: number): readonly Undoable[] {
  return state.runs
    .replaced(run)
    .flatMap(({ before, ...rest }) => (before === null ? [] : [{ before, ...rest }]));
}

/** Texts of GIIP that a person decided against: they are written here in the style of the file. */
function decidedAgainst({ state }: Engine, { id, kind }: SyncRun): ReadonlySet<ContentId | null> {
  if (kind !== 'decision') return new Set();
  const ids = state.activity.ofRun(id).map((entry) => state.activity.get(entry.id)?.evidence?.remote);
  return new Set(ids.filter((one) => one !== undefined));
}

async function stepFor(engine: Engine, { path, before }: Undoable): Promise<readonly RestoreStep[]> {
  if (engine.state.contents.get(before) === undefined) return [{ path, change: 'unavailable' }];
  const here = await readHere(engine, path);
  if (here.ok && here.value === null) return [{ path, change: 'create' }];
  const isBack = here.ok && here.value !== null && engine.digest(here.value) === before;
  return isBack ? [] : [{ path, change: 'replace' }];
}

/** What undoing a run would do; null: the last one that can be undone, or null where there is none. Errors: no-such-version. */
export async function undoPlan(
  engine: Engine,
  id: number | null,
): Promise<Result<{ readonly run: SyncRun; readonly steps: readonly RestoreStep[] } | null>> {
  const { runs } = engine.state;
  const run = id === null ? runs.lastUndoable() : runs.get(id);
  if (!run) return id === null ? ok(null) : fail('no-such-version', `run ${id}`);
  const steps: RestoreStep[] = [];
  for (const one of undoable(engine, run.id)) steps.push(...(await stepFor(engine, one)));
  return ok({ run, steps });
}

/**
 * What is to stand here: what the run replaced, joined with what was changed here since. Where the two overlap nothing
 * is done.
 */
function textAfterUndo(
  engine: Engine,
  { path, before, after }: Undoable,
  here: string | null,
  isTheirs: boolean,
): Result<string> {
  const { contents } = engine.state;
  const kept = contents.get(before);
  if (kept === undefined) return fail('no-such-version', path);
  const old = isTheirs ? styledText(path, here, kept) : kept;
  if (here === null) return ok(old);
  const hereId = engine.digest(here);
  if (hereId === before) return ok(here);
  if (hereId === after) return ok(old);
  const put = after === null ? undefined : contents.get(after);
  const merge = put === undefined ? undefined : mergeItem(path, put, here, old);
  if (!merge || 'conflict' in merge) return fail('changed-meanwhile', path);
  return ok(styledText(path, here, merge.merged));
}

/**
 * Puts back the texts that this run replaced, as one run that can itself be undone. Errors: no-such-version,
 * workspace-replaced; the rest by file.
 */
export async function undoRun(engine: Engine, id: number): Promise<Result<ManyDone>> {
  const run = engine.state.runs.get(id);
  if (!run) return fail('no-such-version', `run ${id}`);
  const theirs = decidedAgainst(engine, run);
  const items = undoable(engine, id).map(
    (one): PuttingBack => ({
      path: one.path,
      textFor: (here) => textAfterUndo(engine, one, here, theirs.has(one.before)),
    }),
  );
  return putBackAll(engine, 'undo', items);
}
