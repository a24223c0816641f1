import type { JSX } from 'react';
import { useId, useState } from 'react';
import type { AppSnapshot, Progress } from '../../../shared/model/app-snapshot.ts';
import { statusWords } from '../../../shared/status-words.ts';
import { Button } from '../../components/button.tsx';
import { StateIcon } from '../../components/state-icon.tsx';
import type { Act } from '../../hooks/use-act.ts';
import { useLasting } from '../../hooks/use-lasting.ts';
import { useNow } from '../../hooks/use-now.ts';
import { text } from '../../text.ts';

interface Props {
  readonly snapshot: AppSnapshot;
  readonly act: Act;
}

interface ProgressProps {
  readonly progress: Progress;
  readonly act: Act;
}

/** A look that finds nothing is over before it is worth a word. */
const WORTH_SHOWING_MS = 400;

/** How far the running cycle is: items of items where that is known; and the way to end it. */
function ProgressLine({ progress, act }: ProgressProps): JSX.Element {
  const id = useId();
  const [isStopping, setIsStopping] = useState(false);
  const stop = (): void => {
    setIsStopping(true);
    void act('sync.cancel', null);
  };
  const known = progress.total > 0 ? { value: progress.done, max: progress.total } : {};
  return (
    <div className="progress">
      <span id={id}>{text.progress(progress)}</span>
      <progress aria-labelledby={id} {...known} />
      <Button kind="quiet" inert={isStopping} onClick={stop}>
        {isStopping ? text.stopping : text.stop}
      </Button>
    </div>
  );
}

/** The state by shape and in words, the age of the last success, and the one button that is always of use. */
export function PopupHeader({ snapshot, act }: Props): JSX.Element {
  const now = useNow(30_000);
  const { state, progress, lastSuccess } = snapshot;
  const isLong = useLasting(progress !== null, WORTH_SHOWING_MS);
  const running = state === 'syncing' || progress !== null;
  return (
    <header className="popup-header">
      <h1 className="visually-hidden">{text.product}</h1>
      <div className="popup-status">
        <StateIcon state={state} />
        <output className="status">
          <strong>{statusWords(snapshot)}</strong>
          {/* The age grows by itself; only a change of state is worth saying aloud. */}
          {state !== 'setup' && (
            <span className="status-age" aria-live="off">
              {text.lastSuccess(lastSuccess, now)}
            </span>
          )}
        </output>
        {state !== 'setup' && (
          <Button inert={running} onClick={() => void act('sync.now', null)}>
            {text.syncNow}
          </Button>
        )}
      </div>
      {progress !== null && isLong && <ProgressLine progress={progress} act={act} />}
    </header>
  );
}
