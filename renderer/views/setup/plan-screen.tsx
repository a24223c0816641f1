import type { JSX } from 'react';
import { useState } from 'react';
import type { SetupPlan } from '../../../shared/ipc/contract.ts';
import type { PlannedStep } from '../../../shared/model/change.ts';
import { Button } from '../../components/button.tsx';
import { useFocusOnMount } from '../../hooks/use-focus-on-mount.ts';
import { setupText } from '../../setup-text.ts';
import { text } from '../../text.ts';
import { overwrites, planGroups } from '../preview/plan-groups.ts';
import type { FirstChoices } from './first-choices.ts';
import { PlanChoices } from './plan-choices.tsx';
import { PlanDetails } from './plan-details.tsx';

interface Props {
  readonly plan: SetupPlan;
  readonly busy: boolean;
  readonly onStart: (choices: FirstChoices) => Promise<void>;
  readonly onBack: () => void;
}

function Facts({ steps }: { readonly steps: readonly PlannedStep[] }): JSX.Element {
  const conflicts = steps.some(({ action }) => action === 'conflict');
  return (
    <div className="plan-facts">
      <p>
        <strong>{setupText.plan.overwrites(overwrites(steps))}</strong> {setupText.plan.kept}
      </p>
      {conflicts && <p>{setupText.plan.conflicts}</p>}
    </div>
  );
}

/** The look before the first sync: how many items of which kind, each with its reason on demand. */
export function PlanScreen({ plan, busy, onStart, onBack }: Props): JSX.Element {
  const heading = useFocusOnMount<HTMLHeadingElement>();
  const { steps } = plan;
  const [choices, setChoices] = useState<FirstChoices>(new Map());
  const groups = planGroups(steps);
  const conflicts = steps.filter(({ action }) => action === 'conflict');
  return (
    <main className="page">
      <header className="page-header">
        <h1 ref={heading} tabIndex={-1}>
          {setupText.plan.title}
        </h1>
        <p>{groups.length === 0 ? setupText.plan.nothing : setupText.plan.nothingYet}</p>
      </header>
      <dl className="plan-counts">
        {groups.map(({ action, steps: some }) => (
          <div key={action} className={`plan-count plan-${action}`}>
            <dt>{text.planned(action)}</dt>
            <dd>{some.length}</dd>
          </div>
        ))}
      </dl>
      <Facts steps={steps} />
      {conflicts.length > 0 && <PlanChoices steps={conflicts} choices={choices} onChoices={setChoices} />}
      {groups.length > 0 && <PlanDetails groups={groups} />}
      <div className="form-actions plan-actions">
        <Button kind="primary" inert={busy} onClick={() => void onStart(choices)}>
          {setupText.start}
        </Button>
        <Button inert={busy} onClick={onBack}>
          {setupText.plan.back}
        </Button>
      </div>
    </main>
  );
}
