import { redo, redoDepth, undo, undoDepth } from '@codemirror/commands';
import type { EditorState } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import { ArrowDown, ArrowUp, Redo2, Undo2 } from 'lucide-react';
import type { JSX, RefObject } from 'react';
import { IconButton } from '../../components/icon-button.tsx';
import { conflictText } from '../../conflict-text.ts';
import { goToChange } from './result-commands.ts';
import { changesOf } from './result-field.ts';

interface Props {
  readonly state: EditorState;
  readonly view: RefObject<EditorView | null>;
}

/** Brings the next or the previous change into view, with the cursor in it. */
export function moveToChange(view: EditorView | null, step: 1 | -1): void {
  if (view === null) return;
  view.dispatch(goToChange(view.state, step));
  view.focus();
}

/** Moving between the changes, and undoing, for the mouse. */
export function HunkTools({ state, view }: Props): JSX.Element {
  const hasChanges = changesOf(state).length > 0;
  const tools = [
    { label: conflictText.undoEdit, icon: Undo2, inert: undoDepth(state) === 0, run: undo },
    { label: conflictText.redoEdit, icon: Redo2, inert: redoDepth(state) === 0, run: redo },
  ];
  const moves = [
    { label: conflictText.previousChange, icon: ArrowUp, step: -1 },
    { label: conflictText.nextChange, icon: ArrowDown, step: 1 },
  ] as const;
  return (
    <div className="hunk-tools">
      {tools.map(({ label, icon, inert, run }) => (
        <IconButton
          key={label}
          kind="quiet"
          label={label}
          icon={icon}
          inert={inert}
          onClick={() => view.current && run(view.current)}
        />
      ))}
      {moves.map(({ label, icon, step }) => (
        <IconButton
          key={label}
          kind="quiet"
          label={label}
          icon={icon}
          inert={!hasChanges}
          onClick={() => moveToChange(view.current, step)}
        />
      ))}
    </div>
  );
}
