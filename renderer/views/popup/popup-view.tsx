import type { JSX } from 'react';
import { useCallback, useState } from 'react';
import type { ItemPath } from '../../../shared/model/item.ts';
import { useAct } from '../../hooks/use-act.ts';
import { useEscape } from '../../hooks/use-escape.ts';
import { useSnapshot } from '../../hooks/use-snapshot.ts';
import { Overview } from './overview.tsx';
import { ResolveView } from './resolve-view.tsx';

/** The window at the tray: an overview, or one conflict that is being resolved. Escape goes back, then closes. */
export function PopupView(): JSX.Element {
  const snapshot = useSnapshot();
  const acting = useAct();
  const { act } = acting;
  const [resolving, setResolving] = useState<ItemPath | null>(null);
  const [left, setLeft] = useState<ItemPath | null>(null);

  const open = (path: ItemPath): void => setResolving(path);
  const back = useCallback((): void => {
    setLeft(resolving);
    setResolving(null);
  }, [resolving]);
  const onEscape = useCallback(() => {
    if (resolving !== null) back();
    else void act('app.closeWindow', null);
  }, [act, back, resolving]);
  useEscape(onEscape);

  if (snapshot === null) return <main className="popup" aria-busy="true" />;
  if (resolving !== null) {
    const waits = snapshot.conflicts.some(({ path }) => path === resolving);
    return <ResolveView path={resolving} waits={waits} onDone={back} />;
  }
  return <Overview snapshot={snapshot} acting={acting} onResolve={open} cameFrom={left} />;
}
