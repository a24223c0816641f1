import { useCallback, useEffect, useState } from 'react';
import type { UpdateRestart, UpdateStatus } from '../../../shared/model/updates.ts';
import { useApi } from '../../hooks/use-api.ts';

interface UpdatesNow {
  readonly status: UpdateStatus | null;
  /** What "Restart to update" was answered, or null. */
  readonly answer: UpdateRestart | null;
  readonly look: () => void;
  readonly restart: () => void;
}

/** What is known about updates, followed; asked anew for every other `fresh`. */
export function useUpdates(fresh: boolean): UpdatesNow {
  const api = useApi();
  const [status, setStatus] = useState<UpdateStatus | null>(null);
  const [answer, setAnswer] = useState<UpdateRestart | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is asked for depends on what was saved
  useEffect(() => {
    const end = api.on('updates.changed', setStatus);
    void api.call('updates.get', null).then((now) => now.ok && setStatus(now.value));
    return end;
  }, [api, fresh]);
  const look = useCallback(() => void api.call('updates.look', null), [api]);
  const restart = useCallback(() => {
    void api.call('updates.restart', null).then((done) => done.ok && setAnswer(done.value));
  }, [api]);
  return { status, answer, look, restart };
}
