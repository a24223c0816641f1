import { Hand } from 'lucide-react';
import type { JSX, KeyboardEvent } from 'react';
import { useId, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { HeldItem } from '../../../shared/model/change.ts';
import { Button } from '../../components/button.tsx';
import { Card } from '../../components/card.tsx';
import type { Act } from '../../hooks/use-act.ts';
import { useFocusOnMount } from '../../hooks/use-focus-on-mount.ts';
import { text } from '../../text.ts';
import { reasonCounts } from './reason-counts.ts';

interface ConfirmProps {
  readonly held: readonly HeldItem[];
  readonly onYes: () => void;
  readonly onNo: () => void;
}

/** Asks once more, with the numbers. The focus starts on the answer that changes nothing. */
function ConfirmGoOn({ held, onYes, onNo }: ConfirmProps): JSX.Element {
  const id = useId();
  const notYet = useFocusOnMount<HTMLButtonElement>();
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    onNo();
  };
  return (
    <fieldset className="confirm" aria-labelledby={id} onKeyDown={onKeyDown}>
      <h3 id={id}>{text.held.confirmTitle(held.length)}</h3>
      {reasonCounts(held).map(({ reason, amount }) => (
        <p key={reason.code}>{text.held.consequence(reason.code, amount)}</p>
      ))}
      <div className="card-actions">
        <Button kind="primary" onClick={onYes}>
          {text.held.confirm(held.length)}
        </Button>
        <Button ref={notYet} onClick={onNo}>
          {text.held.notYet}
        </Button>
      </div>
    </fieldset>
  );
}

interface Props {
  readonly held: readonly HeldItem[];
  readonly act: Act;
}

/** Why the brakes were put on, and the way on. The items themselves are in the list "Held for review". */
export function HeldCard({ held, act }: Props): JSX.Element {
  const [asking, setAsking] = useState(false);
  const goOn = useRef<HTMLButtonElement>(null);
  const no = (): void => {
    // At once, so that the button is there again to take the focus.
    flushSync(() => setAsking(false));
    goOn.current?.focus();
  };
  const yes = (): void => {
    no();
    void act('held.approve', null);
  };
  return (
    <Card tone="warning" icon={Hand} title={text.held.title}>
      {reasonCounts(held).map(({ reason, amount }) => (
        <p key={reason.code}>{text.held.reason(amount, reason)}</p>
      ))}
      <p>{text.held.body}</p>
      {asking ? (
        <ConfirmGoOn held={held} onYes={yes} onNo={no} />
      ) : (
        <div className="card-actions">
          <Button ref={goOn} onClick={() => setAsking(true)}>
            {text.held.goOn}
          </Button>
        </div>
      )}
    </Card>
  );
}
