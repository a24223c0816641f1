import { LOG_EVENTS, type LogFieldKinds } from '../../shared/log-events.ts';
import type { LogLevel } from '../../shared/model/settings.ts';
import { causeText } from './log-cause.ts';
import { redactSecrets } from './redact-secrets.ts';

/** What is written of one event: plain values only, no secrets, nothing that the catalogue does not name. */
export interface LogEntry {
  readonly time: string;
  readonly level: LogLevel;
  readonly event: string;
  readonly fields: Readonly<Record<string, string | number | boolean>>;
}

type Kind = keyof LogFieldKinds;

const LONGEST = 300;
const LONGEST_CAUSE = 1000;
const CODE = /^[\w.:-]{0,100}$/;
const KINDS: Readonly<Record<string, Readonly<Record<string, Kind>>>> = LOG_EVENTS;

/** A field of an event as the catalogue has it, or undefined. */
export function kindOf(event: string, field: string): Kind | undefined {
  const fields = Object.hasOwn(KINDS, event) ? KINDS[event] : undefined;
  return fields && Object.hasOwn(fields, field) ? fields[field] : undefined;
}

/** Whatever a caller smuggled past the compiler stays out: an error or a request object may hold the token. */
export function logEntry(
  level: LogLevel,
  event: string,
  given: Readonly<Record<string, unknown>>,
  secrets: readonly string[],
): LogEntry {
  const fields = Object.entries(given).flatMap(([name, value]) => {
    const kind = kindOf(event, name);
    const kept = kind === undefined ? undefined : admitted(kind, value, secrets);
    return kept === undefined ? [] : [[name, kept] as const];
  });
  const known = Object.hasOwn(KINDS, event) ? event : 'unknown-event';
  return { time: new Date().toISOString(), level, event: known, fields: Object.fromEntries(fields) };
}

function admitted(
  kind: Kind,
  value: unknown,
  secrets: readonly string[],
): string | number | boolean | undefined {
  switch (kind) {
    case 'count':
    case 'ms':
      return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
    case 'flag':
      return typeof value === 'boolean' ? value : undefined;
    case 'code':
      return typeof value === 'string' && CODE.test(value) ? cut(value, secrets, LONGEST) : undefined;
    case 'path':
    case 'place':
      return typeof value === 'string' ? cut(value, secrets, LONGEST) : undefined;
    case 'cause':
      return value === undefined ? undefined : cut(causeText(value), secrets, LONGEST_CAUSE);
  }
}

/** Hidden before it is cut: half a token must not be left standing. */
function cut(text: string, secrets: readonly string[], length: number): string {
  return redactSecrets(text, secrets).slice(0, length);
}
