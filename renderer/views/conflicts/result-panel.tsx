import type { EditorView } from '@codemirror/view';
import { CircleCheck, CircleDashed } from 'lucide-react';
import type { JSX, RefObject } from 'react';
import { useId } from 'react';
import { conflictText } from '../../conflict-text.ts';
import { CodeEditor } from './code-editor.tsx';
import { CodeView } from './code-view.tsx';
import type { Draft, FreeText } from './draft.ts';
import type { DraftAction } from './draft-actions.ts';
import { HunkTools } from './hunk-tools.tsx';
import { jsonColours } from './json-colours.ts';
import { shownResult } from './outcome.ts';

interface Props {
  readonly draft: Draft;
  readonly change: (action: DraftAction) => void;
  readonly view: RefObject<EditorView | null>;
}

/** How much is left to decide, by shape and in words. */
function Remaining({ draft }: { readonly draft: Draft }): JSX.Element | null {
  if (draft.asText || draft.work === null) return null;
  const { undecided } = shownResult(draft);
  const Icon = undecided > 0 ? CircleDashed : CircleCheck;
  const what = draft.work.kind === 'keys' ? 'key' : 'change';
  return (
    <span className={undecided > 0 ? 'remaining' : 'remaining remaining-none'}>
      <Icon aria-hidden="true" />
      {conflictText.toDecide(undecided, what)}
    </span>
  );
}

/** Deciding piece by piece or editing the whole as text. */
function TextSwitch({ draft, change }: Omit<Props, 'view'>): JSX.Element | null {
  const id = useId();
  if (draft.work === null) return null;
  return (
    <span className="text-switch">
      <label htmlFor={id}>{conflictText.asText}</label>
      <input
        id={id}
        type="checkbox"
        role="switch"
        aria-checked={draft.asText}
        className="switch"
        checked={draft.asText}
        onChange={(event) => change({ do: 'asText', on: event.target.checked })}
      />
    </span>
  );
}

/** A result that nobody decided piece by piece is read and confirmed as a whole. */
function Confirmation({ free, change }: { free: FreeText; change: Props['change'] }): JSX.Element | null {
  if (free.cause === null) return null;
  return (
    <div className="confirmation">
      <p>{conflictText.confirmCause[free.cause]}</p>
      <label>
        <input
          type="checkbox"
          checked={free.confirmed}
          onChange={(event) => change({ do: 'confirmed', on: event.target.checked })}
        />
        {conflictText.confirm}
      </label>
    </div>
  );
}

function ResultBody({ draft, change, view }: Props): JSX.Element {
  const { work, free, asText } = draft;
  if (asText && free !== null)
    return (
      <>
        <Confirmation free={free} change={change} />
        <CodeEditor state={free.state} view={view} onState={(state) => change({ do: 'free', state })} />
      </>
    );
  if (work?.kind === 'hunks')
    return <CodeEditor state={work.state} view={view} onState={(state) => change({ do: 'hunks', state })} />;
  const { text, undecided } = shownResult(draft);
  return (
    <>
      {undecided > 0 && <p className="panel-note">{conflictText.provisional}</p>}
      <CodeView text={text} label={conflictText.resultText} extension={jsonColours} />
    </>
  );
}

/** What will stand on both sides. */
export function ResultPanel({ draft, change, view }: Props): JSX.Element {
  const id = useId();
  const { work, asText } = draft;
  return (
    <section className="panel panel-result" aria-labelledby={id}>
      <header className="panel-header">
        <h2 id={id}>{conflictText.result}</h2>
        <Remaining draft={draft} />
        <span className="panel-space" />
        {work?.kind === 'hunks' && !asText && <HunkTools state={work.state} view={view} />}
        <TextSwitch draft={draft} change={change} />
      </header>
      <ResultBody draft={draft} change={change} view={view} />
    </section>
  );
}
