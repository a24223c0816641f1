import { GitCompareArrows } from 'lucide-react';
import type { JSX } from 'react';
import type { ConflictSummary } from '../../../shared/model/conflict.ts';
import type { ItemPath } from '../../../shared/model/item.ts';
import { reasonWords } from '../../../shared/reason-words.ts';
import { Age } from '../../components/age.tsx';
import { Button } from '../../components/button.tsx';
import { PathName } from '../../components/path-name.tsx';
import { text } from '../../text.ts';
import { Reasoned } from '../why/reasoned.tsx';

interface Props {
  readonly conflict: ConflictSummary;
  readonly onResolve: (path: ItemPath) => void;
}

/** A conflict: what met what, why it was not joined, since when, and the way to settle it. */
export function ConflictRow({ conflict, onResolve }: Props): JSX.Element {
  const { path, kind, reason, since } = conflict;
  return (
    <>
      <GitCompareArrows className="row-icon row-icon-warning" aria-hidden="true" />
      <div className="conflict">
        <PathName path={path} />
        <Button data-conflict={path} aria-description={path} onClick={() => onResolve(path)}>
          {text.resolve}
        </Button>
        <p className="row-kind">
          {text.conflictKind(kind)}, <Age time={since} words={text.found} />
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
