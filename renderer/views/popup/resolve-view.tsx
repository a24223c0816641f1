import { ArrowLeft } from 'lucide-react';
import type { JSX } from 'react';
import { useId, useMemo } from 'react';
import type { ConflictTexts } from '../../../shared/model/conflict.ts';
import type { ItemPath } from '../../../shared/model/item.ts';
import { reasonWords } from '../../../shared/reason-words.ts';
import { Button } from '../../components/button.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { PathName } from '../../components/path-name.tsx';
import { useFocusOnMount } from '../../hooks/use-focus-on-mount.ts';
import { resolveText } from '../../resolve-text.ts';
import { text } from '../../text.ts';
import { sideLines } from './side-lines.ts';
import { SidePanel } from './side-panel.tsx';
import type { OpenConflict } from './use-conflict.ts';
import { useConflict } from './use-conflict.ts';

interface Props {
  readonly path: ItemPath;
  /** False when the conflict has left the list meanwhile: both sides became equal, or it was settled elsewhere. */
  readonly waits: boolean;
  readonly onDone: () => void;
}

function Sides({ texts }: { readonly texts: ConflictTexts }): JSX.Element {
  const sides = useMemo(() => sideLines(texts.local, texts.remote), [texts]);
  const same = texts.local !== null && sides.local.differing === 0 && sides.remote.differing === 0;
  return (
    <>
      <p className="resolve-reason">{same ? resolveText.same : reasonWords(texts.reason)}</p>
      <div className="sides">
        <SidePanel
          title={resolveText.here}
          side={texts.local === null ? null : sides.local}
          absent={resolveText.absentHere}
        />
        <SidePanel
          title={resolveText.giip}
          side={texts.remote === null ? null : sides.remote}
          absent={resolveText.absentGiip}
        />
      </div>
    </>
  );
}

function Choices({ texts, busy, take }: OpenConflict & { readonly texts: ConflictTexts }): JSX.Element {
  const id = useId();
  return (
    <footer className="choices">
      <div className="choice">
        <Button inert={busy} aria-describedby={`${id}-mine`} onClick={() => take('mine')}>
          {resolveText.useMine}
        </Button>
        <p id={`${id}-mine`}>{resolveText.mineHint(texts)}</p>
      </div>
      <div className="choice">
        <Button inert={busy} aria-describedby={`${id}-giip`} onClick={() => take('server')}>
          {resolveText.useGiip}
        </Button>
        <p id={`${id}-giip`}>{resolveText.serverHint(texts)}</p>
      </div>
    </footer>
  );
}

/** One conflict: both sides as they stand, and the choice between them. */
export function ResolveView({ path, waits, onDone }: Props): JSX.Element {
  const heading = useFocusOnMount<HTMLHeadingElement>();
  const conflict = useConflict(path, onDone);
  const { texts, error, busy } = conflict;
  // The list may shrink before the answer to the choice has come.
  const ended = !waits && !busy;
  return (
    <div className="resolve">
      <header className="resolve-header">
        <Button
          kind="quiet"
          className="button-icon"
          aria-label={text.back}
          title={text.back}
          onClick={onDone}
        >
          <ArrowLeft aria-hidden="true" />
        </Button>
        <h1 ref={heading} tabIndex={-1} aria-label={path}>
          <PathName path={path} />
        </h1>
      </header>
      <main className="resolve-body">
        <FailureNotice error={error} />
        {ended && <p className="resolve-reason">{resolveText.settled}</p>}
        {!ended && texts === null && error === null && (
          <p className="resolve-reason">{resolveText.loading}</p>
        )}
        {texts !== null && <Sides texts={texts} />}
      </main>
      {!ended && texts !== null && <Choices {...conflict} texts={texts} />}
    </div>
  );
}
