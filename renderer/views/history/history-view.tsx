import type { JSX } from 'react';
import { useCallback } from 'react';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { Segments } from '../../components/segments.tsx';
import { WhichConnection } from '../../components/which-connection.tsx';
import { historyText } from '../../history-text.ts';
import { useApi } from '../../hooks/use-api.ts';
import { useEscape } from '../../hooks/use-escape.ts';
import { useFocusKept } from '../../hooks/use-focus-kept.ts';
import { useLoaded } from '../../hooks/use-loaded.ts';
import { useSnapshot } from '../../hooks/use-snapshot.ts';
import { FileList } from './file-list.tsx';
import { FilePane } from './file-pane.tsx';
import { PutBackNotice } from './put-back-notice.tsx';
import { RunList } from './run-list.tsx';
import { RunPane } from './run-pane.tsx';
import type { HistoryWindow } from './use-history-window.ts';
import { useHistoryWindow } from './use-history-window.ts';
import type { PuttingBack } from './use-putting-back.ts';
import { usePuttingBack } from './use-putting-back.ts';
import type { Runs } from './use-runs.ts';
import { useRuns } from './use-runs.ts';

const TABS = [
  { value: 'runs', label: historyText.timeLine },
  { value: 'files', label: historyText.byFile },
] as const;

/** Says whether anything has happened since: a new value of it means that lists are to be asked for again. */
function useFreshness(puttingBack: PuttingBack): string {
  const newest = useSnapshot()?.activity[0];
  return `${newest?.run ?? ''}/${newest?.id ?? ''}/${puttingBack.times}`;
}

function TimeLine({ line, at }: { readonly line: Runs; readonly at: HistoryWindow }): JSX.Element | null {
  const { runs, hasOlder, error, loadOlder } = line;
  if (runs === null) return <FailureNotice error={error} />;
  if (runs.length === 0) return <p className="pane-empty">{historyText.noRuns}</p>;
  const selected = (at.run ?? runs[0])?.id ?? null;
  return (
    <>
      <FailureNotice error={error} />
      <RunList
        runs={runs}
        hasOlder={hasOlder}
        selected={selected}
        onSelect={at.showRun}
        onOlder={loadOlder}
      />
    </>
  );
}

function Files({ at, fresh }: { readonly at: HistoryWindow; readonly fresh: string }): JSX.Element | null {
  const { value, error } = useLoaded('history.paths', null, fresh);
  if (value === null) return <FailureNotice error={error} />;
  return <FileList paths={value} selected={at.path} onSelect={at.showFile} />;
}

interface DetailProps {
  readonly line: Runs;
  readonly at: HistoryWindow;
  readonly fresh: string;
  readonly puttingBack: PuttingBack;
}

function Detail({ line, at, fresh, puttingBack }: DetailProps): JSX.Element | null {
  if (at.tab === 'files') {
    if (at.path === null) return <p className="pane-empty">{historyText.choose}</p>;
    return <FilePane key={at.path} path={at.path} fresh={fresh} puttingBack={puttingBack} />;
  }
  // What the list says of a run is newer than what was chosen: it may have been undone since.
  const chosen = at.run ?? line.runs?.[0];
  const run = line.runs?.find(({ id }) => id === chosen?.id) ?? chosen;
  if (run === undefined) return null;
  const onPlan = (plan: HistoryWindow['plan']): void => {
    at.showRun(run);
    at.showPlan(plan);
  };
  return (
    <RunPane
      key={run.id}
      run={run}
      plan={at.plan}
      onPlan={onPlan}
      puttingBack={puttingBack}
      onFile={at.showFile}
    />
  );
}

/** The history window: what happened when, every kept version, and the way back to each. */
export function HistoryView({ hash }: { readonly hash: string }): JSX.Element {
  const api = useApi();
  const at = useHistoryWindow(hash);
  const puttingBack = usePuttingBack();
  const fresh = useFreshness(puttingBack);
  const line = useRuns(fresh);
  const main = useFocusKept<HTMLElement>();
  const { plan, showPlan } = at;
  // Escape first leaves the plan, then the window.
  useEscape(
    useCallback(() => {
      if (plan !== null) showPlan(null);
      else void api.call('app.closeWindow', null);
    }, [api, plan, showPlan]),
  );
  return (
    <div className="history">
      <nav className="history-side" aria-label={historyText.views}>
        <h1>{historyText.title}</h1>
        <WhichConnection />
        <Segments label={historyText.views} options={TABS} value={at.tab} onChange={at.showTab} />
        {at.tab === 'runs' ? <TimeLine line={line} at={at} /> : <Files at={at} fresh={fresh} />}
      </nav>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keyboard */}
      <main ref={main} className="history-detail" tabIndex={0} aria-label={historyText.title}>
        <PutBackNotice puttingBack={puttingBack} />
        {at.nothingToUndo && (
          <p className="came-of" role="status">
            {historyText.plan.nothingToUndo}
          </p>
        )}
        <Detail line={line} at={at} fresh={fresh} puttingBack={puttingBack} />
      </main>
    </div>
  );
}
