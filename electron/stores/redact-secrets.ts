const HIDDEN = '[hidden]';
/** Shorter ones would blot out ordinary words. */
const SHORTEST = 4;

/** Replaces every known secret in a text, in each form in which it may stand there. */
export function redactSecrets(text: string, secrets: readonly string[], shown = HIDDEN): string {
  const forms = new Set(secrets.filter((secret) => secret.length >= SHORTEST).flatMap(formsOf));
  // The longest first: a part of it may be a form of its own.
  return [...forms]
    .sort((a, b) => b.length - a.length)
    .reduce((left, form) => left.replaceAll(form, shown), text);
}

function formsOf(secret: string): readonly string[] {
  const bytes = Buffer.from(secret, 'utf8');
  const url = encodeURIComponent(secret.toWellFormed());
  const json = escaped(secret);
  return [
    secret,
    json,
    escaped(json),
    json.replaceAll('/', '\\/'),
    ...[secret, json].map(inAscii),
    url,
    url.toLowerCase(),
    url.replace(/%[0-9A-F]{2}/g, (hex) => hex.toLowerCase()),
    url.replaceAll('%20', '+'),
    bytes.toString('hex'),
    bytes.toString('hex').toUpperCase(),
    ...base64Forms(bytes),
  ];
}

function escaped(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

/** As JSON for ASCII only writes it. */
function inAscii(text: string): string {
  return text.replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Base64 by itself, and what stays the same of it wherever the secret stands inside a longer text. */
function base64Forms(bytes: Buffer): readonly string[] {
  const inner = [0, 1, 2].map((before) => {
    const text = Buffer.concat([Buffer.alloc(before), bytes])
      .toString('base64')
      .replace(/=+$/, '');
    const from = Math.ceil((before * 8) / 6);
    const to = Math.floor(((before + bytes.length) * 8) / 6);
    return text.slice(from, to);
  });
  const standard = [bytes.toString('base64'), ...inner];
  return [...standard, ...standard.map((text) => text.replaceAll('+', '-').replaceAll('/', '_'))];
}
