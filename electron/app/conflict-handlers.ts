import { ok, type Result } from '../../shared/model/sync-error.ts';
import { acceptFolder, approveHeld, decideGone } from '../sync/approve.ts';
import { conflictTexts } from '../sync/conflict-texts.ts';
import { resolveConflict, resolveMany } from '../sync/decide.ts';
import { addKeyRule, keyRules, removeKeyRule } from '../sync/key-rules.ts';
import { preview } from '../sync/preview.ts';
import { decideSecret } from '../sync/secret-decision.ts';
import type { Handlers } from './application.ts';
import type { SyncSession } from './sync-session.ts';

type ConflictCall =
  | 'conflict.texts'
  | 'conflict.resolve'
  | 'conflict.resolveMany'
  | 'rules.list'
  | 'rules.add'
  | 'rules.remove'
  | 'held.approve'
  | 'secret.decide'
  | 'gone.decide'
  | 'sync.cancel'
  | 'sync.preview';

/** Runs the work with the connection at work, or answers that there is none. */
type WithSession = <T>(work: (session: SyncSession) => Promise<Result<T>>) => Promise<Result<T>>;

/** The calls with which a person decides, and those that show what there is to decide. */
export function conflictHandlers(withSession: WithSession): Handlers<ConflictCall> {
  return {
    'conflict.texts': (path) =>
      withSession((session) => session.read((engine) => conflictTexts(engine, path))),
    'conflict.resolve': ({ path, decision, seen }) =>
      withSession((session) => session.decide((engine) => resolveConflict(engine, path, decision, seen))),
    'conflict.resolveMany': ({ items, take }) =>
      withSession((session) => session.decide(async (engine) => ok(await resolveMany(engine, items, take)))),
    'rules.list': () => withSession((session) => session.read(async (engine) => ok(keyRules(engine)))),
    'rules.add': (rule) => withSession((session) => session.decide((engine) => ok(addKeyRule(engine, rule)))),
    'rules.remove': (rule) =>
      withSession((session) => session.decide((engine) => ok(removeKeyRule(engine, rule)))),
    'held.approve': (paths) => withSession((session) => approve(session, paths)),
    'secret.decide': ({ paths, decision }) =>
      withSession((session) => {
        // As it is now: a sync that is under way may find another secret before the decision has its turn.
        const shown = session.view().status?.held ?? [];
        return session.decide((engine) => decideSecret(engine, paths, decision, shown));
      }),
    'gone.decide': ({ path, decision }) =>
      withSession((session) => session.decide((engine) => decideGone(engine, path, decision))),
    'sync.cancel': () =>
      withSession(async (session) => {
        session.cancel();
        return ok(null);
      }),
    'sync.preview': () => withSession((session) => session.between(preview)),
  };
}

/** Letting all go on also says that the folder standing there now is the right one. */
function approve(session: SyncSession, paths: readonly string[] | null): Promise<Result<null>> {
  // As it is now: what a sync under way holds meanwhile, nobody has looked at.
  const { status, error } = session.view();
  const shown = (status?.held ?? []).map(({ path }) => path);
  const isOtherFolder = error?.code === 'workspace-replaced';
  return session.decide(async (engine) => {
    if (paths === null && isOtherFolder) return acceptFolder(engine);
    approveHeld(engine, paths ?? shown);
    return ok(null);
  });
}
