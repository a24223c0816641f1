import { Hand } from 'lucide-react';
import type { JSX, KeyboardEvent } from 'react';
import { useId, useRef, useState } from 'react';
import type { HeldItem } from '../../../shared/model/change.ts';
import { reasonWords } from '../../../shared/reason-words.ts';
import { Button } from '../../components/button.tsx';
import { Card } from '../../components/card.tsx';
import { LimitedList } from '../../components/limited-list.tsx';
import { PathName } from '../../components/path-name.tsx';
import type { Act } from '../../hooks/use-act.ts';
import { useFocusOnMount } from '../../hooks/use-focus-on-mount.ts';
import { text } from '../../text.ts';

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
    event.stopPropagation();
    onNo();
  };
  return (
    <fieldset className="confirm" aria-labelledby={id} onKeyDown={onKeyDown}>
      <h3 id={id}>{text.held.confirmTitle(held.length)}</h3>
      {text.heldConsequences(held).map((sentence) => (
        <p key={sentence}>{sentence}</p>
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

/** What the brakes stopped, each item with its reason, and the way on. */
export function HeldCard({ held, act }: Props): JSX.Element {
  const id = useId();
  const [asking, setAsking] = useState(false);
  const goOn = useRef<HTMLButtonElement>(null);
  const stop = (): void => {
    setAsking(false);
    goOn.current?.focus();
  };
  const approve = (): void => {
    stop();
    void act('held.approve', null);
  };
  return (
    <Card tone="warning" icon={Hand} title={text.held.title(held.length)}>
      <p>{text.held.body}</p>
      <h3 id={id} className="card-list-title">
        {text.lists.held}
      </h3>
      <LimitedList
        items={held}
        labelledBy={id}
        keyOf={({ path }) => path}
        row={({ path, reason }) => (
          <div className="row-text">
            <PathName path={path} />
            <p className="row-note">{reasonWords(reason)}</p>
          </div>
        )}
      />
      <div className="card-actions" hidden={asking}>
        <Button ref={goOn} onClick={() => setAsking(true)}>
          {text.held.goOn}
        </Button>
      </div>
      {asking && <ConfirmGoOn held={held} onYes={approve} onNo={stop} />}
    </Card>
  );
}
