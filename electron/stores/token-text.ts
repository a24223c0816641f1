import { fail, ok, type Result } from '../../shared/model/sync-error.ts';

const QUOTES = /^(["'`“‘„«])([\s\S]*)(["'`”’“»])$/;
/** Invisible characters that come along when somebody copies from a web page. */
const AROUND = /^[\s\uFEFF\u200B-\u200F\u2060]+|[\s\uFEFF\u200B-\u200F\u2060]+$/g;
const SAMPLE =
  /^(<.*>|\[.*\]|\$?\{.*\}|%.*%|your[-_ ].*|my[-_ ]token|x{3,}|[*•.]+|change[-_ ]?me|todo|none|null|undefined|sk|token|sample|example|placeholder)$/i;
const LONGEST = 4096;
const LARGEST_LSSN = 2_147_483_647;

/** The token out of what was pasted or read from a file. The error never repeats what was entered. */
export function parseToken(text: string): Result<string> {
  const token = bare(text);
  if (token === '' || SAMPLE.test(token)) {
    return fail('token-invalid');
  }
  if (/[\s\p{Cc}\p{Cf}]/u.test(token) || token.length > LONGEST) {
    return fail('token-invalid', 'it is too long or holds white space');
  }
  return ok(token);
}

/** The server number: a whole number from 1 to 2147483647, written in plain digits. */
export function parseLssn(value: string | number): Result<number> {
  const text = String(value).trim();
  const lssn = /^[1-9][0-9]{0,9}$/.test(text) ? Number(text) : 0;
  return lssn >= 1 && lssn <= LARGEST_LSSN ? ok(lssn) : fail('lssn-invalid');
}

function bare(text: string): string {
  const trimmed = text.replace(AROUND, '');
  const inner = QUOTES.exec(trimmed)?.[2];
  return inner === undefined ? trimmed : bare(inner);
}
