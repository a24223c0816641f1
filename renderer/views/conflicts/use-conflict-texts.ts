import { useCallback, useEffect, useState } from 'react';
import type { ConflictTexts, SeenTexts } from '../../../shared/model/conflict.ts';
import type { ItemPath } from '../../../shared/model/item.ts';
import type { SyncError } from '../../../shared/model/sync-error.ts';
import { useApi } from '../../hooks/use-api.ts';

/** Fetches the texts of the opened conflict, and again whenever a side has changed; an answer that comes too late is dropped. */
export function useConflictTexts(
  path: ItemPath,
  seen: SeenTexts,
  onTexts: (texts: ConflictTexts) => void,
): { readonly error: SyncError | null; readonly reload: () => void } {
  const api = useApi();
  const [error, setError] = useState<SyncError | null>(null);
  const [round, setRound] = useState(0);
  const { local, remote } = seen;

  // biome-ignore lint/correctness/useExhaustiveDependencies: the seen texts and the round say when to fetch again
  useEffect(() => {
    let isWanted = true;
    const load = async (): Promise<void> => {
      const answer = await api.call('conflict.texts', path);
      if (!isWanted) return;
      setError(answer.ok ? null : answer.error);
      if (answer.ok) onTexts(answer.value);
    };
    void load();
    return () => {
      isWanted = false;
    };
  }, [api, path, local, remote, round, onTexts]);
  const reload = useCallback(() => setRound((last) => last + 1), []);
  return { error, reload };
}
