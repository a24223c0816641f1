import type { JSX } from 'react';
import { useCallback } from 'react';
import { useAct } from '../../hooks/use-act.ts';
import { useEscape } from '../../hooks/use-escape.ts';
import { useSnapshot } from '../../hooks/use-snapshot.ts';
import { ConnectionSwitcher } from './connection-switcher.tsx';
import { Overview } from './overview.tsx';

/** The window at the tray. Escape closes it. */
export function PopupView(): JSX.Element {
  const snapshot = useSnapshot();
  const acting = useAct();
  const { act } = acting;
  useEscape(useCallback(() => void act('app.closeWindow', null), [act]));
  if (snapshot === null) return <main className="popup" aria-busy="true" />;
  return (
    <div className="popup-frame">
      <ConnectionSwitcher snapshot={snapshot} act={act} />
      <Overview key={snapshot.connectionId} snapshot={snapshot} acting={acting} />
    </div>
  );
}
