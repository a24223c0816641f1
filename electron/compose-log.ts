import { join } from 'node:path';
import { DEFAULT_SETTINGS, type LogLevel } from '../shared/model/settings.ts';
import { askedLogLevel, createLog, type HidingLog } from './stores/log-file.ts';
import { logFiles } from './stores/log-files.ts';

/** The application's one log. */
export interface ApplicationLog extends HidingLog {
  /** Where the level stands from now on. What the environment asks for wins, unless IT decides. */
  follow(level: () => LogLevel, managed: () => LogLevel | undefined): void;
}

/** The log of the application and its windows: one, because files rotate per process. */
export function composeLog(
  stateDir: string,
  environment: Readonly<Record<string, string | undefined>>,
): ApplicationLog {
  const asked = askedLogLevel(environment);
  let level = (): LogLevel => DEFAULT_SETTINGS.logLevel;
  let managed = (): LogLevel | undefined => undefined;
  const log = createLog({
    files: logFiles(join(stateDir, 'logs'), 'application'),
    level: () => managed() ?? asked ?? level(),
    writer: { pid: process.pid, version: __APP_VERSION__ },
  });
  log.hide(environment.OPENCLAW_SYNC_TOKEN ?? '');
  return {
    ...log,
    follow(now, decided) {
      level = now;
      managed = decided;
    },
  };
}
