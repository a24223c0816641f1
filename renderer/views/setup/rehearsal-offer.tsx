import { FlaskConical } from 'lucide-react';
import type { JSX } from 'react';
import { Button } from '../../components/button.tsx';
import { Card } from '../../components/card.tsx';
import { text } from '../../text.ts';

interface Props {
  readonly busy: boolean;
  readonly onStart: () => Promise<void>;
}

/** The whole product without an account: a pretend GIIP on this computer. */
export function RehearsalOffer({ busy, onStart }: Props): JSX.Element {
  const start = (
    <Button inert={busy} onClick={() => void onStart()}>
      {text.rehearsal.start}
    </Button>
  );
  return (
    <Card tone="quiet" icon={FlaskConical} title={text.rehearsal.title} actions={start}>
      <p>{text.rehearsal.body}</p>
    </Card>
  );
}
