import { existsSync } from 'node:fs';
import { ok, type Result } from '../../shared/model/sync-error.ts';
import type { SyncReport } from '../../shared/model/sync-report.ts';
import { failedReport } from '../app/failed-report.ts';
import type { OpenEngine } from '../app/ports.ts';
import { acceptFolder, allowPushing, approveHeld } from '../sync/approve.ts';
import { runCycle } from '../sync/cycle.ts';
import { type CommandContext, withEngine } from './command-context.ts';
import { finishReport } from './finish-report.ts';

/** `--approve`: what the last look held may go on; a folder that was replaced is taken as the right one. */
async function approve({ engine }: OpenEngine, report: SyncReport): Promise<SyncReport> {
  if (report.error?.code === 'workspace-replaced') await acceptFolder(engine);
  else if (report.error?.code === 'push-replaces-everything') allowPushing(engine);
  else if (report.outcome === 'held') approveHeld(engine);
  else return report;
  return runCycle(engine);
}

/** A pause that GIIP asked of the sync before this one is sat out when it is nearly over, instead of failing at once. */
const SHORT_WAIT_MS = 15_000;

async function runAfterPause(open: OpenEngine, dryRun: boolean): Promise<SyncReport> {
  const run = (): Promise<SyncReport> => runCycle(open.engine, { dryRun, wasKilled: open.wasKilled });
  const report = await run();
  const wait = report.requests === 0 ? report.error?.retryAfterMs : undefined;
  if (wait === undefined || wait > SHORT_WAIT_MS) return report;
  await new Promise<void>((resolve) => open.engine.clock.after(wait, resolve));
  return run();
}

async function runOnce(context: CommandContext, open: OpenEngine): Promise<Result<SyncReport>> {
  const { dryRun, approve: mayApprove } = context.line;
  // Without a token GIIP cannot be asked, and a cycle would only say so later.
  const token = await context.token();
  if (!token.ok) return token;
  const report = await runAfterPause(open, dryRun);
  return ok(mayApprove && !dryRun ? await approve(open, report) : report);
}

/** For monitoring. What never began here leaves no files behind, and a plan is no sync. */
function note({ line, stateDir, connection, monitor }: CommandContext, report: SyncReport): void {
  if (!line.dryRun && existsSync(stateDir)) monitor.ended({ connection, report });
  monitor.end();
}

/** `sync`: one full cycle. */
export async function syncCommand(context: CommandContext): Promise<number> {
  const result = await withEngine(context, context.line.dryRun ? 'look' : 'work', (open) =>
    runOnce(context, open),
  );
  const report = result.ok ? result.value : failedReport(result.error);
  note(context, report);
  return finishReport(context.console, report);
}
