import type { JSX } from 'react';
import { Button } from '../../components/button.tsx';
import { Dialog } from './dialog.tsx';

interface Props {
  readonly title: string;
  readonly lines: readonly string[];
  readonly yes: string;
  readonly no: string;
  readonly onYes: () => void;
  readonly onNo: () => void;
}

/** Asks once more. The focus starts on the answer that changes nothing. */
export function ConfirmDialog({ title, lines, yes, no, onYes, onNo }: Props): JSX.Element {
  const actions = (
    <>
      <Button autoFocus onClick={onNo}>
        {no}
      </Button>
      <Button kind="primary" onClick={onYes}>
        {yes}
      </Button>
    </>
  );
  return (
    <Dialog title={title} actions={actions} onClose={onNo}>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </Dialog>
  );
}
