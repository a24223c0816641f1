import { CircleCheck, Hand, TriangleAlert } from 'lucide-react';
import type { JSX } from 'react';
import { useCallback, useState } from 'react';
import type { Preview } from '../../../shared/model/history.ts';
import type { Outcome } from '../../../shared/model/sync-report.ts';
import { Button } from '../../components/button.tsx';
import { Card } from '../../components/card.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { WhichConnection } from '../../components/which-connection.tsx';
import { useAct } from '../../hooks/use-act.ts';
import { useApi } from '../../hooks/use-api.ts';
import { useEscape } from '../../hooks/use-escape.ts';
import { useLoaded } from '../../hooks/use-loaded.ts';
import { previewText } from '../../preview-text.ts';
import { text } from '../../text.ts';
import { timeText } from '../../time-text.ts';
import { PlanGroupList } from './plan-group-list.tsx';
import type { PlanGroup } from './plan-groups.ts';
import { overwrites, planGroups } from './plan-groups.ts';

/** What is as it is and stays so: nothing happens by it. */
const STANDING: ReadonlySet<PlanGroup['action']> = new Set([
  'adopt',
  'deletedHere',
  'goneOnServer',
  'rejected',
]);

function outcomeWords(outcome: Outcome): string | null {
  switch (outcome) {
    case 'inSync':
    case 'conflicts':
    case 'held':
      return null;
    case 'offline':
    case 'unauthorized':
      return previewText.outcome[outcome];
    default:
      return previewText.outcome.failed;
  }
}

function Risks({ groups }: { readonly groups: readonly PlanGroup[] }): JSX.Element | null {
  const replaced = overwrites(groups.flatMap(({ steps }) => steps));
  const waiting = groups.filter(({ action }) => action === 'held' || action === 'conflict');
  if (replaced === 0 && waiting.length === 0) return null;
  return (
    <Card tone="warning" icon={Hand} title={previewText.risks}>
      {replaced > 0 && <p>{previewText.overwrites(replaced)}</p>}
      {waiting.map(({ action, steps }) => (
        <p key={action}>{text.sentence(previewText.group(action, steps.length))}</p>
      ))}
    </Card>
  );
}

function Found({ preview }: { readonly preview: Preview }): JSX.Element {
  const groups = planGroups(preview.steps);
  const problem = outcomeWords(preview.outcome);
  const calm = problem === null && groups.every(({ action }) => STANDING.has(action));
  return (
    <>
      {problem !== null && <Card tone="warning" icon={TriangleAlert} title={problem} />}
      {calm && (
        <p className="preview-calm">
          <CircleCheck aria-hidden="true" />
          {previewText.inStep}
        </p>
      )}
      <Risks groups={groups} />
      {groups.map((group) => (
        <PlanGroupList
          key={group.action}
          title={previewText.group(group.action, group.steps.length)}
          group={group}
        />
      ))}
    </>
  );
}

/** "What would happen now?": the plan of the next sync, with nothing written. */
export function PreviewView(): JSX.Element {
  const api = useApi();
  const { act, busy, error: actError } = useAct();
  const [times, setTimes] = useState(0);
  const [started, setStarted] = useState(false);
  const { value: preview, error, loading } = useLoaded('sync.preview', null, times);
  useEscape(useCallback(() => void api.call('app.closeWindow', null), [api]));
  const look = (): void => {
    setStarted(false);
    setTimes(times + 1);
  };
  const sync = async (): Promise<void> => setStarted((await act('sync.now', null)).ok);
  return (
    <main className="page preview">
      <header className="page-header">
        <h1>{previewText.title}</h1>
        <WhichConnection />
        <output>
          {loading
            ? previewText.looking
            : preview !== null &&
              `${previewText.nothingWritten}${text.gap}${previewText.at(timeText.clock(preview.time))}`}
        </output>
      </header>
      <FailureNotice error={error ?? actError} />
      {preview !== null && <Found preview={preview} />}
      <div className="form-actions plan-actions">
        <Button kind="primary" inert={busy !== null || loading || started} onClick={() => void sync()}>
          {previewText.syncNow}
        </Button>
        <Button inert={loading} onClick={look}>
          {previewText.lookAgain}
        </Button>
        <output className="answer">{started && previewText.started}</output>
      </div>
    </main>
  );
}
