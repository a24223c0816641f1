import { useCallback, useEffect, useState } from 'react';
import type { SyncRun } from '../../../shared/model/history.ts';
import type { ItemPath } from '../../../shared/model/item.ts';
import { useApi } from '../../hooks/use-api.ts';
import { historyTarget } from './history-target.ts';
import type { PlanName } from './run-pane.tsx';

/** Which half of the window is looked at, and what is chosen in it. */
interface Place {
  readonly tab: 'runs' | 'files';
  readonly run: SyncRun | null;
  readonly plan: PlanName;
  readonly path: ItemPath | null;
  /** Undoing was asked for, and there is nothing that could be undone. */
  readonly nothingToUndo: boolean;
}

const START: Place = { tab: 'runs', run: null, plan: null, path: null, nothingToUndo: false };

/** Where the person is in the window, and the ways to somewhere else. */
export interface HistoryWindow extends Place {
  readonly showTab: (tab: Place['tab']) => void;
  readonly showRun: (run: SyncRun) => void;
  readonly showPlan: (plan: PlanName) => void;
  readonly showFile: (path: ItemPath) => void;
}

/** Follows the address of the window and the items that it is asked for while it is open. */
export function useHistoryWindow(hash: string): HistoryWindow {
  const api = useApi();
  const [place, setPlace] = useState<Place>(START);
  const go = useCallback(
    (to: Partial<Place>) => setPlace((at) => ({ ...at, nothingToUndo: false, ...to })),
    [],
  );
  const showFile = useCallback((path: ItemPath) => go({ tab: 'files', path, plan: null }), [go]);

  const open = useCallback(
    async (address: string): Promise<void> => {
      const { path, undo } = historyTarget(address);
      if (path !== null) showFile(path);
      if (!undo) return;
      const answer = await api.call('history.undoPlan', null);
      if (!answer.ok || answer.value === null) go({ tab: 'runs', nothingToUndo: answer.ok });
      else go({ tab: 'runs', run: answer.value.run, plan: 'undo' });
    },
    [api, go, showFile],
  );

  useEffect(() => {
    void open(hash);
    const follow = (): void => void open(location.hash);
    window.addEventListener('hashchange', follow);
    const stop = api.on('item.opened', showFile);
    return () => {
      window.removeEventListener('hashchange', follow);
      stop();
    };
  }, [api, hash, open, showFile]);

  return {
    ...place,
    showTab: (tab) => go({ tab, plan: null }),
    showRun: (run) => go({ tab: 'runs', run, plan: null }),
    showPlan: (plan) => go({ plan }),
    showFile,
  };
}
