import type { ItemPath, Section } from '../../shared/model/item.ts';
import { SECTIONS } from '../../shared/model/item.ts';
import { fail, type Result } from '../../shared/model/sync-error.ts';
import { rolledBackSections } from './adopt-hashes.ts';
import { brakePlan } from './brakes.ts';
import type { Engine } from './engine.ts';
import { type HeardTexts, NO_TEXTS, passingTexts, storedTexts } from './heard-texts.ts';
import { type LocalView, scanFolder, withRecalled } from './local-view.ts';
import { inStepBeside, pathsToCompare } from './look-paths.ts';
import { makePlan, type Plan } from './plan.ts';
import type { Cursor, KeepText, PullAnswer } from './ports.ts';
import type { Start } from './recall.ts';
import { hearAnswer, type RemoteView } from './remote-view.ts';
import { type GatedPlan, gateSecrets } from './secret-gate.ts';

/** Both sides as they were found, and what is to be done; nothing has been written. */
export interface Look extends GatedPlan {
  readonly local: LocalView;
  readonly view: RemoteView;
  readonly plan: Plan;
  /** Epoch milliseconds of the pull. */
  readonly at: number;
  /** What this look could leave out: whatever has no step is in step. */
  readonly start: Start;
}

const COMPLETE: Start = { at: 0, memory: null, places: null };

function startOf({ recall }: Engine, audit: boolean): Start {
  return recall?.begin(audit) ?? COMPLETE;
}

/** The view when GIIP has not been asked: what is remembered of it still stands. */
const NOTHING_HEARD: RemoteView = { sections: [], texts: NO_TEXTS };

/** Stops when the folder is not the one that was synced before: a missing folder is never "all was deleted". */
export async function checkIdentity(engine: Engine): Promise<Result<null>> {
  const found = await engine.workspace.identify();
  if (!found.ok) engine.recall?.distrust();
  if (!found.ok) return found;
  const known = engine.state.facts.get('identity');
  const isSame =
    !known ||
    (known.realPath === found.value.realPath &&
      known.device === found.value.device &&
      known.inode === found.value.inode);
  // What watched the other folder does not tell of this one.
  if (!isSame) engine.recall?.distrust();
  return isSame ? { ok: true, value: null } : fail('workspace-replaced', found.value.realPath);
}

interface Heard {
  readonly sent: Cursor;
  readonly answer: PullAnswer;
}

/** The cursor to ask with once more, or null when all that can be heard was heard. */
function nextCursor({ sent, answer }: Heard): Cursor | null {
  const silent = SECTIONS.filter((section) => answer[section].state === 'silent');
  const kept = Object.fromEntries(
    Object.entries(sent).filter(([section]) => !silent.includes(section as Section)),
  );
  if (Object.keys(kept).length < Object.keys(sent).length) return kept;
  // Neither items nor a hash for a section that was asked for whole: the other section's hash may have answered for both.
  const isUnheard = SECTIONS.some((section) => {
    const heard = answer[section];
    return heard.state === 'silent' && heard.hash === null;
  });
  return isUnheard && Object.keys(sent).length > 0 ? {} : null;
}

/**
 * A section that moved but named nothing is asked for once more without its hash, then without any: empty again is
 * all there is to hear (research/reliability.md, A2).
 */
async function hear(engine: Engine, sent: Cursor, keep: KeepText): Promise<Result<Heard>> {
  const answer = await engine.remote.pull(sent, keep);
  if (!answer.ok) return answer;
  const heard = { sent, answer: answer.value };
  const next = nextCursor(heard);
  return next === null ? { ok: true, value: heard } : hear(engine, next, keep);
}

/** With what an earlier look remembers, only what may have come out of step since is compared. */
async function compareSides(
  engine: Engine,
  scanned: LocalView,
  view: RemoteView,
  { wasKilled, at, start }: Pick<Look, 'at' | 'start'> & { readonly wasKilled: boolean },
): Promise<Look> {
  const { memory } = start;
  const paths = memory && pathsToCompare(engine, scanned, view, memory);
  const local = memory && paths ? withRecalled(engine, scanned, paths, memory) : scanned;
  const plan = await makePlan(engine, local, view);
  const braked = await brakePlan(engine, plan.steps, {
    rolledBack: rolledBackSections(engine, view.sections),
    wasKilled,
    inStep: memory && paths ? inStepBeside(memory, paths) : 0,
  });
  const gated = await gateSecrets(engine, braked, plan.textOf);
  return { ...gated, local, view, plan, at, start };
}

/**
 * Looks at this computer only: what would be pending, without a request. Right after a cycle (`isAfterCycle`) the
 * folder is not looked through once more.
 */
export async function lookHere(engine: Engine, isAfterCycle = false): Promise<Result<Look>> {
  const identity = await checkIdentity(engine);
  if (!identity.ok) return identity;
  const again = isAfterCycle ? engine.recall?.beginAgain() : undefined;
  const start = again ?? startOf(engine, false);
  const local = await scanFolder(engine, 'touched', start);
  if (!local.ok) return local;
  const now = { wasKilled: false, at: engine.clock.now(), start };
  return { ok: true, value: await compareSides(engine, local.value, NOTHING_HEARD, now) };
}

export interface LookOptions {
  /** Ask for everything and hash everything: at start, after resume, hourly. */
  readonly audit: boolean;
  readonly wasKilled: boolean;
  readonly onPhase?: (phase: 'scanning' | 'asking', done: number, total: number) => void;
  /** Nothing is written anywhere: not even texts of GIIP's are stored. */
  readonly dryRun?: boolean;
}

/** Without a trace only the texts are kept that a plan has to see: of what stands here as well, or was sent from here. */
function textsFor(engine: Engine, local: LocalView, { dryRun }: LookOptions): HeardTexts {
  if (!dryRun) return storedTexts(engine);
  const { state, paths } = engine;
  const sent = new Set(state.intents.all().map(({ item }) => item));
  const mayStandHere = (path: ItemPath): boolean =>
    // A look that remembers has not listed what has not moved.
    local.items.has(path) || state.scans.get(path) !== undefined || state.base.get(path) !== undefined;
  return passingTexts(engine, (section, wire) => {
    const verdict = paths.admit(section, wire);
    return 'path' in verdict && (mayStandHere(verdict.path) || sent.has(verdict.path));
  });
}

/**
 * Scan, then pull, then compare: in this order, so that what goes out is covered by a pull that is younger than its
 * scan. A folder that went away during the scan was not emptied by anybody.
 */
export async function lookAround(engine: Engine, options: LookOptions): Promise<Result<Look>> {
  const start = startOf(engine, options.audit);
  const onRead = (done: number, total: number): void => options.onPhase?.('scanning', done, total);
  const local = await scanFolder(engine, options.audit ? 'everything' : 'touched', start, onRead);
  if (!local.ok) return local;
  const identity = await checkIdentity(engine);
  if (!identity.ok) return identity;
  options.onPhase?.('asking', 0, 0);
  const texts = textsFor(engine, local.value, options);
  const cursor = options.audit ? {} : (engine.state.facts.get('cursor') ?? {});
  const heard = await hear(engine, cursor, texts.keep);
  if (!heard.ok) return heard;
  const at = engine.clock.now();
  const view = hearAnswer(engine, heard.value.sent, heard.value.answer, texts);
  const now = { wasKilled: options.wasKilled, at, start };
  return { ok: true, value: await compareSides(engine, local.value, view, now) };
}
