import { posix, win32 } from 'node:path';
import type { PolicyKeySchema } from '../../shared/policy/policy-schema.ts';
import { parseApiUrl } from '../api/parse-api-url.ts';
import { expandFolder } from './expand-folder.ts';
import type { PolicyPlace } from './policy-reading.ts';

/** What a value of the policy says: a value, nothing (the person decides), or something that it may not say. */
export type Judged = { readonly as: 'value'; readonly value: unknown } | { readonly as: 'user' | 'wrong' };

const WRONG: Judged = { as: 'wrong' };
/** Control characters, and what a text holds that was read with the wrong code page. */
const UNUSABLE = /[\p{Cc}\uFFFD]/u;

function use(value: unknown): Judged {
  return value === null ? WRONG : { as: 'value', value };
}

function choice(raw: unknown): Judged {
  if (raw === 'user') return { as: 'user' };
  return raw === 'always' || raw === 'never' ? use(raw === 'always') : WRONG;
}

function isWholePath(text: string, { platform }: PolicyPlace): boolean {
  // Windows takes `\x` as a path of the current drive, which is no place that an administrator can mean.
  return platform === 'win32'
    ? win32.isAbsolute(text) && /^[A-Za-z]:|^[\\/]{2}/.test(text)
    : posix.isAbsolute(text);
}

function url(text: string): string | null {
  const parsed = parseApiUrl(text);
  return parsed.ok ? parsed.value.href.replace(/\/$/, '') : null;
}

type TextFormat = Extract<PolicyKeySchema, { type: 'text' }>['format'];

const FORMATS: Readonly<Record<TextFormat, (text: string, place: PolicyPlace) => string | null>> = {
  apiUrl: url,
  httpsUrl: (text) => (url(text) === null ? null : text),
  proxy: (text) => (['system', 'direct'].includes(text) || URL.canParse(text) ? text : null),
  folder: expandFolder,
  file: (text, place) => (isWholePath(text, place) ? text : null),
};

function text(
  { format, pattern, maxLength }: Extract<PolicyKeySchema, { type: 'text' }>,
  raw: unknown,
  place: PolicyPlace,
): Judged {
  if (typeof raw !== 'string' || raw.length > maxLength || UNUSABLE.test(raw)) return WRONG;
  return new RegExp(pattern, 'u').test(raw) ? use(FORMATS[format](raw, place)) : WRONG;
}

function command(maxItems: number, raw: unknown, place: PolicyPlace): Judged {
  if (!Array.isArray(raw) || raw.length > maxItems) return WRONG;
  const words: readonly unknown[] = raw;
  const isUsable = words.every((word) => typeof word === 'string' && !UNUSABLE.test(word));
  return isUsable && isWholePath(String(words[0] ?? ''), place) ? use([...words]) : WRONG;
}

/** Judges one value by the schema of its key; nothing is guessed, nothing is cut to fit. */
export function judgeValue(schema: PolicyKeySchema, raw: unknown, place: PolicyPlace): Judged {
  switch (schema.type) {
    case 'choice':
      return choice(raw);
    case 'integer':
      return Number.isInteger(raw) && Number(raw) >= schema.minimum && Number(raw) <= schema.maximum
        ? use(raw)
        : WRONG;
    case 'oneOf':
      return schema.values.some((value) => value === raw) ? use(raw) : WRONG;
    case 'text':
      return text(schema, raw, place);
    case 'command':
      return command(schema.maxItems, raw, place);
  }
}
