import { useState } from 'react';
import type { NetworkState } from '../../../shared/model/network-state.ts';
import type { SyncError } from '../../../shared/model/sync-error.ts';
import { useAct } from '../../hooks/use-act.ts';
import { useLoaded } from '../../hooks/use-loaded.ts';

interface EditedNetwork {
  readonly network: NetworkState | null;
  readonly error: SyncError | null;
  /** Answers whether they are kept. */
  readonly signIn: (user: { readonly name: string; readonly password: string }) => Promise<boolean>;
  readonly signOut: () => void;
}

/** How GIIP is reached, asked again whenever one of these settings has changed: they are told first. */
export function useNetwork(settings: string): EditedNetwork {
  const { act, error } = useAct();
  const [changes, setChanges] = useState(0);
  const loaded = useLoaded('network.get', null, `${settings} ${changes}`);
  const changed = (): void => setChanges((count) => count + 1);
  return {
    network: loaded.value,
    error: error ?? loaded.error,
    async signIn(user) {
      const answer = await act('network.signIn', user);
      if (answer.ok) changed();
      return answer.ok;
    },
    signOut: () => void act('network.signOut', null).then(changed),
  };
}
