import type { Section } from '../../shared/model/item.ts';
import { SECTIONS } from '../../shared/model/item.ts';
import { fail, type Result } from '../../shared/model/sync-error.ts';
import { rolledBackSections } from './adopt-hashes.ts';
import { type BrakedPlan, brakePlan } from './brakes.ts';
import type { Engine } from './engine.ts';
import { type LocalView, scanFolder } from './local-view.ts';
import { makePlan, type Plan } from './plan.ts';
import type { Cursor, PullAnswer } from './ports.ts';
import { hearAnswer, type RemoteView } from './remote-view.ts';

/** Both sides as they were found, and what is to be done; nothing has been written. */
export interface Look extends BrakedPlan {
  readonly local: LocalView;
  readonly view: RemoteView;
  readonly plan: Plan;
  /** Epoch milliseconds of the pull. */
  readonly at: number;
}

/** The view when GIIP has not been asked: what is remembered of it still stands. */
const NOTHING_HEARD: RemoteView = { sections: [], texts: new Map() };

/** Stops when the folder is not the one that was synced before: a missing folder is never "all was deleted". */
export async function checkIdentity(engine: Engine): Promise<Result<null>> {
  const found = await engine.workspace.identify();
  if (!found.ok) return found;
  const known = engine.state.facts.get('identity');
  const isSame =
    !known ||
    (known.realPath === found.value.realPath &&
      known.device === found.value.device &&
      known.inode === found.value.inode);
  return isSame ? { ok: true, value: null } : fail('workspace-replaced', found.value.realPath);
}

/**
 * A section that moved but named nothing is asked for once more without its hash: empty again is then all there is
 * to hear (research/reliability.md, A2).
 */
async function askAgain(
  engine: Engine,
  sent: Cursor,
  answer: PullAnswer,
): Promise<Result<{ sent: Cursor; answer: PullAnswer }>> {
  const silent = SECTIONS.filter(
    (section) => answer[section].state === 'silent' && sent[section] !== undefined,
  );
  if (silent.length === 0) return { ok: true, value: { sent, answer } };
  const kept = Object.fromEntries(
    Object.entries(sent).filter(([section]) => !silent.includes(section as Section)),
  );
  const again = await engine.remote.pull(kept);
  if (!again.ok) return again;
  return { ok: true, value: { sent: kept, answer: again.value } };
}

async function compareSides(
  engine: Engine,
  local: LocalView,
  view: RemoteView,
  wasKilled: boolean,
  at: number,
): Promise<Look> {
  const plan = await makePlan(engine, local, view);
  const braked = await brakePlan(engine, plan.steps, {
    rolledBack: rolledBackSections(engine, view.sections),
    wasKilled,
  });
  return { ...braked, local, view, plan, at };
}

/** Looks at this computer only: what would be pending, without a request. */
export async function lookHere(engine: Engine): Promise<Result<Look>> {
  const identity = await checkIdentity(engine);
  if (!identity.ok) return identity;
  const local = await scanFolder(engine, 'touched');
  if (!local.ok) return local;
  return {
    ok: true,
    value: await compareSides(engine, local.value, NOTHING_HEARD, false, engine.clock.now()),
  };
}

export interface LookOptions {
  /** Ask for everything and hash everything: at start, after resume, hourly. */
  readonly audit: boolean;
  readonly wasKilled: boolean;
}

/** Scan, then pull, then compare: in this order, so that what goes out is covered by a pull that is younger than its scan. */
export async function lookAround(engine: Engine, options: LookOptions): Promise<Result<Look>> {
  const local = await scanFolder(engine, options.audit ? 'everything' : 'touched');
  if (!local.ok) return local;
  const cursor = options.audit ? {} : (engine.state.facts.get('cursor') ?? {});
  const first = await engine.remote.pull(cursor);
  if (!first.ok) return first;
  const heard = await askAgain(engine, cursor, first.value);
  if (!heard.ok) return heard;
  const view = hearAnswer(engine, heard.value.sent, heard.value.answer);
  return {
    ok: true,
    value: await compareSides(engine, local.value, view, options.wasKilled, engine.clock.now()),
  };
}
