import { X } from 'lucide-react';
import type { JSX } from 'react';
import { text } from '../text.ts';
import { Button } from './button.tsx';

/** Takes a notice away that has been read. */
export function DismissButton({ onClick }: { readonly onClick: () => void }): JSX.Element {
  return (
    <Button kind="quiet" className="button-icon" aria-label={text.dismiss} onClick={onClick}>
      <X aria-hidden="true" />
    </Button>
  );
}
