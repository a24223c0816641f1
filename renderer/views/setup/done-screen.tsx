import { CircleCheck } from 'lucide-react';
import type { JSX } from 'react';
import { Button } from '../../components/button.tsx';
import { useAct } from '../../hooks/use-act.ts';
import { useFocusOnMount } from '../../hooks/use-focus-on-mount.ts';
import { setupText } from '../../setup-text.ts';
import { ChoicesProgress } from './choices-progress.tsx';
import type { Waiting } from './use-first-choices.ts';

function platformOf(userAgent: string): 'windows' | 'mac' | 'linux' {
  if (userAgent.includes('Windows')) return 'windows';
  return userAgent.includes('Mac OS') ? 'mac' : 'linux';
}

interface Props {
  readonly trayHost: boolean;
  /** What was chosen before the first sync, or null. */
  readonly waiting: Waiting | null;
}

/** The end of set-up: what goes on now and where to find it. */
export function DoneScreen({ trayHost, waiting }: Props): JSX.Element {
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
      <p>{setupText.done.whereItLives[trayHost ? platformOf(navigator.userAgent) : 'noTray']}</p>
      {waiting !== null && <ChoicesProgress waiting={waiting} />}
      <div className="form-actions">
        <Button kind="primary" onClick={() => void act('app.closeWindow', null)}>
          {setupText.done.close}
        </Button>
        <Button onClick={() => void show()}>{setupText.done.show}</Button>
      </div>
    </main>
  );
}
