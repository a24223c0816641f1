import type { JSX } from 'react';
import { useRef, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { conflictText } from '../../conflict-text.ts';

interface Props {
  readonly label: string;
  readonly value: string;
}

/** The text that would be lost, ready to be copied. The page may not use the clipboard by itself, so it is selected first. */
export function TypedText({ label, value }: Props): JSX.Element {
  const area = useRef<HTMLTextAreaElement>(null);
  const [isCopied, setIsCopied] = useState(false);
  const copy = (): void => {
    area.current?.select();
    setIsCopied(document.execCommand('copy'));
  };
  return (
    <>
      <p>{label}</p>
      <textarea
        ref={area}
        readOnly
        rows={Math.min(12, value.split('\n').length + 1)}
        value={value}
        aria-label={label}
      />
      <Button onClick={copy}>{isCopied ? conflictText.copied : conflictText.copy}</Button>
    </>
  );
}
