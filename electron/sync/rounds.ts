import type { Progress } from '../../shared/model/app-snapshot.ts';
import type { ItemPath } from '../../shared/model/item.ts';
import { addTo } from './add-to.ts';
import type { Applied } from './apply.ts';
import { applyLook, provedPaths } from './apply-look.ts';
import type { Engine } from './engine.ts';
import { type Look, lookAround } from './look.ts';
import type { Cancel } from './ports.ts';
import { isFresh, NOTHING_PUSHED, type Outgoing, type Pushed, pushItems } from './push.ts';
import { checkKept, proveByBatches, provePush, shownBesidePush } from './push-probe.ts';
import type { RemoteView } from './remote-view.ts';
import { leftOpen, outcomeOf } from './report.ts';
import { withheld } from './secret-gate.ts';
import type { Tally } from './tally.ts';

/** How long GIIP may take to show what it said yes to (research/reliability.md, A22). */
const SHOW_WAITS_MS = [2_000, 10_000];
/** A wait is cut into pieces, so that closing the application need not wait for its end. */
const SLICE_MS = 250;
/** Someone who types into a file all the time must not keep one cycle going for ever. */
const MAX_MOVED_ROUNDS = 3;
const MAX_SENDS = 3;

/** One cycle at work. */
export interface Run {
  readonly engine: Engine;
  readonly tally: Tally;
  readonly wasKilled: boolean;
  readonly cancel: Cancel;
  readonly onProgress: (phase: Progress['phase'], done: number, total: number) => void;
}

/**
 * What a look leaves for the rest of the cycle. The look itself, with records of every item of the folder, is let go before
 * anything is sent: at 50,000 files two of them at once were most of what a push held in memory.
 */
interface Round {
  /** Epoch milliseconds of its pull. */
  readonly at: number;
  readonly view: RemoteView;
  readonly outgoing: readonly Outgoing[];
  /** Sent items that GIIP does not show yet. */
  readonly notShown: readonly ItemPath[];
  /** Items that moved while it wrote, so that a new look must come first. */
  readonly moved: readonly ItemPath[];
  /** What is known to be open is not in step, even if nothing more goes out in this cycle. */
  readonly hasMore: boolean;
}

/** A merged text that GIIP does not have. */
function isMissingThere({ engine }: Run, { path, version }: Outgoing): boolean {
  return engine.state.base.get(path)?.remote?.meaning !== version.meaning;
}

/** What goes out after this look: changed items, and merged ones whose new text GIIP does not have. */
function outgoingItems(run: Run, look: Look, merged: readonly Outgoing[]): readonly Outgoing[] {
  if (look.isStopped) return [];
  const { sent } = run.tally;
  const changed = look.steps.flatMap(({ action, local, path }) =>
    action === 'push' && local.state === 'present' ? [{ path, version: local.version }] : [],
  );
  return [...changed, ...merged].filter(({ path, version }) => {
    const ids = sent.get(path) ?? [];
    return ids.length < MAX_SENDS && !ids.includes(version.id);
  });
}

/** A joined text with a secret is not sent with this look: the next one sees it as a change here and holds it. */
async function withoutSecrets(engine: Engine, look: Look, applied: Applied): Promise<Applied> {
  const held = await withheld(engine, applied.merged, look.plan.textOf);
  if (held.size === 0) return applied;
  const merged = applied.merged.filter(({ path }) => !held.has(path));
  return { ...applied, merged, moved: [...applied.moved, ...held] };
}

async function lookAndApply(run: Run, phase: 'pulling' | 'verifying', audit: boolean): Promise<Round | null> {
  const { engine, tally } = run;
  const look = await lookAround(engine, {
    audit,
    wasKilled: run.wasKilled,
    onPhase: (part, done, total) => {
      // A look that proves is told as one thing: what it scans was scanned before.
      if (phase === 'verifying') run.onProgress(phase, 0, 0);
      else run.onProgress(part === 'asking' ? phase : part, done, total);
    },
  });
  if (!look.ok) tally.error ??= look.error;
  if (!look.ok) return null;
  const onWritten = (done: number, total: number): void => run.onProgress('applying', done, total);
  const written = await applyLook(engine, look.value, audit, onWritten, run.cancel);
  const applied = await withoutSecrets(engine, look.value, written);
  for (const path of applied.pulled) tally.pulled.add(path);
  for (const { path } of written.merged) tally.merged.add(path);
  for (const path of provedPaths(look.value, tally.sent)) tally.pushed.add(path);
  tally.writeError = applied.failed[0]?.error;
  tally.left = leftOpen(look.value);
  const merged = applied.merged.filter((item) => isMissingThere(run, item));
  return {
    at: look.value.at,
    view: look.value.view,
    outgoing: outgoingItems(run, look.value, merged),
    notShown: notShown(run, look.value),
    moved: applied.moved,
    hasMore: hasMore(look.value, [...applied.moved, ...merged]),
  };
}

/**
 * Sent items that GIIP does not show yet: they stand here as they were sent, or cannot be read any more, which proves
 * nothing either.
 */
