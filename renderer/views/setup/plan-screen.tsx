import type { JSX } from 'react';
import type { SetupPlan } from '../../../shared/ipc/contract.ts';
import type { PlannedStep } from '../../../shared/model/change.ts';
import { Button } from '../../components/button.tsx';
import { useFocusOnMount } from '../../hooks/use-focus-on-mount.ts';
import { setupText } from '../../setup-text.ts';
import { text } from '../../text.ts';
import { PlanDetails } from './plan-details.tsx';

/** What needs a person first, what is the same last. */
const ORDER: readonly PlannedStep['action'][] = [
  'conflict',
  'held',
  'pull',
  'push',
  'merge',
  'goneOnServer',
  'deletedHere',
  'rejected',
  'adopt',
];

interface Props {
  readonly plan: SetupPlan;
  readonly busy: boolean;
  readonly onStart: () => Promise<void>;
  readonly onBack: () => void;
}

function Facts({ steps }: { readonly steps: readonly PlannedStep[] }): JSX.Element {
  const conflicts = steps.some(({ action }) => action === 'conflict');
  return (
    <div className="plan-facts">
      <p>
        <strong>{setupText.plan.overwrites(steps.filter(({ overwrites }) => overwrites).length)}</strong>{' '}
        {setupText.plan.kept}
      </p>
      {conflicts && <p>{setupText.plan.conflicts}</p>}
    </div>
  );
}

/** The look before the first sync: how many items of which kind, each with its reason on demand. */
export function PlanScreen({ plan, busy, onStart, onBack }: Props): JSX.Element {
  const heading = useFocusOnMount<HTMLHeadingElement>();
  const { steps } = plan;
  const groups = ORDER.map((action) => ({
    action,
    steps: steps.filter((step) => step.action === action),
  })).filter((group) => group.steps.length > 0);
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
      {groups.length > 0 && <PlanDetails groups={groups} />}
      <div className="form-actions plan-actions">
        <Button kind="primary" inert={busy} onClick={() => void onStart()}>
          {setupText.start}
        </Button>
        <Button inert={busy} onClick={onBack}>
          {setupText.plan.back}
        </Button>
      </div>
    </main>
  );
}
