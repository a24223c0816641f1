import { useCallback, useEffect, useState } from 'react';
import type { ConflictTexts } from '../../../shared/model/conflict.ts';
import type { ItemPath } from '../../../shared/model/item.ts';
import type { SyncError } from '../../../shared/model/sync-error.ts';
import { useApi } from '../../hooks/use-api.ts';

/** An opened conflict: its texts, what went wrong, whether a choice is under way. */
export interface OpenConflict {
  readonly texts: ConflictTexts | null;
  readonly error: SyncError | null;
  readonly busy: boolean;
  readonly take: (side: 'mine' | 'server') => void;
}

/** Fetches both texts and carries out the choice; where the choice fails, both are fetched anew. */
export function useConflict(path: ItemPath, onDone: () => void): OpenConflict {
  const api = useApi();
  const [texts, setTexts] = useState<ConflictTexts | null>(null);
  const [error, setError] = useState<SyncError | null>(null);
  const [busy, setBusy] = useState(false);

  const load = useCallback(async (): Promise<void> => {
    const answer = await api.call('conflict.texts', path);
    if (answer.ok) setTexts(answer.value);
    else setError(answer.error);
  }, [api, path]);

  useEffect(() => void load(), [load]);

  const take = async (side: 'mine' | 'server'): Promise<void> => {
    setBusy(true);
    setError(null);
    const answer = await api.call('conflict.resolve', { path, decision: { take: side } });
    setBusy(false);
    if (answer.ok) {
      onDone();
      return;
    }
    setError(answer.error);
    await load();
  };
  return { texts, error, busy, take: (side) => void take(side) };
}
