import { fail, ok, type Result } from '../../shared/model/sync-error.ts';
import type { Way } from './proxy-resolver.ts';

const SCHEMES: Readonly<Record<string, string>> = {
  PROXY: 'http',
  HTTP: 'http',
  HTTPS: 'https',
  SOCKS5: 'socks5',
};

function wayOf(entry: string): Way | null {
  const [kind = '', address = ''] = entry.split(/\s+/);
  if (kind.toUpperCase() === 'DIRECT') return { proxy: null, source: 'system' };
  const scheme = SCHEMES[kind.toUpperCase()];
  const text = `${scheme}://${address}`;
  return scheme !== undefined && address !== '' && URL.canParse(text)
    ? { proxy: new URL(text), source: 'system' }
    : null;
}

/** The ways that a PAC file's answer names, such as `PROXY a:8080; DIRECT`. What cannot be used is passed over. */
export function pacAnswer(text: string): Result<readonly Way[]> {
  const entries = text.split(';').map((entry) => entry.trim());
  const named = entries.filter((entry) => entry !== '');
  const ways = named.map(wayOf).filter((way) => way !== null);
  if (ways.length > 0) return ok(ways);
  const kinds = named.map((entry) => entry.split(/\s+/)[0]).join(', ');
  return fail(
    'proxy-failed',
    `the system names a proxy that cannot be used (${kinds}); http, https and socks5 can`,
  );
}
