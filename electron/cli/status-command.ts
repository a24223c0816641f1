import { EXIT_CODES } from '../../shared/model/exit-code.ts';
import type { Result } from '../../shared/model/sync-error.ts';
import type { Outcome } from '../../shared/model/sync-report.ts';
import { reasonWords } from '../../shared/reason-words.ts';
import { type CurrentStatus, currentStatus } from '../app/current-status.ts';
import { failedReport } from '../app/failed-report.ts';
import { type Health, healthOf, isTooOld } from '../monitor/health.ts';
import { isWorkspaceLocked } from '../workspace/workspace-lock.ts';
import { type CommandContext, withEngine } from './command-context.ts';
import { reportJson } from './report-json.ts';
import { sayOpenItems } from './report-words.ts';

/** What monitoring asks for, besides what is open. */
interface Monitored extends Health {
  /** A process is at work on this folder. */
  readonly running: boolean;
  readonly version: string;
}

function outcomeOf(status: CurrentStatus): Outcome {
  if (status.held.length > 0) return 'held';
  return status.conflicts.length > 0 ? 'conflicts' : 'inSync';
}

/** The object of `sync --json` with `pending`; nothing was transferred and nobody was asked. */
function openJson(status: CurrentStatus): Readonly<Record<string, unknown>> {
  const { pending, conflicts, held, deletedHere, goneOnServer, rejected } = status;
  const nothing = { pulled: [], pushed: [], merged: [], verified: false, requests: 0, ms: 0 };
  const open = {
    conflicts: conflicts.map(({ path, kind }) => ({ path, kind })),
    held,
    deletedHere,
    goneOnServer,
    rejected,
  };
  return {
    ...reportJson({ outcome: outcomeOf(status), ...nothing, ...open }),
    pending: pending.map(({ path, change }) => ({ path, change })),
  };
}

function sayHealth({ console }: CommandContext, health: Monitored): void {
  const { lastSuccess, lastAttempt, lastOutcome, consecutiveFailures: failures, running } = health;
  console.say(lastSuccess === null ? 'Never synced.' : `Last success: ${lastSuccess}`);
  if (failures > 0)
    console.say(`Last attempt: ${lastAttempt} (${lastOutcome}); failures in a row: ${failures}`);
  if (running) console.say('A program is at work on this folder.');
}

function sayStatus({ console }: CommandContext, status: CurrentStatus): void {
  const { pending, conflicts } = status;
  for (const { path, change, reason } of pending)
    console.say(`Pending   ${path} (${change}): ${reasonWords(reason)}`);
  for (const { path, kind, reason } of conflicts)
    console.say(`Conflict  ${path} (${kind}): ${reasonWords(reason)}`);
  sayOpenItems(console, status);
  const open = pending.length + conflicts.length + status.held.length;
  if (open === 0) console.say('Nothing is open here. GIIP was not asked.');
}

/** Shows what is open, or why that cannot be told; answers its outcome. */
function show(context: CommandContext, found: Result<CurrentStatus>, health: Monitored): Outcome {
  const { console } = context;
  sayHealth(context, health);
  if (found.ok) {
    sayStatus(context, found.value);
    console.json({ ...openJson(found.value), ...health });
    return outcomeOf(found.value);
  }
  const report = failedReport(found.error);
  console.complain(found.error);
  console.json({ ...reportJson(report), ...health });
  return report.outcome;
}

/** `status`: from this computer and what is remembered of GIIP; makes no request. */
export async function statusCommand(context: CommandContext): Promise<number> {
  const { connection, stateDir, line } = context;
  const running = isWorkspaceLocked(connection.workspace);
  const found = await withEngine(context, 'local', ({ engine }) => currentStatus(engine));
  const health = healthOf(stateDir, connection, found.ok ? found.value : null, Date.now());
  const outcome = show(context, found, { ...health, running, version: __APP_VERSION__ });
  return isTooOld(health, line.maxAgeSeconds) ? EXIT_CODES.failed : EXIT_CODES[outcome];
}
