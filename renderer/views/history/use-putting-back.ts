import { useCallback, useState } from 'react';
import type { CallInput } from '../../../shared/ipc/contract.ts';
import type { ManyDone } from '../../../shared/model/conflict.ts';
import type { SyncError } from '../../../shared/model/sync-error.ts';
import { historyText } from '../../history-text.ts';
import { useApi } from '../../hooks/use-api.ts';

type PutBackCall = 'history.restore' | 'history.restoreKey' | 'history.restoreRun' | 'history.undo';

/** What a restore or an undo came to, with the sentence that says so. */
export interface PutBackResult {
  readonly done: ManyDone;
  readonly words: string;
}

/** Restoring and undoing, one at a time; what came of the last one stays until it is put away. */
export interface PuttingBack {
  readonly busy: boolean;
  readonly result: PutBackResult | null;
  readonly error: SyncError | null;
  /** Counts what has been done, so that what is shown is asked for again. */
  readonly times: number;
  /** Answers whether it was done; `words` say it where the number of files does not. */
  readonly act: <N extends PutBackCall>(name: N, input: CallInput<N>, words?: string) => Promise<boolean>;
  /** Undoes what the last result speaks of. */
  readonly undo: () => void;
  readonly dismiss: () => void;
}

interface State {
  readonly busy: boolean;
  readonly result: PutBackResult | null;
  readonly error: SyncError | null;
  readonly times: number;
}

function sentence(done: ManyDone, words: string | undefined): string {
  if (done.done.length === 0) return historyText.done.none;
  return words ?? historyText.done.put(done.done.length);
}

/** Carries out restores and undos for the whole window. */
export function usePuttingBack(): PuttingBack {
  const api = useApi();
  const [state, setState] = useState<State>({ busy: false, result: null, error: null, times: 0 });

  const act = useCallback<PuttingBack['act']>(
    async (name, input, words) => {
      setState(({ times }) => ({ busy: true, result: null, error: null, times }));
      const answer = await api.call(name, input);
      const result = answer.ok ? { done: answer.value, words: sentence(answer.value, words) } : null;
      const error = answer.ok ? null : answer.error;
      setState(({ times }) => ({ busy: false, result, error, times: times + 1 }));
      return answer.ok;
    },
    [api],
  );
  const undo = (): void => {
    if (state.result === null) return;
    const { run, done } = state.result.done;
    void act('history.undo', run, historyText.done.undone(done.length));
  };
  const dismiss = useCallback(() => setState((old) => ({ ...old, result: null, error: null })), []);
  return { ...state, act, undo, dismiss };
}
