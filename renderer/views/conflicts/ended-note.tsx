import { CircleCheck } from 'lucide-react';
import type { JSX } from 'react';
import { useRef, useState } from 'react';
import type { ItemPath } from '../../../shared/model/item.ts';
import { Button } from '../../components/button.tsx';
import { conflictText } from '../../conflict-text.ts';
import { type Draft, isTouched } from './draft.ts';
import { shownResult } from './outcome.ts';

interface Props {
  readonly path: ItemPath;
  /** What a person had made of it; null where they had not opened it. */
  readonly draft: Draft | null;
}

/** The text that would be lost, ready to be copied. The page may not use the clipboard by itself, so it is selected first. */
function TypedText({ value }: { readonly value: string }): JSX.Element {
  const area = useRef<HTMLTextAreaElement>(null);
  const [isCopied, setIsCopied] = useState(false);
  const copy = (): void => {
    area.current?.select();
    setIsCopied(document.execCommand('copy'));
  };
  return (
    <>
      <p>{conflictText.endedTyped}</p>
      <textarea ref={area} readOnly rows={12} value={value} aria-label={conflictText.endedTyped} />
      <Button onClick={copy}>{isCopied ? conflictText.copied : conflictText.copy}</Button>
    </>
  );
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
      {typed !== null && <TypedText value={typed} />}
    </div>
  );
}
