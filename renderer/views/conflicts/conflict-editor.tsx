import type { EditorView } from '@codemirror/view';
import type { JSX } from 'react';
import { useRef, useState } from 'react';
import type { ConflictDecision } from '../../../shared/model/conflict.ts';
import { conflictText } from '../../conflict-text.ts';
import { Choices } from './choices.tsx';
import { ConfirmDialog } from './confirm-dialog.tsx';
import type { Draft } from './draft.ts';
import type { DraftAction } from './draft-actions.ts';
import { HunkAnnouncer } from './hunk-announcer.tsx';
import type { Take } from './hunk-pieces.ts';
import { moveToChange } from './hunk-tools.tsx';
import { Intro } from './intro.tsx';
import { KeyTable } from './key-table.tsx';
import { saveState } from './outcome.ts';
import { takeActive } from './result-commands.ts';
import { resultField } from './result-field.ts';
import { ResultPanel } from './result-panel.tsx';
import { Sides } from './sides.tsx';
import { useFinish } from './use-finish.ts';
import { useShortcuts } from './use-shortcuts.ts';

interface Props {
  readonly draft: Draft;
  readonly busy: boolean;
  readonly change: (action: DraftAction) => void;
  readonly onDecide: (decision: ConflictDecision) => void;
}

function viewsClass(isByKey: boolean, hasAncestor: boolean): string {
  return ['views', isByKey && 'views-keys', hasAncestor && 'views-three'].filter(Boolean).join(' ');
}

/** Three views of one item: as it stands here, as it stands on GIIP, and the result that will stand on both. */
export function ConflictEditor({ draft, busy, change, onDecide }: Props): JSX.Element {
  const view = useRef<EditorView | null>(null);
  const saveButton = useRef<HTMLButtonElement>(null);
  const [withAncestor, setWithAncestor] = useState(false);
  const { texts, work, asText } = draft;
  const places = work?.kind === 'hunks' ? work.state.field(resultField) : null;
  const isByKey = work?.kind === 'keys' && !asText;
  const isByHunk = places !== null && !asText;
  const finishing = useFinish(draft, onDecide);
  const take = (choice: Take) => () => view.current?.dispatch(takeActive(view.current.state, choice));
  const forHunks = {
    nextChange: () => moveToChange(view.current, 1),
    previousChange: () => moveToChange(view.current, -1),
    takeMine: take('mine'),
    takeServer: take('server'),
    takeBoth: take('both'),
  };
  const save = (): void => {
    // The button says why it cannot be saved yet.
    if ('block' in saveState(draft)) saveButton.current?.focus();
    else if (!busy) finishing.save();
  };
  useShortcuts({ save, ...(isByHunk ? forHunks : {}) });

  const ancestor = { isShown: withAncestor, toggle: () => setWithAncestor(!withAncestor) };
  return (
    <>
      <Intro
        texts={texts}
        busy={busy}
        onRepair={() => finishing.take({ take: 'mine' })}
        ancestor={texts.base === null ? null : ancestor}
      />
      <div className={viewsClass(isByKey, withAncestor && texts.base !== null)}>
        {work?.kind === 'keys' && isByKey && (
          <KeyTable
            differences={work.differences}
            decisions={work.decisions}
            onDecide={(name, decision) => change({ do: 'key', name, decision })}
          />
        )}
        <Sides
          texts={texts}
          hunks={places?.hunks ?? null}
          keys={work?.kind === 'keys' ? work.differences : null}
          active={isByHunk ? places.active : null}
          withAncestor={withAncestor}
        />
        <ResultPanel draft={draft} change={change} view={view} />
      </div>
      {work?.kind === 'hunks' && isByHunk && <HunkAnnouncer state={work.state} />}
      <Choices
        draft={draft}
        busy={busy}
        onDecide={finishing.take}
        onSave={finishing.save}
        saveButton={saveButton}
      />
      {finishing.question !== null && (
        <ConfirmDialog
          title={conflictText.ask[finishing.question.about].title}
          lines={[conflictText.ask[finishing.question.about].body]}
          yes={conflictText.askYes(finishing.question.decision.take)}
          no={conflictText.ask.no}
          onYes={finishing.yes}
          onNo={finishing.no}
        />
      )}
    </>
  );
}
