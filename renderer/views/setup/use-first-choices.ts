import { useEffect, useRef, useState } from 'react';
import type { Api } from '../../../shared/ipc/contract.ts';
import type { AppSnapshot } from '../../../shared/model/app-snapshot.ts';
import type { ConflictSummary, ManyDone } from '../../../shared/model/conflict.ts';
import type { ItemPath } from '../../../shared/model/item.ts';
import { useApi } from '../../hooks/use-api.ts';
import { useSnapshot } from '../../hooks/use-snapshot.ts';
import type { FirstChoices } from './first-choices.ts';

/** Choices that wait to be carried out, and since when. */
export interface Waiting {
  readonly choices: FirstChoices;
  /** Epoch milliseconds just before the start: a cycle that ended later is the first one. */
  readonly since: number;
}

/** How far the choices of set-up are. */
export type ChoicesState =
  | { readonly name: 'waiting' | 'settling' }
  | {
      readonly name: 'settled';
      readonly done: number;
      readonly ended: number;
      readonly failed: ManyDone['failed'];
    };

type Failed = ManyDone['failed'];

function isReady({ conflicts, progress, lastSuccess }: AppSnapshot, { choices, since }: Waiting): boolean {
  const waiting = new Set(conflicts.map(({ path }) => path));
  if ([...choices.keys()].every((path) => waiting.has(path))) return true;
  return progress === null && lastSuccess !== null && lastSuccess >= since;
}

async function settleOne(
  api: Api,
  take: 'mine' | 'server' | 'both',
  conflicts: readonly ConflictSummary[],
): Promise<{ readonly done: readonly ItemPath[]; readonly failed: Failed }> {
  const items = conflicts.map(({ path, seen }) => ({ path, seen }));
  const answer = await api.call('conflict.resolveMany', { items, take });
  if (answer.ok) return answer.value;
  return { done: [], failed: items.map(({ path }) => ({ path, error: answer.error })) };
}

/** One call for each kind of choice: what is no conflict any more needs none. */
async function settle(api: Api, conflicts: readonly ConflictSummary[], choices: FirstChoices) {
  const done: ItemPath[] = [];
  const failed: Failed[number][] = [];
  for (const take of ['mine', 'server', 'both'] as const) {
    const some = conflicts.filter(({ path }) => choices.get(path) === take);
    if (some.length === 0) continue;
    const answer = await settleOne(api, take, some);
    done.push(...answer.done);
    failed.push(...answer.failed);
  }
  return { done: done.length, failed, ended: choices.size - done.length - failed.length };
}

/** Carries out the choices once, as soon as the first cycle has seen the conflicts that they speak of. */
export function useFirstChoices(waiting: Waiting): ChoicesState {
  const api = useApi();
  const snapshot = useSnapshot();
  const [state, setState] = useState<ChoicesState>({ name: 'waiting' });
  const begun = useRef(false);
  useEffect(() => {
    if (begun.current || snapshot === null || !isReady(snapshot, waiting)) return;
    begun.current = true;
    setState({ name: 'settling' });
    void settle(api, snapshot.conflicts, waiting.choices).then((end) =>
      setState({ name: 'settled', ...end }),
    );
  }, [api, snapshot, waiting]);
  return state;
}
