const HIDDEN = '[hidden]';
/** Shorter ones would blot out ordinary words. */
const SHORTEST = 4;

/** Replaces every known secret in a text, in each form in which it may stand there. */
export function redactSecrets(text: string, secrets: readonly string[]): string {
  const forms = new Set(secrets.filter((secret) => secret.length >= SHORTEST).flatMap(formsOf));
  // The longest first: a part of it may be a form of its own.
  return [...forms]
    .sort((a, b) => b.length - a.length)
    .reduce((left, form) => left.replaceAll(form, HIDDEN), text);
}

function formsOf(secret: string): readonly string[] {
  const bytes = Buffer.from(secret, 'utf8');
  const url = encodeURIComponent(secret.toWellFormed());
  return [
    secret,
    JSON.stringify(secret).slice(1, -1),
    JSON.stringify(JSON.stringify(secret).slice(1, -1)).slice(1, -1),
    url,
    url.toLowerCase(),
    url.replaceAll('%20', '+'),
    bytes.toString('hex'),
    ...base64Forms(bytes),
  ];
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
