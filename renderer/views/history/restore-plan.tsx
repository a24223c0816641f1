import type { JSX } from 'react';
import { useState } from 'react';
import type { RestoreStep, SyncRun } from '../../../shared/model/history.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { historyText } from '../../history-text.ts';
import { useLoaded } from '../../hooks/use-loaded.ts';
import { PlanPanel } from './plan-panel.tsx';
import type { PuttingBack } from './use-putting-back.ts';

interface Props {
  readonly run: SyncRun;
  readonly puttingBack: PuttingBack;
  readonly onClose: () => void;
}

const possible = (steps: readonly RestoreStep[]): readonly string[] =>
  steps.filter(({ change }) => change !== 'unavailable').map(({ path }) => path);

/** What making the folder as it was after a run would do, file by file to choose from; then doing it. */
export function RestorePlan({ run, puttingBack, onClose }: Props): JSX.Element {
  const { value: steps, error } = useLoaded('history.restorePlan', run.id, puttingBack.times);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const paths = possible(steps ?? []);
  const chosen = new Set(paths.filter((path) => !left.has(path)));
  const restore = async (): Promise<void> => {
    if (await puttingBack.act('history.restoreRun', { run: run.id, paths: [...chosen] })) onClose();
  };
  if (error !== null) return <FailureNotice error={error} onDismiss={onClose} />;
  return (
    <PlanPanel
      title={historyText.plan.restoreTitle(run.time)}
      steps={steps}
      busy={puttingBack.busy}
      chosen={chosen}
      onChoose={(next) => setLeft(new Set(paths.filter((path) => !next.has(path))))}
      action={historyText.plan.restore}
      onAct={() => void restore()}
      onCancel={onClose}
    />
  );
}
