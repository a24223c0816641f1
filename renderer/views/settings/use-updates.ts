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

/** What is known about updates, followed; asked anew when the setting has changed. */
export function useUpdates(on: boolean): UpdatesNow {
  const api = useApi();
  const [status, setStatus] = useState<UpdateStatus | null>(null);
  const [answer, setAnswer] = useState<UpdateRestart | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the setting is a reason for the answer
  useEffect(() => {
    const end = api.on('updates.changed', setStatus);
    void api.call('updates.get', null).then((now) => now.ok && setStatus(now.value));
    return end;
  }, [api, on]);
  const look = useCallback(() => void api.call('updates.look', null), [api]);
  const restart = useCallback(() => {
    void api.call('updates.restart', null).then((done) => done.ok && setAnswer(done.value));
  }, [api]);
  return { status, answer, look, restart };
}
