import type { ItemPath } from '../../../shared/model/item.ts';
import type { Group } from './needs.ts';

/** What is ticked: items of one group only, because a decision fits one group. */
export interface Selection {
  readonly group: Group;
  readonly paths: ReadonlySet<ItemPath>;
  /** Where a range begins that is drawn with Shift. */
  readonly anchor: ItemPath | null;
}

export type SelectionAction =
  | { readonly do: 'toggle'; readonly group: Group; readonly path: ItemPath }
  | {
      readonly do: 'range';
      readonly group: Group;
      readonly path: ItemPath;
      readonly order: readonly ItemPath[];
    }
  | { readonly do: 'all'; readonly group: Group; readonly order: readonly ItemPath[] }
  | { readonly do: 'none' }
  /** The list has changed: what is no longer in it cannot be selected. */
  | { readonly do: 'kept'; readonly order: readonly ItemPath[] };

export const NOTHING_SELECTED: Selection = { group: 'conflict', paths: new Set(), anchor: null };

function rangeBetween(
  order: readonly ItemPath[],
  anchor: ItemPath | null,
  path: ItemPath,
): readonly ItemPath[] {
  const [from, to] = [anchor === null ? -1 : order.indexOf(anchor), order.indexOf(path)];
  return from < 0 ? [path] : order.slice(Math.min(from, to), Math.max(from, to) + 1);
}

function toggled(paths: ReadonlySet<ItemPath>, path: ItemPath): ReadonlySet<ItemPath> {
  const next = new Set(paths);
  if (!next.delete(path)) next.add(path);
  return next;
}

/** The selection after a click or a key. */
export function nextSelection(selection: Selection, action: SelectionAction): Selection {
  if (action.do === 'none') return NOTHING_SELECTED;
  if (action.do === 'kept') {
    const paths = new Set([...selection.paths].filter((path) => action.order.includes(path)));
    return paths.size === selection.paths.size ? selection : { ...selection, paths };
  }
  const { group } = action;
  const known = group === selection.group ? selection : { ...NOTHING_SELECTED, group };
  switch (action.do) {
    case 'toggle':
      return { group, paths: toggled(known.paths, action.path), anchor: action.path };
    case 'range': {
      const range = rangeBetween(action.order, known.anchor, action.path);
      return { ...known, paths: new Set([...known.paths, ...range]) };
    }
    case 'all': {
      const isAll = action.order.every((path) => known.paths.has(path));
      return { group, paths: new Set(isAll ? [] : action.order), anchor: null };
    }
  }
}
