import { CircleCheck } from 'lucide-react';
import type { JSX } from 'react';
import { useCallback, useEffect, useMemo, useReducer } from 'react';
import type { AppSnapshot } from '../../../shared/model/app-snapshot.ts';
import type { ItemPath } from '../../../shared/model/item.ts';
import { conflictText } from '../../conflict-text.ts';
import { useSnapshot } from '../../hooks/use-snapshot.ts';
import { nextDrafts } from './drafts.ts';
import { matching, needsOf, pathsOf } from './needs.ts';
import { NoticeBar } from './notice-bar.tsx';
import { PaneHeader } from './pane-header.tsx';
import { Sidebar } from './sidebar.tsx';
import { TargetPane } from './target-pane.tsx';
import { TickedPane } from './ticked-pane.tsx';
import { useOpenedItem } from './use-opened-item.ts';
import { useSettling } from './use-settling.ts';
import { useShortcuts } from './use-shortcuts.ts';
import { initialState, neighbour, nextState, shownTarget } from './window-state.ts';

/** Nothing waits for a person: quiet, and no list. */
function Calm(): JSX.Element {
  return (
    <div className="calm-pane">
      <CircleCheck aria-hidden="true" />
      <h1>{conflictText.calm}</h1>
      <p>{conflictText.calmMore}</p>
    </div>
  );
}

interface Props {
  readonly hash: string;
}

interface WorkProps extends Props {
  readonly snapshot: AppSnapshot;
}

/** What a person does in this window, and what they have made of the conflicts so far. */
function useWork({ snapshot, hash }: WorkProps) {
  const [state, dispatch] = useReducer(nextState, hash, initialState);
  const [drafts, dispatchDrafts] = useReducer(nextDrafts, new Map());
  const needs = useMemo(() => needsOf(snapshot), [snapshot]);
  const target = shownTarget(state, needs);
  const path = target?.path ?? null;
  const open = useCallback(
    (next: ItemPath) => dispatch({ do: 'open', target: { group: 'conflict', path: next } }),
    [],
  );
  useOpenedItem(open);
  useEffect(() => {
    if (target !== null) dispatch({ do: 'pinned', target });
  }, [target]);
  useEffect(() => {
    dispatch({ do: 'select', action: { do: 'kept', order: pathsOf(needs, state.selection.group) } });
  }, [needs, state.selection.group]);
  // What was made of a conflict is kept while it waits, and while its end is still shown.
  useEffect(() => {
    const waiting = snapshot.conflicts.map((conflict) => conflict.path);
    dispatchDrafts({ do: 'kept', paths: new Set(path === null ? waiting : [...waiting, path]) });
  }, [snapshot, path]);
  return { state, dispatch, drafts, dispatchDrafts, needs, target, open };
}

/** The conflicts before and behind the shown one, in the order of the list, by button and by key. */
function useMoves({ needs, state, target, open }: ReturnType<typeof useWork>) {
  const listed = useMemo(() => matching(needs, state.filter), [needs, state.filter]);
  const path = target?.path ?? null;
  const goTo = (to: ItemPath | null): (() => void) | null => (to === null ? null : () => open(to));
  const nextPath = neighbour(listed, path, 1);
  const next = goTo(nextPath);
  const previous = goTo(neighbour(listed, path, -1));
  useShortcuts({ ...(next && { nextConflict: next }), ...(previous && { previousConflict: previous }) });
  return { next, previous, nextPath };
}

function Work({ snapshot, hash }: WorkProps): JSX.Element {
  const work = useWork({ snapshot, hash });
  const moves = useMoves(work);
  const settling = useSettling();
  const { state, dispatch, needs, target } = work;
  const isTicking = state.selection.paths.size > 0;
  return (
    <div className={needs.length === 0 ? 'conflicts' : 'conflicts conflicts-split'}>
      {needs.length > 0 && (
        <Sidebar needs={needs} state={state} shown={isTicking ? null : target} dispatch={dispatch} />
      )}
      <main className="pane">
        <NoticeBar settling={settling} />
        {isTicking && (
          <TickedPane
            selection={state.selection}
            snapshot={snapshot}
            settling={settling}
            onClear={() => dispatch({ do: 'select', action: { do: 'none' } })}
            onSettled={(paths) => dispatch({ do: 'settled', paths, next: null })}
          />
        )}
        {!isTicking && target === null && <Calm />}
        {!isTicking && target !== null && (
          <>
            <PaneHeader path={target.path} onNext={moves.next} onPrevious={moves.previous} />
            <TargetPane
              target={target}
              snapshot={snapshot}
              drafts={work.drafts}
              dispatch={work.dispatchDrafts}
              settling={settling}
              onSettled={() => dispatch({ do: 'settled', paths: [target.path], next: moves.nextPath })}
            />
          </>
        )}
      </main>
    </div>
  );
}

/** The conflict window: at the left what needs a person, at the right one item of it. */
export function ConflictsView({ hash }: Props): JSX.Element {
  const snapshot = useSnapshot();
  if (snapshot === null) return <main className="conflicts" aria-busy="true" />;
  return <Work snapshot={snapshot} hash={hash} />;
}
