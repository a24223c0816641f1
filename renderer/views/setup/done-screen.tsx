import { CircleCheck } from 'lucide-react';
import type { JSX } from 'react';
import { Button } from '../../components/button.tsx';
import { useAct } from '../../hooks/use-act.ts';
import { useFocusOnMount } from '../../hooks/use-focus-on-mount.ts';
import { setupText } from '../../setup-text.ts';

/** The end of set-up: what goes on now and where to find it. */
export function DoneScreen({ trayHost }: { readonly trayHost: boolean }): JSX.Element {
  const heading = useFocusOnMount<HTMLHeadingElement>();
  const { act } = useAct();
  const show = async (): Promise<void> => {
    await act('app.openWindow', 'popup');
    await act('app.closeWindow', null);
  };
  return (
    <main className="page page-done">
      <CircleCheck className="done-icon" aria-hidden="true" />
      <h1 ref={heading} tabIndex={-1}>
        {setupText.done.title}
      </h1>
      <p>{setupText.done.body}</p>
      <p>{setupText.done.whereItLives(trayHost, navigator.userAgent)}</p>
      <div className="form-actions">
        <Button kind="primary" onClick={() => void act('app.closeWindow', null)}>
          {setupText.done.close}
        </Button>
        <Button onClick={() => void show()}>{setupText.done.show}</Button>
      </div>
    </main>
  );
}
