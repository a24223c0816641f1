import type { JSX } from 'react';
import { useId } from 'react';
import type { PlannedStep } from '../../../shared/model/change.ts';
import { reasonWords } from '../../../shared/reason-words.ts';
import { LimitedList } from '../../components/limited-list.tsx';
import { PathName } from '../../components/path-name.tsx';
import { setupText } from '../../setup-text.ts';
import { text } from '../../text.ts';

interface Group {
  readonly action: PlannedStep['action'];
  readonly steps: readonly PlannedStep[];
}

/** The sentence that holds for every step of a group, said once above it; null when they differ. */
function commonReason(steps: readonly PlannedStep[]): string | null {
  const [first, ...others] = new Set(steps.map(({ reason }) => reasonWords(reason)));
  return first === undefined || others.length > 0 ? null : first;
}

function StepRow({
  step,
  withReason,
}: {
  readonly step: PlannedStep;
  readonly withReason: boolean;
}): JSX.Element {
  return (
    <div className="row-text">
      <div className="row-line">
        <PathName path={step.path} />
        {step.overwrites && <span className="tag">{setupText.plan.replaces}</span>}
      </div>
      {withReason && <p className="row-note">{reasonWords(step.reason)}</p>}
    </div>
  );
}

function GroupList({ action, steps }: Group): JSX.Element {
  const id = useId();
  const common = commonReason(steps);
  return (
    <section className="section">
      <h2 id={id}>{text.planned(action)}</h2>
      {common !== null && <p className="section-note">{common}</p>}
      <LimitedList
        items={steps}
        labelledBy={id}
        keyOf={({ path }) => path}
        row={(step) => <StepRow step={step} withReason={common === null} />}
      />
    </section>
  );
}

/** Every item of the plan with its reason, folded away until somebody wants to know. */
export function PlanDetails({ groups }: { readonly groups: readonly Group[] }): JSX.Element {
  return (
    <details className="plan-details">
      <summary>{setupText.plan.details}</summary>
      {groups.map((group) => (
        <GroupList key={group.action} {...group} />
      ))}
    </details>
  );
}
