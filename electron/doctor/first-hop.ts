import type { Way } from '../api/proxy-resolver.ts';

/** A host without brackets, and its port. */
export interface Hop {
  readonly host: string;
  readonly port: number;
}

const PORTS: Readonly<Record<string, number>> = { 'https:': 443, 'http:': 80, 'socks5:': 1080 };

/** The host and port that a URL means. */
export function hopOf({ hostname, port, protocol }: URL): Hop {
  return { host: hostname.replace(/^\[(.*)\]$/, '$1'), port: Number(port) || (PORTS[protocol] ?? 443) };
}

/** Who is connected to first. */
export function firstHop(url: URL, { proxy }: Way): Hop {
  return hopOf(proxy ?? url);
}
