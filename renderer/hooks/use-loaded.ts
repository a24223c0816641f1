import { useEffect, useState } from 'react';
import type { CallInput, CallName, CallOutput } from '../../shared/ipc/contract.ts';
import type { SyncError } from '../../shared/model/sync-error.ts';
import { useApi } from './use-api.ts';

/** What a call has answered so far. */
interface Loaded<T> {
  readonly value: T | null;
  readonly error: SyncError | null;
  /** An answer is still to come. */
  readonly loading: boolean;
}

interface Answered<T> {
  readonly asked: string;
  readonly value: T | null;
  readonly error: SyncError | null;
}

/** Asks once, and again whenever the question or `fresh` changes; the last answer stays until the next has come. */
export function useLoaded<N extends CallName>(
  name: N,
  input: CallInput<N>,
  fresh: string | number = 0,
): Loaded<CallOutput<N>> {
  const api = useApi();
  const question = JSON.stringify(input);
  const asked = `${question} ${fresh}`;
  const [last, setLast] = useState<Answered<CallOutput<N>>>({ asked: '', value: null, error: null });
  useEffect(() => {
    let current = true;
    void api.call(name, JSON.parse(question) as CallInput<N>).then((answer) => {
      if (!current) return;
      if (answer.ok) setLast({ asked, value: answer.value, error: null });
      else setLast(({ value }) => ({ asked, value, error: answer.error }));
    });
    return () => {
      current = false;
    };
  }, [api, name, question, asked]);
  return { value: last.value, error: last.error, loading: last.asked !== asked };
}
