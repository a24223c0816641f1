import type { SyncState } from './app-snapshot.ts';

/** How much of a person's attention a state asks for; a worse one hides a better one. */
const RANKS: Readonly<Record<SyncState, number>> = {
  setup: 0,
  inStep: 1,
  pending: 2,
  syncing: 3,
  paused: 4,
  offline: 5,
  conflict: 6,
  held: 7,
  error: 8,
};

/** Those first that a person should look at first; equals stay in their order. */
export function worstFirst<T extends { readonly state: SyncState }>(all: readonly T[]): readonly T[] {
  return [...all].sort((a, b) => RANKS[b.state] - RANKS[a.state]);
}

/** True for what ends only when a person has looked. */
export function needsPerson(state: SyncState): boolean {
  return RANKS[state] >= RANKS.conflict;
}
