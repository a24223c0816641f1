import { EXIT_CODES } from '../../shared/model/exit-code.ts';
import type { Outcome } from '../../shared/model/sync-report.ts';
import { reasonWords } from '../../shared/reason-words.ts';
import { type CurrentStatus, currentStatus } from '../app/current-status.ts';
import { failedReport } from '../app/failed-report.ts';
import { type CommandContext, withEngine } from './command-context.ts';
import { reportJson } from './report-json.ts';
import { sayOpenItems } from './report-words.ts';
import { finishReport } from './sync-command.ts';

function outcomeOf(status: CurrentStatus): Outcome {
  if (status.held.length > 0) return 'held';
  return status.conflicts.length > 0 ? 'conflicts' : 'inSync';
}

/** The object of `sync --json` with `pending` and `lastSuccess`; nothing was transferred and nobody was asked. */
function statusJson(status: CurrentStatus): Readonly<Record<string, unknown>> {
  const { pending, conflicts, held, deletedHere, goneOnServer, rejected, lastSuccess } = status;
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
    lastSuccess: lastSuccess === null ? null : new Date(lastSuccess).toISOString(),
  };
}

function sayStatus({ console }: CommandContext, status: CurrentStatus): void {
  const { lastSuccess, pending, conflicts } = status;
  console.say(
    lastSuccess === null ? 'Never synced.' : `Last success: ${new Date(lastSuccess).toISOString()}`,
  );
  for (const { path, change, reason } of pending)
    console.say(`Pending   ${path} (${change}): ${reasonWords(reason)}`);
  for (const { path, kind, reason } of conflicts)
    console.say(`Conflict  ${path} (${kind}): ${reasonWords(reason)}`);
  sayOpenItems(console, status);
  const open = pending.length + conflicts.length + status.held.length;
  if (open === 0) console.say('Nothing is open here. GIIP was not asked.');
}

/** `status`: from this computer and what is remembered of GIIP; makes no request. */
export async function statusCommand(context: CommandContext): Promise<number> {
  const result = await withEngine(context, 'local', ({ engine }) => currentStatus(engine));
  if (!result.ok) return finishReport(context, failedReport(result.error));
  sayStatus(context, result.value);
  context.console.json(statusJson(result.value));
  return EXIT_CODES[outcomeOf(result.value)];
}
