import { fail, ok, type Result } from '../../shared/model/sync-error.ts';
import type { ProxyUser } from './proxy-resolver.ts';

export interface ProxyAddress {
  readonly proxy: URL;
  readonly user?: ProxyUser;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function userOf({ username, password }: URL): { user?: ProxyUser } {
  return username === '' ? {} : { user: { name: decoded(username), password: decoded(password) } };
}

/** A proxy's address as it is set; `name` says where. The error never repeats it: it may hold a password. */
export function parseProxyUrl(text: string, name: string): Result<ProxyAddress> {
  const typed = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text}`;
  if (!URL.canParse(typed)) return fail('proxy-failed', `${name} is not a URL`);
  const url = new URL(typed.replace(/^socks5h:/i, 'socks5:'));
  if (!['http:', 'https:', 'socks5:'].includes(url.protocol))
    return fail(
      'proxy-failed',
      `${name} is a ${url.protocol.slice(0, -1)} proxy; http, https and socks5 can be used`,
    );
  return ok({ proxy: new URL(`${url.protocol}//${url.host}`), ...userOf(url) });
}
