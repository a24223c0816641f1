import type { Progress } from '../../shared/model/app-snapshot.ts';
import { fail, type Result } from '../../shared/model/sync-error.ts';
import type { SyncReport } from '../../shared/model/sync-report.ts';
import type { Applied } from './apply.ts';
import { applyLook, provedPaths } from './apply-look.ts';
import type { Engine } from './engine.ts';
import { checkIdentity, type Look, lookAround } from './look.ts';
import type { Cancel } from './ports.ts';
import { type Outgoing, pushItems, sectionsOf } from './push.ts';
import { provePush } from './push-probe.ts';
import { noteActivity } from './record.ts';
import { plannedSteps } from './report.ts';
import { StateWriteError } from './state-write-error.ts';
import { newTally, reportOf, type Tally } from './tally.ts';

export interface CycleOptions {
  /** Ask GIIP for everything and hash every file: at start, after resume, after a change of token. Hourly by itself. */
  readonly audit?: boolean;
  /** Plan only: nothing is written anywhere, nothing is sent but the pull. */
  readonly dryRun?: boolean;
  /** The last process on this state was killed. */
  readonly wasKilled?: boolean;
  readonly cancel?: Cancel;
  readonly onProgress?: (progress: Progress) => void;
}

/** An hour bounds every fault that a hash or a file's time stamp could hide (api.md). */
const AUDIT_MS = 60 * 60_000;
/** How long GIIP may take to show what it said yes to (research/reliability.md, A22). */
const SHOW_WAITS_MS = [2_000, 10_000];
/** Someone who types into a file all the time must not keep one cycle going for ever. */
const MAX_MOVED_ROUNDS = 3;
/** Retry-After is honoured up to an hour; a clock that jumped must not stop syncing for longer. */
const MAX_WAIT_MS = 60 * 60_000;

interface Run {
  readonly engine: Engine;
  readonly options: CycleOptions;
  readonly tally: Tally;
}

interface Round {
  readonly look: Look;
  readonly applied: Applied;
  readonly outgoing: readonly Outgoing[];
}

function progress(run: Run, phase: Progress['phase'], done = 0, total = 0): void {
  run.options.onProgress?.({ phase, done, total });
}

function isAuditDue(run: Run): boolean {
  const last = run.engine.state.facts.get('lastAudit') ?? Number.NEGATIVE_INFINITY;
  return run.options.audit === true || Math.abs(run.engine.clock.now() - last) >= AUDIT_MS;
}

/** What goes out after this look: changed items, and merged ones whose new text GIIP does not have. */
function outgoingItems(run: Run, look: Look, applied: Applied): readonly Outgoing[] {
  if (look.isStopped) return [];
  const changed = look.steps.flatMap(({ action, local, path }) =>
    action === 'push' && local.state === 'present' ? [{ path, version: local.version }] : [],
  );
  const merged = applied.merged.filter(
    ({ path, version }) => run.engine.state.base.get(path)?.remote?.meaning !== version.meaning,
  );
  return [...changed, ...merged].filter(({ path, version }) => run.tally.sent.get(path) !== version.id);
}

async function lookAndApply(run: Run, phase: 'pulling' | 'verifying', audit: boolean): Promise<Round | null> {
  const { engine, tally, options } = run;
  progress(run, phase);
  const look = await lookAround(engine, { audit, wasKilled: options.wasKilled === true });
  if (!look.ok) tally.error ??= look.error;
  if (!look.ok) return null;
  const applied = await applyLook(engine, look.value, audit, (done, total) =>
    progress(run, 'applying', done, total),
  );
  for (const path of applied.pulled) tally.pulled.add(path);
  for (const { path } of applied.merged) tally.merged.add(path);
  for (const path of provedPaths(look.value, tally.sent)) tally.pushed.add(path);
  tally.error ??= applied.failed[0]?.error;
  tally.last = look.value;
  return { look: look.value, applied, outgoing: outgoingItems(run, look.value, applied) };
}

/** Sent items that GIIP does not show yet. */
function notShown(run: Run, round: Round): readonly string[] {
  const isSent = ({ path, local }: Look['steps'][number]): boolean =>
    local.state === 'present' && run.tally.sent.get(path) === local.version.id;
  return round.look.steps.filter((step) => step.action === 'push' && isSent(step)).map(({ path }) => path);
}

function pause(engine: Engine, ms: number): Promise<void> {
  return new Promise((resolve) => engine.clock.after(ms, resolve));
}

