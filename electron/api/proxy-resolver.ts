import type { Result } from '../../shared/model/sync-error.ts';

/** What a proxy asks for. */
export interface ProxyUser {
  readonly name: string;
  readonly password: string;
}

/** One way to a server. */
export interface Way {
  /** The proxy without user name and password; null leads there directly. */
  readonly proxy: URL | null;
  /** Who said so: a setting (or the machine's policy), HTTPS_PROXY and NO_PROXY, or the operating system. */
  readonly source: 'setting' | 'environment' | 'system';
  /** The user name and password that came with the proxy's address. */
  readonly user?: ProxyUser;
}

/** Knows the ways to a URL, the first one to be tried first. Asked before each request: the network may have changed. */
export interface ProxyResolver {
  resolve(url: URL): Promise<Result<readonly Way[]>>;
}

/** The system's own answer for a URL, in the words of a PAC file; only a tray application has one. */
export type SystemProxy = (url: URL) => Promise<string>;
