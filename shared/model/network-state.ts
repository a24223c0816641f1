import type { SyncError } from './sync-error.ts';

/** One way to GIIP that is tried, in its turn. */
export interface NetworkWay {
  /** `host:port` of the proxy; null leads there directly. */
  readonly proxy: string | null;
  /** Who said so: the settings (or the policy), the environment's variables, or the operating system. */
  readonly source: 'setting' | 'environment' | 'system';
}

/** What is kept of a proxy's user name and password: never they themselves. */
export type ProxyUserState = 'none' | 'stored' | 'this-run-only';

/** How GIIP is reached now. */
export interface NetworkState {
  readonly ways: readonly NetworkWay[];
  /** Why no way could be named. */
  readonly problem: SyncError | null;
  /** For the first proxy of the ways. */
  readonly user: ProxyUserState;
  /** What is wrong with a file of authorities. */
  readonly caProblem: SyncError | null;
}
