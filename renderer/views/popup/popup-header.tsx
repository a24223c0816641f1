import type { JSX } from 'react';
import { useId } from 'react';
import type { AppSnapshot, Progress } from '../../../shared/model/app-snapshot.ts';
import { statusWords } from '../../../shared/status-words.ts';
import { Button } from '../../components/button.tsx';
import { StateIcon } from '../../components/state-icon.tsx';
import type { Act } from '../../hooks/use-act.ts';
import { useNow } from '../../hooks/use-now.ts';
import { text } from '../../text.ts';

interface Props {
  readonly snapshot: AppSnapshot;
  readonly act: Act;
}

/** How far the running cycle is: items of items where that is known. */
function ProgressLine({ progress }: { readonly progress: Progress }): JSX.Element {
  const id = useId();
  const known = progress.total > 0 ? { value: progress.done, max: progress.total } : {};
  return (
    <div className="progress">
      <span id={id}>{text.progress(progress)}</span>
      <progress aria-labelledby={id} {...known} />
    </div>
  );
}

/** The state by shape and in words, the age of the last success, and the one button that is always of use. */
export function PopupHeader({ snapshot, act }: Props): JSX.Element {
  const now = useNow(30_000);
  const { state, progress, lastSuccess } = snapshot;
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
      {progress !== null && <ProgressLine progress={progress} />}
    </header>
  );
}