function notShown(run: Run, { steps }: Look): readonly ItemPath[] {
  const isMissing = ({ path, local, action }: Look['steps'][number]): boolean => {
    const sent = run.tally.sent.get(path)?.at(-1);
    if (action === 'push') return local.state === 'present' && sent === local.version.id;
    return action === 'skip' && sent !== undefined && run.engine.state.base.get(path)?.local?.id !== sent;
  };
  return steps.filter(isMissing).map(({ path }) => path);
}

/** Answers false when the cycle is to end instead. */
async function waitFor({ engine, cancel }: Run, ms: number): Promise<boolean> {
  for (let left = ms; left > 0 && !cancel.aborted; left -= SLICE_MS)
    await new Promise<void>((resolve) => engine.clock.after(Math.min(left, SLICE_MS), resolve));
  return !cancel.aborted;
}

/** Step 7: the pull that proves a push, repeated twice where GIIP said yes and needs a moment to show it. */
async function verify(run: Run): Promise<Round | null> {
  const { tally } = run;
  let round = await lookAndApply(run, 'verifying', false);
  const missing = (): readonly string[] => round?.notShown.filter((path) => tally.pushed.has(path)) ?? [];
  for (const ms of SHOW_WAITS_MS) {
    if (missing().length === 0 || !(await waitFor(run, ms))) break;
    round = await lookAndApply(run, 'verifying', false);
  }
  tally.isVerified = round?.notShown.length === 0;
  if (tally.isVerified) tally.pushError = undefined;
  else if (missing().length > 0 && !run.cancel.aborted)
    tally.pushError ??= {
      code: 'server-answer-invalid',
      detail: `GIIP said yes to ${missing().join(', ')} and does not show it`.slice(0, 300),
    };
  return round;
}

/** Step 6. Answers what was sent where a look must follow: whatever may have reached GIIP is looked for. */
async function push(run: Run, round: Round): Promise<Pushed | null> {
  const { engine, tally } = run;
  const proved = await provePush(engine, round.outgoing, round.view);
  if (!proved.ok) tally.error ??= proved.error;
  if (!proved.ok) return null;
  if (proved.value !== 'proved') return NOTHING_PUSHED;
  const total = round.outgoing.length;
  run.onProgress('pushing', 0, total);
  const onBatch = (done: number): void => run.onProgress('pushing', done, total);
  const pushed = await pushItems(engine, round.outgoing, round.at, onBatch, run.cancel);
  for (const path of pushed.accepted.flat()) tally.pushed.add(path);
  for (const { path, version } of pushed.sent) addTo(tally.sent, path, version.id);
  tally.pushError ??= pushed.error;
  if (pushed.sent.length + pushed.moved.length > 0) tally.isVerified = false;
  // After a refused token nothing more is asked, and where GIIP asked for time it gets it: the next cycle looks.
  const mayLook = pushed.error?.code !== 'token-refused' && pushed.error?.retryAfterMs === undefined;
  return pushed.sent.length > 0 && mayLook ? pushed : null;
}

async function pushAndVerify(run: Run, round: Round): Promise<Round | null> {
  const beside = shownBesidePush(run.engine, round.outgoing, round.view);
  const pushed = await push(run, round);
  if (!pushed) return null;
  const next = await verify(run);
  if (next) proveByBatches(run.engine, pushed.accepted);
  const lost = next ? await checkKept(run.engine, beside, round.outgoing) : null;
  if (lost && !lost.ok) run.tally.error ??= lost.error;
  return next;
}

/** Somebody wrote faster than this cycle may send: what is known to be open is not in step. */
function hasMore({ isStopped, steps }: Look, open: readonly unknown[]): boolean {
  return open.length > 0 || (!isStopped && steps.some(({ action }) => action === 'push'));
}

/** Nothing is known to be in step; what a request that was cut off could not say is no failure. */
function stopHere(tally: Tally): void {
  tally.isStopped = true;
  tally.isVerified = false;
  if (tally.error && outcomeOf(tally.error) === 'offline') tally.error = undefined;
  if (tally.pushError && outcomeOf(tally.pushError) === 'offline') tally.pushError = undefined;
}

/** Rounds of look, apply, push and verify until nothing more goes out. */
export async function runRounds(run: Run, audit: boolean): Promise<void> {
  const { tally, engine } = run;
  let movedRounds = 0;
  let isRefreshed = false;
  let round = await lookAndApply(run, 'pulling', audit);
  tally.isVerified = round !== null;
  while (round && !tally.error && !tally.pushError && !run.cancel.aborted) {
    const mustPush = round.outgoing.length > 0;
    if (mustPush && !isRefreshed && !isFresh(engine, round.at)) {
      // Writing took long: what goes out must be covered by a younger pull. Once is enough, or a slow GIIP gets nothing.
      isRefreshed = true;
      // The new look tells all of it anew: it is not held twice.
      round = null;
      round = await lookAndApply(run, 'pulling', false);
    } else if (mustPush) {
      isRefreshed = false;
      round = await pushAndVerify(run, round);
    } else if (round.moved.length > 0 && movedRounds < MAX_MOVED_ROUNDS) {
      movedRounds += 1;
      round = await verify(run);
    } else {
      if (round.hasMore) tally.isVerified = false;
      return;
    }
  }
  if (run.cancel.aborted && (round === null || round.outgoing.length > 0 || round.hasMore)) stopHere(tally);
}
