import type { NetworkState, NetworkWay, ProxyUserState } from '../../shared/model/network-state.ts';
import { fail, ok, type Result, type SyncError } from '../../shared/model/sync-error.ts';
import type { Handlers, NetworkCall } from './application.ts';

/** The one that is left out needs a window. */
export type NetworkDesk = Handlers<Exclude<NetworkCall, 'network.chooseCaFile'>>;

export interface NetworkDeskPorts {
  /** How GIIP is reached now, the first way to be tried first. */
  ways(): Promise<Result<readonly NetworkWay[]>>;
  /** What is wrong with a file of authorities, or null. */
  caProblem(): Promise<SyncError | null>;
  /** User name and password for the first proxy of the ways; no other is told them. */
  signIn(user: { readonly name: string; readonly password: string }): Promise<Result<ProxyUserState>>;
  signOut(): Result<null>;
  user(): Promise<ProxyUserState>;
  /** Something changed that makes a sync worthwhile. */
  changed(): void;
}

/** In no order: the answer of a PAC file may take turns. */
function proxiesOf(ways: Result<readonly NetworkWay[]>): string {
  return ways.ok ? [...new Set(ways.value.map(({ proxy }) => proxy ?? ''))].sort().join(' ') : '';
}

/** Tells how GIIP is reached and takes the user name and password of the proxy. They never come out again. */
export function networkDesk(ports: NetworkDeskPorts): NetworkDesk {
  let told: string | null = null;

  async function state(): Promise<Result<NetworkState>> {
    const ways = await ports.ways();
    told = proxiesOf(ways);
    const [user, caProblem] = [await ports.user(), await ports.caProblem()];
    return ways.ok
      ? ok({ ways: ways.value, problem: null, user, caProblem })
      : ok({ ways: [], problem: ways.error, user, caProblem });
  }
  async function afterwards(done: Result<unknown>): Promise<Result<NetworkState>> {
    if (!done.ok) return fail(done.error.code, done.error.detail);
    ports.changed();
    return state();
  }
  return {
    'network.get': state,
    async 'network.signIn'(user) {
      // In another network meanwhile: a password is for the proxy that a person saw, not for whichever it is now.
      if (told !== null && told !== proxiesOf(await ports.ways()))
        return fail('proxy-failed', 'another proxy is used now; open the settings again');
      return afterwards(await ports.signIn(user));
    },
    'network.signOut': async () => afterwards(ports.signOut()),
  };
}
