import type { LucideIcon } from 'lucide-react';
import { CircleCheck, CircleDashed, CircleMinus, CircleX, LoaderCircle, TriangleAlert } from 'lucide-react';
import type { JSX } from 'react';
import { doctorNames, doctorWords } from '../../../shared/doctor-words.ts';
import type { DoctorCheck, DoctorCheckId, DoctorStatus } from '../../../shared/model/doctor.ts';
import { doctorText } from '../../doctor-text.ts';
import type { Act } from '../../hooks/use-act.ts';
import { FixButton } from './fix-button.tsx';

/** A shape of its own for each, so that they can be told without colour. */
const SHAPES: Readonly<Record<DoctorStatus | 'waiting' | 'running', LucideIcon>> = {
  ok: CircleCheck,
  warning: TriangleAlert,
  failed: CircleX,
  skipped: CircleMinus,
  waiting: CircleDashed,
  running: LoaderCircle,
};

interface Props {
  readonly id: DoctorCheckId;
  /** Null: not looked at yet. */
  readonly check: DoctorCheck | null;
  readonly isCurrent: boolean;
  readonly act: Act;
}

function Sentences({ check, act }: { readonly check: DoctorCheck; readonly act: Act }): JSX.Element {
  const { message, help } = doctorWords(check);
  return (
    <>
      <p className="check-message">{message}</p>
      {help !== undefined && <p className="check-help">{help}</p>}
      {check.fix !== undefined && <FixButton id={check.id} fix={check.fix} act={act} />}
    </>
  );
}

/** One line: what was looked at, how it is in shape and word, what that means, what to do. */
export function CheckRow({ id, check, isCurrent, act }: Props): JSX.Element {
  const state = check?.status ?? (isCurrent ? 'running' : 'waiting');
  const Shape = SHAPES[state];
  const word =
    check !== null ? doctorNames.status(check.status) : isCurrent ? doctorText.running : doctorText.waiting;
  return (
    <li className={`check check-${state}`}>
      <Shape className="check-icon" aria-hidden="true" />
      <div className="check-text">
        <div className="check-line">
          <h3>{doctorNames.check(id)}</h3>
          <span className="check-word">{word}</span>
        </div>
        {check !== null && <Sentences check={check} act={act} />}
      </div>
    </li>
  );
}
