import { CircleX, TriangleAlert } from 'lucide-react';
import type { JSX } from 'react';
import type { DoctorCheck } from '../../../shared/model/doctor.ts';
import { Card } from '../../components/card.tsx';
import { doctorText } from '../../doctor-text.ts';
import { doctorNames, doctorWords } from '../../doctor-words.ts';
import type { Act } from '../../hooks/use-act.ts';
import { FixButton } from './fix-button.tsx';

interface Props {
  readonly check: DoctorCheck;
  readonly act: Act;
}

/** A line that needs a person: what happened, what it means, what to do, and the step itself where it is one click away. */
export function CheckCard({ check, act }: Props): JSX.Element {
  const { message, help } = doctorWords(check);
  const isFailed = check.status === 'failed';
  return (
    <Card
      tone={isFailed ? 'danger' : 'warning'}
      icon={isFailed ? CircleX : TriangleAlert}
      title={doctorText.cardTitle(doctorNames.status(check.status), doctorNames.check(check.id))}
      actions={check.fix === undefined ? undefined : <FixButton id={check.id} fix={check.fix} act={act} />}
    >
      <p>{message}</p>
      {help !== undefined && <p className="check-help">{help}</p>}
    </Card>
  );
}
