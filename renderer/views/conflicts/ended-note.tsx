import { CircleCheck } from 'lucide-react';
import type { JSX } from 'react';
import type { ItemPath } from '../../../shared/model/item.ts';
import { conflictText } from '../../conflict-text.ts';
import { type Draft, isTouched } from './draft.ts';
import { shownResult } from './outcome.ts';
import { TypedText } from './typed-text.tsx';

interface Props {
  readonly path: ItemPath;
  /** What a person had made of it; null where they had not opened it. */
  readonly draft: Draft | null;
}

/** A conflict that ended by itself while it was open. What was typed is not lost. */
export function EndedNote({ path, draft }: Props): JSX.Element {
  const typed = draft !== null && isTouched(draft) ? shownResult(draft).text : null;
  return (
    <div className="note">
      <output className="note-line">
        <CircleCheck aria-hidden="true" />
        {conflictText.ended(path)}
      </output>
      {typed !== null && <TypedText label={conflictText.endedTyped} value={typed} />}
    </div>
  );
}
