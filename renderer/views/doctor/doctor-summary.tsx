import { CircleCheck, CircleX, TriangleAlert } from 'lucide-react';
import type { JSX } from 'react';
import { DOCTOR_CHECKS, type DoctorCheck, type DoctorReport } from '../../../shared/model/doctor.ts';
import { doctorText } from '../../doctor-text.ts';
import { doctorNames } from '../../doctor-words.ts';
import { text } from '../../text.ts';
import { groupOf } from './check-groups.ts';

function Verdict({ checks }: { readonly checks: readonly DoctorCheck[] }): JSX.Element {
  const failed = checks.filter(({ status }) => status === 'failed');
  const warnings = checks.filter(({ status }) => status === 'warning').length;
  const [first] = failed;
  const Shape = first !== undefined ? CircleX : warnings > 0 ? TriangleAlert : CircleCheck;
  const tone = first !== undefined ? 'failed' : warnings > 0 ? 'warning' : 'ok';
  return (
    <>
      <Shape className={`summary-icon summary-${tone}`} aria-hidden="true" />
      <span>
        {first === undefined
          ? doctorText.well
          : doctorText.problems(failed.length, doctorNames.check(first.id))}
        {warnings > 0 && `${text.gap}${doctorText.warnings(warnings)}`}
      </span>
    </>
  );
}

interface Props {
  readonly report: DoctorReport | null;
  readonly isRunning: boolean;
}

/** How far it is, then what came of it. Readers hear each part as it begins, not each line. */
export function DoctorSummary({ report, isRunning }: Props): JSX.Element {
  const current = report?.current ?? DOCTOR_CHECKS[0];
  const done = isRunning ? (report?.checks.length ?? 0) : DOCTOR_CHECKS.length;
  return (
    <div className="doctor-summary">
      <output>
        {isRunning && doctorText.checking(groupOf(current))}
        {!isRunning && report !== null && <Verdict checks={report.checks} />}
      </output>
      {isRunning && (
        <div className="doctor-progress">
          <progress aria-label={doctorText.progressName} max={DOCTOR_CHECKS.length} value={done} />
          <span aria-hidden="true">{doctorText.progress(done, DOCTOR_CHECKS.length)}</span>
        </div>
      )}
    </div>
  );
}
