import type { Progress } from '../../shared/model/app-snapshot.ts';
import { fail, type Result } from '../../shared/model/sync-error.ts';
import type { SyncReport } from '../../shared/model/sync-report.ts';
import type { Engine } from './engine.ts';
import { checkIdentity, lookAround } from './look.ts';
import { LostText } from './lost-text.ts';
import { noteActivity } from './note-activity.ts';
import type { Cancel } from './ports.ts';
import { leftOpen, plannedSteps } from './report.ts';
import { type Run, runRounds } from './rounds.ts';
import { inRun } from './runs.ts';
import { mendLostTexts } from './self-check.ts';
import { settleByPolicy } from './settle-by-policy.ts';
import { StateWriteError } from './state-write-error.ts';
import { newTally, reportOf } from './tally.ts';

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
/** Retry-After is honoured up to an hour; a clock that jumped must not stop syncing for longer. */
const MAX_WAIT_MS = 60 * 60_000;

function newRun(engine: Engine, options: CycleOptions): Run {
  return {
    engine,
    tally: newTally(engine),
    wasKilled: options.wasKilled === true || engine.state.facts.get('mayBeTorn') === true,
    cancel: options.cancel ?? { aborted: false },
    onProgress: (phase, done, total) => options.onProgress?.({ phase, done, total }),
  };
}

function isAuditDue(engine: Engine, options: CycleOptions): boolean {
  const last = engine.state.facts.get('lastAudit') ?? Number.NEGATIVE_INFINITY;
  return options.audit === true || Math.abs(engine.clock.now() - last) >= AUDIT_MS;
}

async function planOnly({ engine, tally, wasKilled }: Run, audit: boolean): Promise<SyncReport> {
  const look = await lookAround(engine, { audit, wasKilled, dryRun: true });
  if (!look.ok) tally.error = look.error;
  if (!look.ok) return reportOf(engine, tally);
  tally.left = leftOpen(look.value);
  tally.isVerified = true;
  const found = look.value.steps.filter((step) => step.action === 'conflict');
  const conflicts = found.map(({ path, kind }) => ({ path, kind: kind ?? ('edit/edit' as const) }));
  const report = reportOf(engine, tally);
  const outcome = report.outcome === 'held' || conflicts.length === 0 ? report.outcome : 'conflicts';
  return { ...report, outcome, conflicts, plan: plannedSteps(look.value) };
}

/** The folder is the one that was synced before, and GIIP has not asked us to wait. */
async function mayStart(engine: Engine): Promise<Result<null>> {
  const identity = await checkIdentity(engine);
  if (!identity.ok) return identity;
  const wait = (engine.state.facts.get('notBefore') ?? 0) - engine.clock.now();
  if (wait <= 0 || wait > MAX_WAIT_MS) return identity;
  const { error } = fail('server-rate-limited', `${Math.ceil(wait / 1000)} seconds left`);
  return { ok: false, error: { ...error, retryAfterMs: wait } };
}

async function rememberIdentity(engine: Engine): Promise<void> {
  if (engine.state.facts.get('identity')) return;
  const found = await engine.workspace.identify();
  if (found.ok) engine.state.facts.set('identity', found.value);
}

/** The same trouble in a row is one entry, however long it lasts. */
function noteProblem(engine: Engine, code: string): void {
  const [latest] = engine.state.activity.latest(1);
  if (latest?.kind !== 'problem' || latest.code !== code) noteActivity(engine, 'problem', null, null, code);
}

function recordEnd({ engine, tally }: Run): void {
  const error = tally.error ?? tally.pushError ?? tally.writeError;
  const now = engine.clock.now();
  if (error?.retryAfterMs) engine.state.facts.set('notBefore', now + error.retryAfterMs);
  if (error) noteProblem(engine, error.code);
  else if (tally.isVerified) engine.state.facts.set('lastSuccess', now);
}

/** More texts lost than this, one after the other, is no lost text any more but a disk that fails. */
const MAX_MENDS = 3;

/** Rounds that begin anew when a kept text turns out to be lost: GIIP is then asked for it again. */
async function runMending(run: Run, audit: boolean): Promise<void> {
  for (let mends = 0; ; mends += 1) {
    try {
      return await runRounds(run, audit);
    } catch (error) {
      if (!(error instanceof LostText) || mends === MAX_MENDS) throw error;
      mendLostTexts(run.engine, error.path);
    }
  }
}

async function wholeCycle(run: Run, audit: boolean): Promise<SyncReport> {
  await rememberIdentity(run.engine);
  await settleByPolicy(run.engine);
  await runMending(run, audit);
  recordEnd(run);
  return reportOf(run.engine, run.tally);
}

/**
 * One full cycle: scan, pull, compare, apply, record, push, verify (design.md, "The cycle"). Expected failures are
 * in the report; whatever happened, a later cycle starts from what is durable and loses nothing.
 */
export async function runCycle(engine: Engine, options: CycleOptions = {}): Promise<SyncReport> {
  const run = newRun(engine, options);
  run.onProgress('scanning', 0, 0);
  const start = await mayStart(engine);
  if (!start.ok) run.tally.error = start.error;
  if (!start.ok) return reportOf(engine, run.tally);
  const audit = isAuditDue(engine, options);
  if (options.dryRun) return planOnly(run, audit);
  try {
    const { value } = await inRun(
      engine,
      'sync',
      () => wholeCycle(run, audit),
      ({ outcome, stopped }) => (stopped ? null : outcome),
    );
    return value;
  } catch (error) {
    // What is remembered may be ahead of what is durable.
    engine.recall?.forget();
    // The database could not be written: what was durable before stands, and nothing more is done on top of it.
    if (!(error instanceof StateWriteError)) throw error;
    run.tally.error = error.error;
  }
  return reportOf(engine, run.tally);
}
