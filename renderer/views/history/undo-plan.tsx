import type { JSX } from 'react';
import type { SyncRun } from '../../../shared/model/history.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { historyText } from '../../history-text.ts';
import { useLoaded } from '../../hooks/use-loaded.ts';
import { timeText } from '../../time-text.ts';
import { PlanPanel } from './plan-panel.tsx';
import { runWords } from './run-words.ts';
import type { PuttingBack } from './use-putting-back.ts';

interface Props {
  readonly run: SyncRun;
  readonly puttingBack: PuttingBack;
  readonly onClose: () => void;
}

/** What undoing a run would do, then doing it. */
export function UndoPlan({ run, puttingBack, onClose }: Props): JSX.Element {
  const { value, error } = useLoaded('history.undoPlan', run.id, puttingBack.times);
  const undo = async (): Promise<void> => {
    if (await puttingBack.act('history.undo', run.id)) onClose();
  };
  if (error !== null) return <FailureNotice error={error} onDismiss={onClose} />;
  return (
    <PlanPanel
      title={historyText.plan.undoTitle(run)}
      subject={`${timeText.exact(run.time)}: ${runWords(run)}`}
      steps={value?.steps ?? null}
      busy={puttingBack.busy}
      chosen={null}
      action={historyText.plan.undo}
      onAct={() => void undo()}
      onCancel={onClose}
    />
  );
}
