import type { Normaliser } from './giip-switches.ts';

const RULES: Readonly<Record<Normaliser, (text: string) => string>> = {
  none: (text) => text,
  trim: (text) => text.trim(),
  crlf: (text) => text.replace(/\r\n|\r|\n/g, '\r\n'),
  lf: (text) => text.replace(/\r\n|\r/g, '\n'),
  'strip-bom': (text) => text.replace(/^\ufeff/, ''),
  'add-final-newline': (text) => (text.endsWith('\n') ? text : `${text}\n`),
  'question-marks': (text) => text.replace(/[^\0-\x7f]/gu, '?'),
  'backslash-n': (text) => text.replaceAll('\\n', '\n'),
};

/** What a server makes of a document on its way into the database. */
export function normaliseText(text: string, normaliser: Normaliser): string {
  return RULES[normaliser](text);
}
