import type { LogEntry } from './log-entry.ts';
import { redactSecrets } from './redact-secrets.ts';

/** Who writes, for those who read the logs of many starts. */
export interface Writer {
  readonly pid: number;
  readonly version: string;
}

/** One line for people: time, level, event, fields as JSON (which also keeps line ends and control characters out). */
export function logLine({ time, level, event, fields }: LogEntry, secrets: readonly string[]): string {
  const tail = Object.keys(fields).length === 0 ? '' : ` ${JSON.stringify(fields)}`;
  return `${time} ${level.toUpperCase()} ${redactSecrets(`${event}${tail}`, secrets)}`;
}

/** The same for programs: one JSON object. */
export function jsonLine(entry: LogEntry, { pid, version }: Writer, secrets: readonly string[]): string {
  const { time, level, event, fields } = entry;
  return redactSecrets(JSON.stringify({ time, level, event, pid, version, fields }), secrets);
}
