import type { LucideIcon } from 'lucide-react';
import { CircleCheck, CircleDashed, CircleMinus, CircleX, LoaderCircle, TriangleAlert } from 'lucide-react';
import type { JSX } from 'react';
import type { DoctorCheck, DoctorCheckId, DoctorStatus } from '../../../shared/model/doctor.ts';
import { doctorText } from '../../doctor-text.ts';
import { doctorNames, doctorWords } from '../../doctor-words.ts';
import { needsPerson } from './needs-person.ts';

type RowState = DoctorStatus | 'waiting' | 'running';

/** A shape of its own for each, so that they can be told without colour. */
const SHAPES: Readonly<Record<RowState, LucideIcon>> = {
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
}

function wordFor(state: RowState): string {
  return state === 'waiting' || state === 'running' ? doctorText[state] : doctorNames.status(state);
}

/** One line: what was looked at, what was found, and how that is, in shape and word. What needs a person has a card. */
export function CheckRow({ id, check, isCurrent }: Props): JSX.Element {
  const state = check?.status ?? (isCurrent ? 'running' : 'waiting');
  const Shape = SHAPES[state];
  return (
    <li className={`check check-${state}`}>
      <Shape className="check-icon" aria-hidden="true" />
      <h3>{doctorNames.check(id)}</h3>
      <p>{check !== null && !needsPerson(check) && doctorWords(check).message}</p>
      <span className="check-word">{wordFor(state)}</span>
    </li>
  );
}
