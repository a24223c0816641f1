import type { VersionText } from '../../shared/model/history.ts';
import type { ItemPath } from '../../shared/model/item.ts';
import { fail, ok, type Result } from '../../shared/model/sync-error.ts';
import type { Engine } from '../sync/engine.ts';
import { whyActivity, whyConflict } from '../sync/evidence.ts';
import { readHere } from '../sync/read-here.ts';
import { restorePlan, restoreRun, restoreVersion, versionText } from '../sync/restore.ts';
import { restoreKey } from '../sync/restore-key.ts';
import { undoPlan, undoRun } from '../sync/undo.ts';
import type { ApplicationCall, Handlers } from './application.ts';
import type { SyncSession } from './sync-session.ts';

type HistoryCall = Extract<ApplicationCall, `history.${string}`>;

/** Runs the work with the connection at work, or answers that there is none. */
type WithSession = <T>(
  work: (session: Pick<SyncSession, 'read' | 'decide'>) => Promise<Result<T>>,
) => Promise<Result<T>>;

type Work<T> = (engine: Engine) => Promise<Result<T>>;

const RUNS_AT_A_TIME = 50;

function keptPaths({ state }: Engine): readonly ItemPath[] {
  return [...new Set(state.history.list().map(({ path }) => path))].sort();
}

/** Errors: no-such-version, workspace-unreadable. */
async function shownVersion(engine: Engine, id: string): Promise<Result<VersionText>> {
  const path = engine.state.history.content(id)?.path;
  const version = path && engine.state.history.list(path).find((one) => one.id === id);
  if (!version) return fail('no-such-version', id);
  const text = versionText(engine, version.path, id);
  if (!text.ok) return text;
  const here = await readHere(engine, version.path);
  return here.ok ? ok({ version, text: text.value, now: here.value }) : here;
}

/** Everything that the history window asks for. */
export function historyHandlers(withSession: WithSession): Handlers<HistoryCall> {
  const read = <T>(work: Work<T>): Promise<Result<T>> => withSession((session) => session.read(work));
  const decide = <T>(work: Work<T>): Promise<Result<T>> => withSession((session) => session.decide(work));
  return {
    'history.runs': ({ before }) => read(async ({ state }) => ok(state.runs.list(before, RUNS_AT_A_TIME))),
    'history.run': (id) =>
      read(async ({ state }) => {
        const run = state.runs.get(id);
        return run ? ok({ ...run, items: state.activity.ofRun(id) }) : fail('no-such-version', `run ${id}`);
      }),
    'history.paths': () => read(async (engine) => ok(keptPaths(engine))),
    'history.versions': (path) => read(async ({ state }) => ok(state.history.list(path))),
    'history.text': (id) => read((engine) => shownVersion(engine, id)),
    'history.restore': ({ path, version }) => decide((engine) => restoreVersion(engine, path, version)),
    'history.restoreKey': ({ path, version, key }) =>
      decide((engine) => restoreKey(engine, path, version, key)),
    'history.restorePlan': (run) => read((engine) => restorePlan(engine, run)),
    'history.restoreRun': ({ run, paths }) => decide((engine) => restoreRun(engine, run, paths)),
    'history.undoPlan': (run) => read((engine) => undoPlan(engine, run)),
    'history.undo': (run) => decide((engine) => undoRun(engine, run)),
    'history.size': () => read(async ({ state }) => ok(state.history.size())),
    'history.why': (about) =>
      read((engine) =>
        about.kind === 'activity' ? whyActivity(engine, about.id) : whyConflict(engine, about.path),
      ),
  };
}
