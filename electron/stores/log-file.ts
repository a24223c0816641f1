import { LOG_LEVELS, type LogLevel } from '../../shared/model/settings.ts';
import type { Log } from '../sync/ports.ts';
import { logEntry } from './log-entry.ts';
import { jsonLine, logLine, type Writer } from './log-line.ts';

/** Where lines for people and lines for programs go. */
export interface LogFiles {
  log(line: string): void;
  jsonl(line: string): void;
}

export interface LogOptions {
  /** Null writes none. */
  readonly files: LogFiles | null;
  /** Asked with every line, since a person or IT may change it meanwhile. */
  level(): LogLevel;
  readonly writer: Writer;
  /** Also receives every line for people, for the command line's stderr. */
  readonly console?: (line: string) => void;
}

/** A log that can be told what must never stand in it. */
export interface HidingLog extends Log {
  /** From now on this is hidden, in every form in which it may be written. */
  hide(secret: string): void;
  /** What has to be hidden so far. */
  secrets(): readonly string[];
}

/** The level that `OPENCLAW_SYNC_LOG` asks for, or null when it asks for none that exists. */
export function askedLogLevel(env: Readonly<Record<string, string | undefined>>): LogLevel | null {
  const asked = env.OPENCLAW_SYNC_LOG?.trim().toLowerCase();
  return LOG_LEVELS.find((level) => level === asked) ?? null;
}

/** The log, for people and for programs: only what the catalogue allows, no secrets. Where it cannot be written it stops nothing. */
export function createLog(options: LogOptions): HidingLog {
  const secrets = new Set<string>();
  const { files, writer } = options;
  return {
    hide: (secret) => void secrets.add(secret),
    secrets: () => [...secrets],
    write(level, event, fields = {}) {
      if (LOG_LEVELS.indexOf(level) > LOG_LEVELS.indexOf(options.level())) return;
      const hidden = [...secrets];
      const entry = logEntry(level, event, fields, hidden);
      const line = logLine(entry, hidden);
      files?.log(line);
      files?.jsonl(jsonLine(entry, writer, hidden));
      options.console?.(line);
    },
  };
}
