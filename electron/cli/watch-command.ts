import { EXIT_CODES } from '../../shared/model/exit-code.ts';
import type { SyncReport } from '../../shared/model/sync-report.ts';
import { cycleFields } from '../app/cycle-fields.ts';
import { failedReport } from '../app/failed-report.ts';
import type { OpenEngine } from '../app/ports.ts';
import { systemClock } from '../app/system-clock.ts';
import { runCycle } from '../sync/cycle.ts';
import type { Cancel } from '../sync/ports.ts';
import { createScheduler, type Trigger } from '../sync/scheduler.ts';
import { type CommandContext, withEngine } from './command-context.ts';
import { reportJson } from './report-json.ts';
import { sayReport } from './report-words.ts';
import { finishReport } from './sync-command.ts';

function hasNews(report: SyncReport, before: SyncReport | null): boolean {
  const moved = report.pulled.length + report.pushed.length + report.merged.length > 0;
  const open = ({ outcome, conflicts, held, error }: SyncReport): string =>
    JSON.stringify([outcome, conflicts, held, error?.code]);
  return moved || !before || open(report) !== open(before);
}

/** One line a cycle for people, one object a cycle with --json; cycles in which nothing happened say nothing. */
function tell({ console }: CommandContext, report: SyncReport, before: SyncReport | null): void {
  if (!hasNews(report, before)) return;
  console.say(new Date().toISOString());
  sayReport(console, report);
  if (report.error) console.complain(report.error);
  if (console.isJson) console.json(reportJson(report));
}

/** Resolves when the process is asked to end. A second signal ends it at once, as everywhere. */
function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
}

async function loop(
  context: CommandContext,
  open: OpenEngine,
  intervalSeconds: number,
  ended: Promise<void>,
): Promise<void> {
  let last: SyncReport | null = null;
  const run = async (why: Trigger, cancel: Cancel): Promise<SyncReport> => {
    const report = await runCycle(open.engine, {
      audit: why === 'start',
      wasKilled: open.wasKilled && last === null,
      cancel,
    });
    context.log.write('info', 'cycle-ended', cycleFields(why, report));
    tell(context, report, last);
    open.tidy();
    last = report;
    return report;
  };
  const scheduler = createScheduler({
    clock: systemClock,
    random: Math.random,
    intervalMs: () => intervalSeconds * 1000,
    run,
    refresh: async () => undefined,
    onChange: () => undefined,
  });
  const endWatch = await open.watch(() => scheduler.trigger('files'));
  scheduler.start();
  await ended;
  await scheduler.stop();
  await endWatch();
}

/** `watch`: the loop without a window, until SIGINT or SIGTERM. */
export async function watchCommand(context: CommandContext, intervalSeconds: number): Promise<number> {
  const ended = interrupted();
  const result = await withEngine(context, 'work', async (open) => {
    await loop(context, open, intervalSeconds, ended);
    return { ok: true, value: null };
  });
  return result.ok ? EXIT_CODES.inSync : finishReport(context, failedReport(result.error));
}