/** Step 7: the pull that proves a push, repeated twice where GIIP said yes and needs a moment to show it. */
async function verify(run: Run): Promise<Round | null> {
  const { tally } = run;
  let round = await lookAndApply(run, 'verifying', false);
  for (const ms of SHOW_WAITS_MS) {
    const isWaiting =
      round && !run.options.cancel?.aborted && notShown(run, round).some((path) => tally.pushed.has(path));
    if (!isWaiting) break;
    await pause(run.engine, ms);
    round = await lookAndApply(run, 'verifying', false);
  }
  tally.isVerified = round !== null && notShown(run, round).length === 0;
  if (tally.isVerified && tally.pushError?.code !== 'token-refused') tally.pushError = undefined;
  return round;
}

/** Step 6. Answers whether a look must follow: whatever may have reached GIIP is looked for. */
async function push(run: Run, round: Round): Promise<boolean> {
  const { engine, tally } = run;
  const proved = await provePush(engine, sectionsOf(round.outgoing));
  if (!proved.ok) tally.error ??= proved.error;
  if (!proved.ok || proved.value === 'proved-now') return proved.ok;
  const total = round.outgoing.length;
  progress(run, 'pushing', 0, total);
  const pushed = await pushItems(engine, round.outgoing, round.look.at, (done) =>
    progress(run, 'pushing', done, total),
  );
  for (const path of pushed.accepted) tally.pushed.add(path);
  for (const { path, version } of pushed.sent) tally.sent.set(path, version.id);
  tally.pushError ??= pushed.error;
  if (pushed.sent.length > 0) tally.isVerified = false;
  return pushed.sent.length > 0 && pushed.error?.code !== 'token-refused';
}

/** Rounds of look, apply, push and verify until nothing more goes out. */
async function runRounds(run: Run): Promise<void> {
  const { tally } = run;
  let round = await lookAndApply(run, 'pulling', isAuditDue(run));
  tally.isVerified = round !== null;
  for (let moved = 0; round && !tally.error && !tally.pushError && !run.options.cancel?.aborted; ) {
    const mustLook =
      round.outgoing.length > 0
        ? await push(run, round)
        : round.applied.moved.length > 0 && moved++ < MAX_MOVED_ROUNDS;
    if (!mustLook) return;
    round = await verify(run);
  }
}

async function planOnly(run: Run): Promise<SyncReport> {
  const { engine, tally, options } = run;
  const look = await lookAround(engine, { audit: isAuditDue(run), wasKilled: options.wasKilled === true });
  if (!look.ok) tally.error = look.error;
  if (!look.ok) return reportOf(engine, tally);
  tally.last = look.value;
  const found = look.value.steps.filter((step) => step.action === 'conflict');
  const conflicts = found.map(({ path, kind }) => ({ path, kind: kind ?? ('edit/edit' as const) }));
  const report = reportOf(engine, tally);
  const outcome = report.outcome === 'inSync' && conflicts.length > 0 ? 'conflicts' : report.outcome;
  return { ...report, outcome, conflicts, plan: plannedSteps(look.value) };
}

/** The folder is the one that was synced before, and GIIP has not asked us to wait. */
async function mayStart(engine: Engine): Promise<Result<null>> {
  const identity = await checkIdentity(engine);
  if (!identity.ok) return identity;
  const wait = (engine.state.facts.get('notBefore') ?? 0) - engine.clock.now();
  return wait > 0 && wait <= MAX_WAIT_MS
    ? fail('server-rate-limited', `${Math.ceil(wait / 1000)} seconds left`)
    : identity;
}

async function rememberIdentity(engine: Engine): Promise<void> {
  if (engine.state.facts.get('identity')) return;
  const found = await engine.workspace.identify();
  if (found.ok) engine.state.facts.set('identity', found.value);
}

function recordEnd({ engine, tally }: Run): void {
  const error = tally.error ?? tally.pushError;
  const now = engine.clock.now();
  if (error?.retryAfterMs) engine.state.facts.set('notBefore', now + error.retryAfterMs);
  if (error) noteActivity(engine, 'problem', null, null, error.code);
  else if (tally.isVerified) engine.state.facts.set('lastSuccess', now);
}

/**
 * One full cycle: scan, pull, compare, apply, record, push, verify (design.md, "The cycle"). Expected failures are
 * in the report; whatever happened, a later cycle starts from what is durable and loses nothing.
 */
export async function runCycle(engine: Engine, options: CycleOptions = {}): Promise<SyncReport> {
  const run: Run = { engine, options, tally: newTally(engine) };
  progress(run, 'scanning');
  const start = await mayStart(engine);
  if (!start.ok) run.tally.error = start.error;
  if (!start.ok) return reportOf(engine, run.tally);
  if (options.dryRun) return planOnly(run);
  try {
    await rememberIdentity(engine);
    await runRounds(run);
    recordEnd(run);
  } catch (error) {
    // The database could not be written: what was durable before stands, and nothing more is done on top of it.
    if (!(error instanceof StateWriteError)) throw error;
    run.tally.error = error.error;
  }
  return reportOf(engine, run.tally);
}
