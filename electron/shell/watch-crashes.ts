import { app } from 'electron';
import type { WriteLog } from '../../shared/log-events.ts';

/** A program that fails sooner than this would only start and fail for ever. */
const STEADY_SECONDS = 60;

/**
 * Surprises go to the log. After an exception that nobody caught nothing can be relied on: the program starts anew,
 * which is always safe, since a person who sees no icon would believe that everything is in step.
 */
export function watchCrashes(log: WriteLog): void {
  process.on('unhandledRejection', (cause) => log('error', 'promise-unhandled', { cause }));
  process.on('uncaughtException', (cause) => {
    log('error', 'exception-uncaught', { cause });
    if (process.uptime() > STEADY_SECONDS) app.relaunch({ args: [...process.argv.slice(1), '--hidden'] });
    app.exit(1);
  });
  app.on('child-process-gone', (_event, { type, reason, exitCode }) => {
    if (reason !== 'clean-exit') log('warn', 'helper-ended', { type, reason, exitCode });
  });
}
