import type { JSX } from 'react';
import { useId } from 'react';
import type { PlannedStep } from '../../../shared/model/change.ts';
import { LimitedList } from '../../components/limited-list.tsx';
import { PathName } from '../../components/path-name.tsx';
import { reasonWords } from '../../reason-words.ts';
import { setupText } from '../../setup-text.ts';
import type { PlanGroup } from './plan-groups.ts';
import { commonReason } from './plan-groups.ts';

interface RowProps {
  readonly step: PlannedStep;
  readonly withReason: boolean;
}

function StepRow({ step, withReason }: RowProps): JSX.Element {
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

/** The items of one kind of step, each with its reason; files that would be replaced come first. */
export function PlanGroupList({
  title,
  group,
}: {
  readonly title: string;
  readonly group: PlanGroup;
}): JSX.Element {
  const id = useId();
  const common = commonReason(group.steps);
  const steps = group.steps.toSorted((a, b) => Number(b.overwrites) - Number(a.overwrites));
  return (
    <section className="section" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {common !== null && <p className="section-note">{common}</p>}
      <LimitedList
        expandable
        items={steps}
        labelledBy={id}
        keyOf={({ path }) => path}
        row={(step) => <StepRow step={step} withReason={common === null} />}
      />
    </section>
  );
}
