import { isLoopback } from '../api/is-loopback.ts';

/** The folder that holds a feed, or null: HTTPS only, and plain HTTP to this computer itself for tests and rehearsals. */
export function feedAddress(text: string): URL | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !hasPlainForm(url)) return null;
  const isSafe = url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url));
  return isSafe ? url : null;
}

/** No name and password to leak, nothing behind the path that joining a file's name would lose. */
function hasPlainForm({ username, password, search, hash }: URL): boolean {
  return [username, password, search, hash].every((part) => part === '');
}
