import { Search } from 'lucide-react';
import type { JSX } from 'react';
import { useEffect, useId, useRef, useState } from 'react';
import { WhichConnection } from '../../components/which-connection.tsx';
import { conflictText } from '../../conflict-text.ts';
import { NeedList } from './need-list.tsx';
import type { Touch } from './need-row.tsx';
import { GROUPS, type Group, matching, type Need, pathsOf } from './needs.ts';
import type { Selection, SelectionAction } from './selection.ts';
import type { Target, WindowAction, WindowState } from './window-state.ts';

interface Props {
  readonly needs: readonly Need[];
  readonly state: WindowState;
  readonly shown: Target | null;
  readonly dispatch: (action: WindowAction) => void;
}

interface GroupProps {
  readonly group: Group;
  readonly needs: readonly Need[];
  readonly selection: Selection;
  readonly shown: Target | null;
  readonly scroller: HTMLElement | null;
  readonly dispatch: (action: WindowAction) => void;
}

const NONE: ReadonlySet<string> = new Set();

/** The box that ticks a whole group; neither on nor off while some are ticked. */
function AllBox({
  label,
  amount,
  total,
  onToggle,
}: {
  readonly label: string;
  readonly amount: number;
  readonly total: number;
  readonly onToggle: () => void;
}): JSX.Element {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current) box.current.indeterminate = amount > 0 && amount < total;
  }, [amount, total]);
  return (
    <input ref={box} type="checkbox" aria-label={label} checked={amount === total} onChange={onToggle} />
  );
}

function GroupSection({
  group,
  needs,
  selection,
  shown,
  scroller,
  dispatch,
}: GroupProps): JSX.Element | null {
  const id = useId();
  if (needs.length === 0) return null;
  const order = pathsOf(needs, group);
  const ticked = selection.group === group ? selection.paths : NONE;
  const select = (action: SelectionAction): void => dispatch({ do: 'select', action });
  const onTouch = ({ path }: Need, touch: Touch): void => {
    if (touch === 'open' || group === 'rejected') dispatch({ do: 'open', target: { group, path } });
    else if (touch === 'toggle') select({ do: 'toggle', group, path });
    else select({ do: 'range', group, path, order });
  };
  return (
    <div className="need-group">
      <header>
        {group !== 'rejected' && (
          <AllBox
            label={conflictText.selectAll[group]}
            amount={ticked.size}
            total={order.length}
            onToggle={() => select({ do: 'all', group, order })}
          />
        )}
        <h2 id={id}>{conflictText.groups[group]}</h2>
        <span className="count">{needs.length}</span>
      </header>
      <NeedList
        needs={needs}
        labelledBy={id}
        scroller={scroller}
        shown={shown}
        ticked={ticked}
        onTouch={onTouch}
      />
    </div>
  );
}

/** Everything that needs a person, by group, with a filter and boxes to tick. */
export function Sidebar({ needs, state, shown, dispatch }: Props): JSX.Element {
  // State and not a ref: the lists inside are made before it, and must hear when it is there.
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null);
  const found = matching(needs, state.filter);
  return (
    <nav className="sidebar" aria-label={conflictText.list}>
      <WhichConnection />
      <div className="filter">
        <Search aria-hidden="true" />
        <input
          type="search"
          aria-label={conflictText.filter}
          placeholder={conflictText.filter}
          value={state.filter}
          onChange={(event) => dispatch({ do: 'filter', text: event.target.value })}
        />
      </div>
      <div ref={setScroller} className="sidebar-body">
        {found.length === 0 && <p className="note-soft">{conflictText.noMatch}</p>}
        {GROUPS.map((group) => (
          <GroupSection
            key={group}
            group={group}
            needs={found.filter((need) => need.group === group)}
            selection={state.selection}
            shown={shown}
            scroller={scroller}
            dispatch={dispatch}
          />
        ))}
      </div>
    </nav>
  );
}
