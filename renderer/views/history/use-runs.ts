import { useCallback, useEffect, useState } from 'react';
import type { SyncRun } from '../../../shared/model/history.ts';
import type { SyncError } from '../../../shared/model/sync-error.ts';
import { useApi } from '../../hooks/use-api.ts';

const PAGE = 50;

/** The time line as far as it has been asked for, newest first. */
export interface Runs {
  readonly runs: readonly SyncRun[] | null;
  readonly hasOlder: boolean;
  readonly error: SyncError | null;
  readonly loadOlder: () => void;
}

interface Known {
  readonly runs: readonly SyncRun[];
  readonly hasOlder: boolean;
}

/** The newest page replaces what it covers; the older ones, which cannot change, stay. */
function withNewest(known: Known | null, page: readonly SyncRun[]): Known {
  const last = page.at(-1);
  if (known === null || last === undefined) return { runs: page, hasOlder: page.length === PAGE };
  const older = known.runs.filter(({ id }) => id < last.id);
  return { runs: [...page, ...older], hasOlder: older.length > 0 ? known.hasOlder : page.length === PAGE };
}

function withOlder(known: Known, page: readonly SyncRun[]): Known {
  const last = known.runs.at(-1);
  const older = page.filter(({ id }) => last === undefined || id < last.id);
  return { runs: [...known.runs, ...older], hasOlder: page.length === PAGE };
}

/** Asks for the newest page whenever `fresh` changes, and for older ones on demand. */
export function useRuns(fresh: unknown): Runs {
  const api = useApi();
  const [known, setKnown] = useState<Known | null>(null);
  const [error, setError] = useState<SyncError | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new value of `fresh` is the wish to ask again
  useEffect(() => {
    let current = true;
    void api.call('history.runs', { before: null }).then((answer) => {
      if (!current) return;
      setError(answer.ok ? null : answer.error);
      if (answer.ok) setKnown((old) => withNewest(old, answer.value));
    });
    return () => {
      current = false;
    };
  }, [api, fresh]);

  const before = known?.runs.at(-1)?.id ?? null;
  const loadOlder = useCallback(() => {
    void api.call('history.runs', { before }).then((answer) => {
      setError(answer.ok ? null : answer.error);
      if (answer.ok) setKnown((old) => (old === null ? old : withOlder(old, answer.value)));
    });
  }, [api, before]);
  return { runs: known?.runs ?? null, hasOlder: known?.hasOlder ?? false, error, loadOlder };
}
