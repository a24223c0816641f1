import { spawn } from 'node:child_process';
import { existsSync, fstatSync } from 'node:fs';
import { win32 } from 'node:path';

export type Severity = 'error' | 'warning' | 'info';

/** One line for whoever administers the computer. It waits for nobody and never fails: nobody is left to tell. */
export interface SystemLog {
  write(severity: Severity, line: string): void;
}

/** The computer that the line is for. */
export interface LogPlace {
  readonly platform: NodeJS.Platform;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Full paths of the program that writes into the log of a Unix, where it may be. */
  readonly loggers: readonly string[];
  /** Whether a program of the system is there. */
  readonly isThere: (file: string) => boolean;
  /** `device:inode` of standard error, as systemd names it. */
  readonly standardError: string | null;
}

/** A program of the system with its arguments, or a line on standard error. */
export type LogCall =
  | { readonly program: string; readonly args: readonly string[] }
  | { readonly standardError: string };

const NAME = 'openclaw-sync';
const LONGEST = 400;
const LOGGERS = ['/usr/bin/logger', '/bin/logger'];

/** sd-daemon(3): a number in front of a line is its priority in the journal. */
const JOURNAL_PRIORITY: Readonly<Record<Severity, number>> = { error: 3, warning: 4, info: 6 };
const SYSLOG_PRIORITY: Readonly<Record<Severity, string>> = {
  error: 'user.err',
  warning: 'user.warning',
  info: 'user.info',
};
const EVENTS: Readonly<Record<Severity, readonly [type: string, id: string]>> = {
  error: ['ERROR', '103'],
  warning: ['WARNING', '102'],
  info: ['INFORMATION', '101'],
};

/** systemd says it in JOURNAL_STREAM; children inherit that, so it is compared. */
export function isJournal({ environment, standardError }: LogPlace): boolean {
  return standardError !== null && environment.JOURNAL_STREAM === standardError;
}

/** How this line gets into the log of this system; null where there is no way. Always a program of the system by its full path. */
export function logCall(place: LogPlace, severity: Severity, text: string): LogCall | null {
  const line = plain(text);
  if (isJournal(place)) return { standardError: `<${JOURNAL_PRIORITY[severity]}>${line}\n` };
  if (place.platform === 'win32') return eventCreate(place, severity, line);
  const program = place.loggers.find(place.isThere);
  if (program === undefined) return null;
  return { program, args: ['-t', NAME, '-p', SYSLOG_PRIORITY[severity], '--', line] };
}

function eventCreate({ environment, isThere }: LogPlace, severity: Severity, line: string): LogCall | null {
  const root = environment.SystemRoot ?? 'C:\\Windows';
  const program = win32.join(root, 'System32', 'eventcreate.exe');
  if (!win32.isAbsolute(root) || !isThere(program)) return null;
  const [type, id] = EVENTS[severity];
  const about = ['/L', 'APPLICATION', '/SO', 'Openclaw Sync', '/T', type, '/ID', id];
  return { program, args: [...about, '/D', line] };
}

/** One line, whatever a folder is called. */
function plain(text: string): string {
  return text.replace(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' ').slice(0, LONGEST);
}

/**
 * The system that this process runs on. The standard error of a service may be the journal; what a desktop does with
 * that of its programs nobody knows.
 */
export function thisPlace(environment: LogPlace['environment'], as: 'service' | 'desktop'): LogPlace {
  return {
    platform: process.platform,
    environment,
    loggers: LOGGERS,
    isThere: existsSync,
    standardError: as === 'service' ? standardErrorNow() : null,
  };
}

/** The log of that system. */
export function systemLog(place: LogPlace, stderr: { write(text: string): unknown }): SystemLog {
  return {
    write(severity, text) {
      const call = logCall(place, severity, text);
      if (call === null) return;
      if ('standardError' in call) stderr.write(call.standardError);
      else run(call);
    },
  };
}

function standardErrorNow(): string | null {
  try {
    const { dev, ino } = fstatSync(2, { bigint: true });
    return `${dev}:${ino}`;
  } catch {
    return null;
  }
}

/** Without our environment, which may hold the token. */
function run({ program, args }: Extract<LogCall, { program: string }>): void {
  const child = spawn(program, args, { env: {}, stdio: 'ignore', windowsHide: true, timeout: 10_000 });
  child.on('error', () => undefined).unref();
}
