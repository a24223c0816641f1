/** A token is short; more than this on standard input is a mistake, not a token. */
const MAX_CHARACTERS = 100_000;

/** Everything that standard input holds, up to a limit. */
export async function readAll(stream: NodeJS.ReadableStream): Promise<string> {
  let text = '';
  for await (const chunk of stream) {
    text += String(chunk);
    if (text.length > MAX_CHARACTERS) return '';
  }
  return text;
}
