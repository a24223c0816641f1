import type { JSX } from 'react';
import { useEffect, useRef } from 'react';
import type { SyncRun } from '../../../shared/model/history.ts';
import { Button } from '../../components/button.tsx';
import { historyText } from '../../history-text.ts';
import { useNow } from '../../hooks/use-now.ts';
import { timeText } from '../../time-text.ts';
import { moveAmongRows } from './move-among-rows.ts';
import { runWords } from './run-words.ts';

interface Props {
  readonly runs: readonly SyncRun[];
  readonly hasOlder: boolean;
  readonly selected: number | null;
  readonly onSelect: (run: SyncRun) => void;
  readonly onOlder: () => void;
}

interface Day {
  readonly name: string;
  readonly runs: SyncRun[];
}

function byDay(runs: readonly SyncRun[], now: number): readonly Day[] {
  const days: Day[] = [];
  for (const run of runs) {
    const name = timeText.day(run.time, now);
    const last = days.at(-1);
    if (last?.name === name) last.runs.push(run);
    else days.push({ name, runs: [run] });
  }
  return days;
}

interface RowProps {
  readonly run: SyncRun;
  readonly current: boolean;
  readonly tabbable: boolean;
  readonly onSelect: (run: SyncRun) => void;
}

function RunRow({ run, current, tabbable, onSelect }: RowProps): JSX.Element {
  const outcome = historyText.outcome(run.outcome);
  return (
    <li>
      <button
        type="button"
        data-row=""
        className="pick"
        aria-current={current}
        tabIndex={tabbable ? 0 : -1}
        onClick={() => onSelect(run)}
      >
        <time className="pick-time" dateTime={new Date(run.time).toISOString()}>
          {timeText.clock(run.time)}
        </time>
        <span className="pick-text">
          {runWords(run)}
          {outcome !== null && <span className="pick-note">{outcome}</span>}
        </span>
      </button>
    </li>
  );
}

/** Asks for the next page before its end is reached; the button does so for keyboards and screen readers. */
function Older({ onOlder }: { readonly onOlder: () => void }): JSX.Element {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (button.current === null || typeof IntersectionObserver === 'undefined') return;
    const seen = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) onOlder();
    });
    seen.observe(button.current);
    return () => seen.disconnect();
  }, [onOlder]);
  return (
    <Button ref={button} kind="quiet" className="pick-older" onClick={onOlder}>
      {historyText.older}
    </Button>
  );
}

/** The time line: every sync that changed something, by day, newest first. */
export function RunList({ runs, hasOlder, selected, onSelect, onOlder }: Props): JSX.Element {
  const now = useNow(60_000);
  const tabbable = runs.find(({ id }) => id === selected) ?? runs[0];
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys move among the buttons inside
    <div className="pick-list" onKeyDown={moveAmongRows}>
      {byDay(runs, now).map((day) => (
        <section key={day.name} aria-label={day.name}>
          <h2 className="pick-day">{day.name}</h2>
          <ul>
            {day.runs.map((run) => (
              <RunRow
                key={run.id}
                run={run}
                current={run.id === selected}
                tabbable={run === tabbable}
                onSelect={onSelect}
              />
            ))}
          </ul>
        </section>
      ))}
      {hasOlder && <Older onOlder={onOlder} />}
    </div>
  );
}
