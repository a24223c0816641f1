import type { JSX, RefObject } from 'react';
import { useEffect, useId, useRef } from 'react';
import type { Activity } from '../../../shared/model/change.ts';
import type { SyncRun } from '../../../shared/model/history.ts';
import type { ItemPath } from '../../../shared/model/item.ts';
import { Button } from '../../components/button.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { LimitedList } from '../../components/limited-list.tsx';
import { historyText } from '../../history-text.ts';
import { useLoaded } from '../../hooks/use-loaded.ts';
import { timeText } from '../../time-text.ts';
import { ActivityRow } from '../why/activity-row.tsx';
import { RestorePlan } from './restore-plan.tsx';
import { runWords } from './run-words.ts';
import { UndoPlan } from './undo-plan.tsx';
import type { PuttingBack } from './use-putting-back.ts';

/** The plan that is being looked at. */
export type PlanName = 'undo' | 'restore' | null;

interface Props {
  readonly run: SyncRun;
  readonly plan: PlanName;
  readonly onPlan: (plan: PlanName) => void;
  readonly puttingBack: PuttingBack;
  readonly onFile: (path: ItemPath) => void;
}

interface ItemsProps {
  readonly items: readonly Activity[];
  readonly onFile: (path: ItemPath) => void;
}

function Items({ items, onFile }: ItemsProps): JSX.Element {
  const id = useId();
  return (
    <section className="section">
      <h3 id={id} className="visually-hidden">
        {historyText.changes}
      </h3>
      <LimitedList
        expandable
        items={items}
        labelledBy={id}
        keyOf={(entry) => entry.id}
        row={(entry) => <ActivityRow entry={entry} onFile={onFile} />}
      />
    </section>
  );
}

/** After a plan the focus is where it was opened. */
function useReturnToPlan(plan: PlanName): RefObject<HTMLElement | null> {
  const root = useRef<HTMLElement>(null);
  const left = useRef<PlanName>(null);
  useEffect(() => {
    if (plan === null && left.current !== null)
      root.current?.querySelector<HTMLElement>(`[data-plan=${left.current}]`)?.focus();
    left.current = plan;
  }, [plan]);
  return root;
}

/** One step of the time line: what it did item by item and why, and the ways back. */
export function RunPane({ run, plan, onPlan, puttingBack, onFile }: Props): JSX.Element {
  const { value: details, error } = useLoaded('history.run', run.id, puttingBack.times);
  const root = useReturnToPlan(plan);
  const close = (): void => onPlan(null);
  if (plan === 'undo') return <UndoPlan run={run} puttingBack={puttingBack} onClose={close} />;
  if (plan === 'restore') return <RestorePlan run={run} puttingBack={puttingBack} onClose={close} />;
  const outcome = historyText.outcome(run.outcome);
  return (
    <article className="detail" ref={root}>
      <header className="detail-header">
        <h2 className="detail-title">{runWords(run)}</h2>
        <p className="detail-note">
          {timeText.exact(run.time)} · {historyText.by[run.kind]}
          {outcome !== null && <span className="tag">{outcome}</span>}
        </p>
      </header>
      <div className="detail-actions">
        <Button data-plan="undo" inert={!run.canUndo} onClick={() => onPlan('undo')}>
          {historyText.undoRun(run.kind)}
        </Button>
        <Button data-plan="restore" onClick={() => onPlan('restore')}>
          {historyText.restoreTo}
        </Button>
      </div>
      {!run.canUndo && <p className="detail-note">{historyText.cannotUndo}</p>}
      <FailureNotice error={error} />
      {details !== null && <Items items={details.items} onFile={onFile} />}
    </article>
  );
}
