import type { JSX } from 'react';
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { doctorText } from '../../doctor-text.ts';
import type { Acting } from '../../hooks/use-act.ts';
import { supportText } from '../../support-text.ts';

interface Props {
  readonly acting: Acting;
  /** While it runs there is no report to hand out. */
  readonly isRunning: boolean;
  readonly again: () => void;
}

/** Looking again, and handing the report to whoever helps. */
export function ReportActions({ acting: { act, busy }, isRunning, again }: Props): JSX.Element {
  const [said, setSaid] = useState('');
  const copy = async (): Promise<void> => {
    const answer = await act('doctor.copy', null);
    setSaid(answer.ok ? doctorText.copied : '');
  };
  const save = async (): Promise<void> => {
    const answer = await act('doctor.save', null);
    setSaid(answer.ok && answer.value ? doctorText.saved : '');
  };
  const inert = isRunning || busy !== null;
  return (
    <div className="form-actions plan-actions">
      <Button
        kind="primary"
        inert={inert}
        onClick={() => {
          setSaid('');
          again();
        }}
      >
        {doctorText.again}
      </Button>
      <Button inert={inert} onClick={() => void copy()}>
        {doctorText.copy}
      </Button>
      <Button inert={inert} onClick={() => void save()}>
        {doctorText.save}
      </Button>
      <Button inert={inert} onClick={() => void act('app.openWindow', 'support')}>
        {supportText.open}
      </Button>
      <output className="answer">{said}</output>
    </div>
  );
}
