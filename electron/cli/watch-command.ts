import { EXIT_CODES } from '../../shared/model/exit-code.ts';
import { ok, type SyncError } from '../../shared/model/sync-error.ts';
import type { SyncReport } from '../../shared/model/sync-report.ts';
import { cycleFields } from '../app/cycle-fields.ts';
import { failedReport } from '../app/failed-report.ts';
import type { OpenEngine } from '../app/ports.ts';
import { systemClock } from '../app/system-clock.ts';
import { runCycle } from '../sync/cycle.ts';
import type { Cancel } from '../sync/ports.ts';
import { createScheduler, type Trigger } from '../sync/scheduler.ts';
import { type CommandContext, withEngine } from './command-context.ts';
import { finishReport } from './finish-report.ts';
import { reportJson } from './report-json.ts';
import { sayReport } from './report-words.ts';
import { type Asked, type WatchSignals, watchSignals } from './watch-signals.ts';

function hasNews(report: SyncReport, before: SyncReport | null): boolean {
  const moved = report.pulled.length + report.pushed.length + report.merged.length > 0;
  const open = ({ outcome, conflicts, held, error }: SyncReport): string =>
    JSON.stringify([outcome, conflicts, held, error?.code]);
  return moved || !before || open(report) !== open(before);
}

/** One line a cycle for people, one object a cycle with --json; cycles in which nothing happened say nothing. */
function tell({ console, isJournal }: CommandContext, report: SyncReport, before: SyncReport | null): void {
  if (!hasNews(report, before)) return;
  console.say(new Date().toISOString());
  sayReport(console, report);
  // The journal is told by the monitor, and once.
  if (report.error && !isJournal) console.complain(report.error);
  if (console.isJson) console.json(reportJson(report));
}

interface WatchOptions {
  /** As it is set now, asked before every wait. */
  readonly intervalSeconds: () => number;
  /** Settings and token as they are now, or why they cannot be used. */
  readonly again: () => CommandContext | SyncError;
  /** Tells when IT decided something else; answers a function that ends it. */
  readonly onPolicyChange: (listener: () => void) => () => void;
}

/** Whoever stops a service does not wait for a server that does not answer. The next cycle looks what came of it. */
const PATIENCE_MS = 3_000;

async function loop(
  context: CommandContext,
  open: OpenEngine,
  { intervalSeconds }: WatchOptions,
  asked: Promise<Asked>,
): Promise<Asked> {
  let last: SyncReport | null = null;
  const run = async (why: Trigger, cancel: Cancel): Promise<SyncReport> => {
    const report = await runCycle(open.engine, {
      audit: why === 'start',
      wasKilled: open.wasKilled && last === null,
      cancel,
    });
    context.log.write('info', 'cycle-ended', cycleFields(why, report));
    context.monitor.ended({ connection: context.connection, report });
    tell(context, report, last);
    open.tidy();
    last = report;
    return report;
  };
  const scheduler = createScheduler({
    clock: systemClock,
    random: Math.random,
    intervalMs: () => intervalSeconds() * 1000,
    run,
    refresh: async () => undefined,
    onChange: () => undefined,
    onUnexpected: (cause) => {
      context.log.write('error', 'command-failed', { command: 'watch', cause });
      context.monitor.ended({ connection: context.connection, report: failedReport({ code: 'unexpected' }) });
    },
  });
  const endWatch = await open.watch(() => scheduler.trigger('files'));
  scheduler.start();
  const what = await asked;
  const endPatience = systemClock.after(PATIENCE_MS, () => void open.interrupt());
  await scheduler.stop();
  endPatience();
  await endWatch();
  return what;
}

/** What cannot be used is said, and the loop goes on as before: a typing error must not end the syncing of a service. */
function readAgain(context: CommandContext, { again }: WatchOptions): CommandContext {
  const fresh = again();
  if ('code' in fresh) {
    context.log.write('error', 'settings-not-read-again', { code: fresh.code });
    context.console.complain(fresh);
    return context;
  }
  return { ...fresh, monitor: context.monitor };
}

async function watchUntilEnd(
  first: CommandContext,
  options: WatchOptions,
  signals: WatchSignals,
): Promise<number> {
  for (let context = first; ; context = readAgain(context, options)) {
    const result = await withEngine(context, 'work', async (open) =>
      ok(await loop(context, open, options, signals.next())),
    );
    if (!result.ok) {
      const report = failedReport(result.error);
      context.monitor.ended({ connection: context.connection, report });
      return finishReport(context.console, report);
    }
    if (result.value === 'end') return EXIT_CODES.inSync;
  }
}

/** `watch`: the loop without a window, until SIGINT or SIGTERM; SIGHUP, and a change of the policy, reads settings and token again. */
export async function watchCommand(context: CommandContext, options: WatchOptions): Promise<number> {
  const signals = watchSignals(process.stdin.isTTY === true, process.platform);
  const endPolicy = options.onPolicyChange(() => signals.readAgain());
  try {
    return await watchUntilEnd(context, options, signals);
  } finally {
    endPolicy();
    signals.stop();
    context.monitor.end();
  }
}
