import { GitCompareArrows } from 'lucide-react';
import type { JSX } from 'react';
import type { ConflictSummary } from '../../../shared/model/conflict.ts';
import { Age } from '../../components/age.tsx';
import { Button } from '../../components/button.tsx';
import { PathName } from '../../components/path-name.tsx';
import { kindWords } from '../../difference/conflict-words.ts';
import type { Act } from '../../hooks/use-act.ts';
import { reasonWords } from '../../reason-words.ts';
import { text } from '../../text.ts';
import { Reasoned } from '../why/reasoned.tsx';

interface Props {
  readonly conflict: ConflictSummary;
  readonly act: Act;
}

/** A conflict: what met what, why it was not joined, since when, and the way to the window that settles it. */
export function ConflictRow({ conflict, act }: Props): JSX.Element {
  const { path, kind, reason, since } = conflict;
  return (
    <>
      <GitCompareArrows className="row-icon row-icon-warning" aria-hidden="true" />
      <div className="conflict">
        <PathName path={path} />
        <Button
          aria-description={path}
          onClick={() => void act('app.openItem', { window: 'conflicts', path })}
        >
          {text.resolve}
        </Button>
        <p className="row-kind">
          {kindWords(kind).name}
          {text.comma}
          <Age time={since} words={text.found} />
        </p>
        <div className="conflict-why">
          <Reasoned about={{ kind: 'conflict', path }} path={path}>
            <p className="row-note">{reasonWords(reason)}</p>
          </Reasoned>
        </div>
      </div>
    </>
  );
}
