import type { JSX } from 'react';
import type { RestoreStep } from '../../../shared/model/history.ts';
import { Button } from '../../components/button.tsx';
import { LimitedList } from '../../components/limited-list.tsx';
import { PathName } from '../../components/path-name.tsx';
import { historyText } from '../../history-text.ts';
import { useFocusOnMount } from '../../hooks/use-focus-on-mount.ts';
import { StepChoice } from './step-choice.tsx';

const CHANGES = ['replace', 'create', 'delete', 'unavailable'] as const;

interface Props {
  readonly title: string;
  /** What the title speaks of, where that is not plain. */
  readonly subject?: string;
  /** Null while it is being asked for. */
  readonly steps: readonly RestoreStep[] | null;
  readonly busy: boolean;
  /** Null: every step is done; else only those that are chosen. */
  readonly chosen: ReadonlySet<string> | null;
  readonly onChoose?: (chosen: ReadonlySet<string>) => void;
  readonly action: (amount: number) => string;
  readonly onAct: () => void;
  readonly onCancel: () => void;
}

interface GroupProps {
  readonly change: RestoreStep['change'];
  readonly steps: readonly RestoreStep[];
  readonly chosen: ReadonlySet<string> | null;
  readonly onChoose: ((chosen: ReadonlySet<string>) => void) | undefined;
}

function Group({ change, steps, chosen, onChoose }: GroupProps): JSX.Element {
  const id = `plan-${change}`;
  const choosable = chosen !== null && onChoose !== undefined && change !== 'unavailable';
  return (
    <section className="section">
      <h3 id={id}>{historyText.plan.changes(change, steps.length)}</h3>
      {choosable ? (
        <StepChoice labelledBy={id} steps={steps} chosen={chosen} onChoose={onChoose} />
      ) : (
        <LimitedList
          expandable
          items={steps}
          labelledBy={id}
          keyOf={({ path }) => path}
          row={({ path }) => <PathName path={path} />}
        />
      )}
    </section>
  );
}

/** How many files the confirmation speaks of. */
function amountOf({ steps, chosen }: Props): number {
  const possible = (steps ?? []).filter(({ change }) => change !== 'unavailable');
  return possible.filter(({ path }) => chosen?.has(path) ?? true).length;
}

/** What undoing or restoring would do, file by file, before it is done. */
export function PlanPanel(props: Props): JSX.Element {
  const { title, subject, steps, busy, chosen, onChoose, action, onAct, onCancel } = props;
  const heading = useFocusOnMount<HTMLHeadingElement>();
  const amount = amountOf(props);
  const nothing = steps?.length === 0;
  return (
    <div className="detail">
      <h2 className="detail-title" ref={heading} tabIndex={-1}>
        {title}
      </h2>
      {subject !== undefined && <p>{subject}</p>}
      <p className="detail-note">
        {steps === null
          ? historyText.plan.looking
          : nothing
            ? historyText.plan.nothing
            : historyText.plan.note}
      </p>
      {CHANGES.map((change) => ({ change, some: (steps ?? []).filter((step) => step.change === change) }))
        .filter(({ some }) => some.length > 0)
        .map(({ change, some }) => (
          <Group key={change} change={change} steps={some} chosen={chosen} onChoose={onChoose} />
        ))}
      <div className="detail-actions detail-actions-end">
        {steps !== null && !nothing && (
          <Button kind="primary" inert={busy || amount === 0} onClick={onAct}>
            {action(amount)}
          </Button>
        )}
        <Button onClick={onCancel}>{historyText.plan.cancel}</Button>
      </div>
    </div>
  );
}
