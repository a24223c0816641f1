import type { JSX } from 'react';
import { Button } from '../../components/button.tsx';
import { conflictText } from '../../conflict-text.ts';
import { Dialog } from './dialog.tsx';

/** Every shortcut of this window. */
export function KeyboardDialog({ onClose }: { readonly onClose: () => void }): JSX.Element {
  const close = (
    <Button autoFocus onClick={onClose}>
      {conflictText.close}
    </Button>
  );
  return (
    <Dialog title={conflictText.keyboard} actions={close} onClose={onClose}>
      <dl className="shortcuts">
        {conflictText.shortcuts.map(([keys, meaning]) => (
          <div key={keys}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
