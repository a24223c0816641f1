import { kindOf } from '../stores/log-entry.ts';

/** How a path is shown. */
export type ShowPath = (path: string) => string;

const HUMAN_LINE = /^(\S+ [A-Z]+ )([\w-]+)(?: (\{.*\}))?$/;

function parsed(json: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null ? { ...value } : null;
  } catch {
    return null;
  }
}

/** Only what the catalogue of today names: a log may be of an earlier version, or not ours. */
function shownFields(event: string, fields: Readonly<Record<string, unknown>>, show: ShowPath): object {
  const kept = Object.entries(fields).flatMap(([name, value]) => {
    const kind = kindOf(event, name);
    if (kind === undefined) return [];
    return [[name, kind === 'path' ? show(String(value)) : value] as const];
  });
  return Object.fromEntries(kept);
}

function humanLine(line: string, show: ShowPath): string | null {
  const [, before, event, json] = HUMAN_LINE.exec(line) ?? [];
  if (before === undefined || event === undefined) return null;
  if (json === undefined) return line;
  const fields = parsed(json);
  return fields === null ? null : `${before}${event} ${JSON.stringify(shownFields(event, fields, show))}`;
}

function jsonLine(line: string, show: ShowPath): string | null {
  const { time, level, event, pid, version, fields } = parsed(line) ?? {};
  if (typeof event !== 'string' || typeof fields !== 'object' || fields === null) return null;
  const shown = shownFields(event, { ...fields }, show);
  return JSON.stringify({ time, level, event, pid, version, fields: shown });
}

/** A log file of ours line by line; what is not in its form is counted and left out. */
export function logPart(text: string, kind: 'log' | 'jsonl', show: ShowPath): string {
  const shown: string[] = [];
  let others = 0;
  for (const line of text.split('\n').filter((one) => one !== '')) {
    const kept = kind === 'log' ? humanLine(line, show) : jsonLine(line, show);
    if (kept === null) others += 1;
    else shown.push(kept);
  }
  const note = others === 0 ? [] : [JSON.stringify({ leftOut: others, why: 'not a line of this version' })];
  return [...shown, ...note, ''].join('\n');
}
