import { redactSecrets } from '../stores/redact-secrets.ts';
import { LIMITS } from './limits.ts';

// biome-ignore lint/suspicious/noControlCharactersInRegex: terminal colour codes begin with one.
const ANSI = /\u001b\[[0-9;?]*[ -/]*[@-~]/g;
// Controls, invisible format characters (they can reorder what is shown) and lone surrogates.
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Cs}]+/gu;

function oneLine(text: string): string {
  return text.replace(ANSI, '').replace(/\s+/g, ' ').replace(UNPRINTABLE, '').trim();
}

function shorten(line: string): string {
  if (line.length <= LIMITS.detailLength) return line;
  // Never half of a character that takes two UTF-16 units.
  return `${line.slice(0, LIMITS.detailLength - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** What somebody else wrote, fit to be shown and logged: one line, no controls, no token, at most 300 characters. */
export function safeDetail(text: string, token: string): string {
  // Twice: cleaning may change a token that holds odd characters, or put one together that was broken up.
  const hidden = (said: string): string => redactSecrets(said, [token], '[token]');
  return shorten(hidden(oneLine(hidden(text))));
}
