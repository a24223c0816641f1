import type { JSX } from 'react';
import { useId } from 'react';
import type { ItemPath } from '../../../shared/model/item.ts';
import { Button } from '../../components/button.tsx';
import { conflictText } from '../../conflict-text.ts';
import { WhyPanel } from '../why/why-panel.tsx';
import { Dialog } from './dialog.tsx';

interface Props {
  readonly path: ItemPath;
  readonly onClose: () => void;
}

/** Why this is a conflict, and the texts that it was seen in. */
export function WhyDialog({ path, onClose }: Props): JSX.Element {
  const id = useId();
  const close = (
    <Button autoFocus onClick={onClose}>
      {conflictText.close}
    </Button>
  );
  return (
    <Dialog title={conflictText.whyTitle} actions={close} onClose={onClose}>
      <WhyPanel about={{ kind: 'conflict', path }} id={id} path={path} />
    </Dialog>
  );
}
