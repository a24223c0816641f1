import type { JSX } from 'react';
import { setupText } from '../../setup-text.ts';
import { text } from '../../text.ts';
import { PlanGroupList } from '../preview/plan-group-list.tsx';
import type { PlanGroup } from '../preview/plan-groups.ts';

/** Every item of the plan with its reason, folded away until somebody wants to know. */
export function PlanDetails({ groups }: { readonly groups: readonly PlanGroup[] }): JSX.Element {
  return (
    <details className="plan-details">
      <summary>{setupText.plan.details}</summary>
      {groups.map((group) => (
        <PlanGroupList key={group.action} title={text.planned(group.action)} group={group} />
      ))}
    </details>
  );
}
