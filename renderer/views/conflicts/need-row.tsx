import type { LucideIcon } from 'lucide-react';
import { Ban, FileX, GitCompareArrows, Hand } from 'lucide-react';
import type { JSX, MouseEvent } from 'react';
import { PathName } from '../../components/path-name.tsx';
import { conflictText } from '../../conflict-text.ts';
import { kindWords } from '../../difference/conflict-words.ts';
import { reasonWords } from '../../reason-words.ts';
import type { Group, Need } from './needs.ts';

const SIGNS: Readonly<Record<Group, LucideIcon>> = {
  conflict: GitCompareArrows,
  held: Hand,
  gone: FileX,
  rejected: Ban,
};

function noteWords({ note }: Need): string {
  if ('kind' in note) return kindWords(note.kind).name;
  return 'reason' in note ? reasonWords(note.reason) : note.words;
}

/** How a row was clicked or reached by key. */
export type Touch = 'open' | 'toggle' | 'range';

function touchOf(event: MouseEvent): Touch {
  if (event.shiftKey) return 'range';
  return event.ctrlKey || event.metaKey ? 'toggle' : 'open';
}

interface Props {
  readonly need: Need;
  readonly isOpen: boolean;
  readonly isTicked: boolean;
  /** The one row of its list that Tab reaches; arrows lead to the others. */
  readonly isReachable: boolean;
  readonly onTouch: (touch: Touch) => void;
}

/** One item that needs a person: a box to tick, and a button that opens it. */
export function NeedRow({ need, isOpen, isTicked, isReachable, onTouch }: Props): JSX.Element {
  const { group, path } = need;
  const Icon = SIGNS[group];
  const tabIndex = isReachable ? 0 : -1;
  return (
    <div className={isOpen ? 'need need-open' : 'need'} data-path={path}>
      {group !== 'rejected' && (
        <input
          type="checkbox"
          tabIndex={tabIndex}
          aria-label={conflictText.select(path)}
          checked={isTicked}
          onChange={() => undefined}
          onClick={(event) => onTouch(event.shiftKey ? 'range' : 'toggle')}
        />
      )}
      <button
        type="button"
        tabIndex={tabIndex}
        aria-current={isOpen ? 'true' : undefined}
        aria-description={path}
        onClick={(event) => onTouch(touchOf(event))}
      >
        <Icon className="need-sign" aria-hidden="true" />
        <span className="need-text">
          <PathName path={path} />
          <span className="need-note">{noteWords(need)}</span>
        </span>
      </button>
    </div>
  );
}
