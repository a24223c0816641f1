import type { Log } from '../sync/ports.ts';
import { redactSecrets } from './redact-secrets.ts';

export type LogLevel = Parameters<Log['write']>[0];

const LONGEST = 300;

/**
 * One line: time, level, event, fields as JSON (which also keeps line ends and control characters out). Only strings,
 * numbers and booleans pass, whatever a caller smuggled in: an error or a request object may hold the token.
 */
export function logLine(
  entry: { time: Date; level: LogLevel; event: string; fields: Readonly<Record<string, unknown>> },
  secrets: readonly string[],
): string {
  const fields = Object.entries(entry.fields).filter(([, value]) => isAllowed(value));
  const shown = Object.fromEntries(
    fields.map(([key, value]) => [clean(key, secrets), clean(value, secrets)]),
  );
  const tail = fields.length === 0 ? '' : ` ${JSON.stringify(shown)}`;
  const event = JSON.stringify(clean(entry.event, secrets)).slice(1, -1);
  return `${entry.time.toISOString()} ${entry.level.toUpperCase()} ${redactSecrets(`${event}${tail}`, secrets)}`;
}

function isAllowed(value: unknown): boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}

/** Hidden before it is cut: half a token must not be left standing. */
function clean<T>(value: T, secrets: readonly string[]): T | string {
  return typeof value === 'string' ? redactSecrets(value, secrets).slice(0, LONGEST) : value;
}
