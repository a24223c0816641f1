import type { ItemPath } from '../../../shared/model/item.ts';
import type { Group, Need } from './needs.ts';
import { NOTHING_SELECTED, nextSelection, type Selection, type SelectionAction } from './selection.ts';

/** The item that is shown at the right. */
export interface Target {
  readonly group: Group;
  readonly path: ItemPath;
}

/** What a person has opened, ticked and typed into the filter. */
export interface WindowState {
  readonly open: Target | null;
  readonly selection: Selection;
  readonly filter: string;
  /** Settled here and perhaps still in the list for a moment: not to be opened again by themselves. */
  readonly settled: ReadonlySet<ItemPath>;
}

export type WindowAction =
  | { readonly do: 'open'; readonly target: Target }
  /** Shown without having been asked for: it stays when the list changes. */
  | { readonly do: 'pinned'; readonly target: Target }
  | { readonly do: 'settled'; readonly paths: readonly ItemPath[]; readonly next: ItemPath | null }
  | { readonly do: 'filter'; readonly text: string }
  | { readonly do: 'select'; readonly action: SelectionAction };

/** How the window begins: with the item that its address names. */
export function initialState(hash: string): WindowState {
  const path = new URLSearchParams(hash.split('?')[1] ?? '').get('path');
  return {
    open: path === null ? null : { group: 'conflict', path },
    selection: NOTHING_SELECTED,
    filter: '',
    settled: new Set(),
  };
}

/** The window's state after what a person did. To open an item ends a selection. */
export function nextState(state: WindowState, action: WindowAction): WindowState {
  switch (action.do) {
    case 'open':
      return { ...state, open: action.target, selection: NOTHING_SELECTED, settled: new Set() };
    case 'pinned':
      return state.open === null ? { ...state, open: action.target } : state;
    case 'settled': {
      const open = action.next === null ? null : ({ group: 'conflict', path: action.next } as const);
      return { ...state, open, selection: NOTHING_SELECTED, settled: new Set(action.paths) };
    }
    case 'filter':
      return { ...state, filter: action.text };
    case 'select':
      return { ...state, selection: nextSelection(state.selection, action.action) };
  }
}

/** What is shown: the opened item in the group that it is in now, else the first one that needs a person. */
export function shownTarget({ open, settled }: WindowState, needs: readonly Need[]): Target | null {
  if (open === null) return needs.find(({ path }) => !settled.has(path)) ?? null;
  const now = needs.find(({ group, path }) => group === open.group && path === open.path);
  return now ?? needs.find(({ path }) => path === open.path) ?? open;
}

/** The conflict before or behind this one in the list, around its ends; null where there is no other. */
export function neighbour(needs: readonly Need[], path: ItemPath | null, step: 1 | -1): ItemPath | null {
  const paths = needs.filter(({ group }) => group === 'conflict').map((need) => need.path);
  const at = path === null ? -1 : paths.indexOf(path);
  if (at < 0) return paths[step === 1 ? 0 : paths.length - 1] ?? null;
  const next = paths[(at + step + paths.length) % paths.length] ?? null;
  return next === path ? null : next;
}
