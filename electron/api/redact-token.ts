const HIDDEN = '[token]';

/** The forms in which a server or a proxy may echo a token. */
function formsOf(token: string): readonly string[] {
  const url = encodeURIComponent(token);
  const base64 = Buffer.from(token, 'utf8').toString('base64');
  const forms = [
    token,
    JSON.stringify(token).slice(1, -1),
    JSON.stringify(token).slice(1, -1).replaceAll('/', '\\/'),
    url,
    url.replace(/%[0-9A-F]{2}/g, (hex) => hex.toLowerCase()),
    url.replaceAll('%20', '+'),
    base64,
    base64.replace(/=+$/, ''),
    base64.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, ''),
  ];
  // Longest first: a shorter form inside a longer one would leave the rest standing.
  return [...new Set(forms)].filter((form) => form !== '').sort((a, b) => b.length - a.length);
}

/** Takes the token out of a text, however it is written there. */
export function redactToken(text: string, token: string): string {
  let redacted = text;
  for (const form of formsOf(token)) redacted = redacted.replaceAll(form, HIDDEN);
  return redacted;
}
