import { useCallback, useState } from 'react';
import type { CallInput, CallName, CallOutput } from '../../shared/ipc/contract.ts';
import type { Result, SyncError } from '../../shared/model/sync-error.ts';
import { useApi } from './use-api.ts';

/** Does one call; the answer is for whoever wants more than the shown failure. */
export type Act = <N extends CallName>(name: N, input: CallInput<N>) => Promise<Result<CallOutput<N>>>;

/** What a view shows about its calls: which one runs, and how the last one failed. */
export interface Acting {
  readonly act: Act;
  readonly busy: CallName | null;
  readonly error: SyncError | null;
  readonly dismiss: () => void;
}

/** Calls whose failure is kept until the next call or until it is dismissed. */
export function useAct(): Acting {
  const api = useApi();
  const [busy, setBusy] = useState<CallName | null>(null);
  const [error, setError] = useState<SyncError | null>(null);

  const act = useCallback<Act>(
    async (name, input) => {
      setBusy(name);
      const answer = await api.call(name, input);
      setBusy(null);
      setError(answer.ok ? null : answer.error);
      return answer;
    },
    [api],
  );
  const dismiss = useCallback(() => setError(null), []);
  return { act, busy, error, dismiss };
}
