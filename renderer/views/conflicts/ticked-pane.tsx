import type { JSX } from 'react';
import type { AppSnapshot } from '../../../shared/model/app-snapshot.ts';
import type { ItemPath } from '../../../shared/model/item.ts';
import { GonePane, HeldPane } from './group-panes.tsx';
import type { Selection } from './selection.ts';
import { SelectionHeader, SelectionPane } from './selection-pane.tsx';
import type { Settling } from './use-settling.ts';

interface Props {
  readonly selection: Selection;
  readonly snapshot: AppSnapshot;
  readonly settling: Settling;
  readonly onClear: () => void;
  readonly onSettled: (paths: readonly ItemPath[]) => void;
}

/** What can be decided for all ticked items at once. */
export function TickedPane({ selection, snapshot, settling, onClear, onSettled }: Props): JSX.Element {
  const { group, paths } = selection;
  const isTicked = ({ path }: { readonly path: string }): boolean => paths.has(path);
  return (
    <>
      <SelectionHeader amount={paths.size} onClear={onClear} />
      {group === 'conflict' && (
        <SelectionPane
          conflicts={snapshot.conflicts.filter(isTicked)}
          settling={settling}
          onSettled={onSettled}
        />
      )}
      {group === 'held' && (
        <HeldPane items={snapshot.held.filter(isTicked)} all={snapshot.held} settling={settling} />
      )}
      {group === 'gone' && <GonePane paths={[...paths]} settling={settling} />}
    </>
  );
}
