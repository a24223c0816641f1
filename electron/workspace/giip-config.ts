/**
 * What one giipAgent.cfg says. The token must reach neither a log nor a window: only `problem` is for people.
 */
export interface GiipConfig {
  readonly token: string | null;
  readonly lssn: number | null;
  /** Why it cannot be used as it is, or null. Never holds a value of the file. */
  readonly problem: string | null;
}

type Found<T> = { readonly value: T } | { readonly problem: string };

const LINE = /^\s*([A-Za-z_][\w.-]*)\s*[=:]\s*(.*?)\s*$/;
const QUOTED = /^(["'])(.*?)\1\s*(?:#.*)?$/;
const COMMENT = /(?:^|\s)#.*$/;
const ANY_QUOTE = /["'`“”„‘’«»]/;
const SAMPLE = /^(?:your[-_ ].*|<.*>|\{.*\}|x{3,}|changeme)$/i;
const LARGEST_LSSN = 2_147_483_647;

/** The value without its quotes or the comment after it; undefined when quotes do not match. */
function plainValue(raw: string): string | undefined {
  const quoted = QUOTED.exec(raw);
  if (quoted !== null) return (quoted[2] ?? '').trim();
  const bare = raw.replace(COMMENT, '').trim();
  return ANY_QUOTE.test(bare) ? undefined : bare;
}

/** Keys in lower case; as in the agent itself, the last line for a key counts. */
function readKeys(text: string): ReadonlyMap<string, string | undefined> {
  const keys = new Map<string, string | undefined>();
  for (const line of text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/)) {
    const [, key, raw = ''] = LINE.exec(line) ?? [];
    if (key !== undefined) keys.set(key.toLowerCase(), plainValue(raw));
  }
  return keys;
}

function readValue(keys: ReadonlyMap<string, string | undefined>, key: string): Found<string> {
  const value = keys.get(key);
  if (!keys.has(key)) return { problem: `${key} is missing` };
  if (value === undefined) return { problem: `${key} has quotes that do not match` };
  if (value === '') return { problem: `${key} is empty` };
  return SAMPLE.test(value) ? { problem: `${key} still has its sample value` } : { value };
}

function readToken(keys: ReadonlyMap<string, string | undefined>): Found<string> {
  const found = readValue(keys, 'sk');
  if ('problem' in found) return found;
  return /[\s\p{Cc}\p{Cf}\ufffd]/u.test(found.value)
    ? { problem: 'sk has a character that no token has' }
    : found;
}

function readLssn(keys: ReadonlyMap<string, string | undefined>): Found<number> {
  const found = readValue(keys, 'lssn');
  if ('problem' in found) return found;
  if (/^0+$/.test(found.value)) return { problem: 'lssn is 0, which means that none is assigned yet' };
  const lssn = /^[1-9]\d{0,9}$/.test(found.value) ? Number(found.value) : Number.NaN;
  return lssn <= LARGEST_LSSN
    ? { value: lssn }
    : { problem: 'lssn is not a whole number from 1 to 2147483647' };
}

/**
 * Reads `sk` and `lssn` out of a giipAgent.cfg: `key = "value"`, also with `:` or single quotes; `#` starts a
 * comment.
 */
export function parseGiipConfig(text: string): GiipConfig {
  const keys = readKeys(text);
  const [token, lssn] = [readToken(keys), readLssn(keys)];
  const problems = [token, lssn].flatMap((found) => ('problem' in found ? [found.problem] : []));
  return {
    token: 'value' in token ? token.value : null,
    lssn: 'value' in lssn ? lssn.value : null,
    problem: problems.length === 0 ? null : problems.join('; '),
  };
}
