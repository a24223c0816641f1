import { defaultKeymap, history, historyKeymap, invertedEffects } from '@codemirror/commands';
import { EditorState, type Extension } from '@codemirror/state';
import { keymap } from '@codemirror/view';
import type { TextHunk } from '../../../shared/merge/text-hunk.ts';
import { conflictText } from '../../conflict-text.ts';
import { codePane } from './code-pane.ts';
import { initialPiece, type Piece } from './hunk-pieces.ts';
import { hunkDecorations } from './result-decorations.ts';
import { type Places, resultField, setPlaces } from './result-field.ts';

function placesOf(hunks: readonly TextHunk[], pieces: readonly Piece[]): Places {
  const starts = [0];
  for (const { text } of pieces) starts.push((starts.at(-1) ?? 0) + text.length);
  return { hunks, starts, states: pieces.map(({ state }) => state), active: null };
}

/** What every editable result can do. */
export const editing: Extension = [
  history(),
  keymap.of([...defaultKeymap, ...historyKeymap]),
  codePane(conflictText.resultText),
];

const decisionsCanBeUndone = invertedEffects.of(({ startState, state }) => {
  const before = startState.field(resultField);
  return before === state.field(resultField) ? [] : [setPlaces.of(before)];
});

/** A result for these hunks, made of these pieces: the initial ones, or what was carried over. */
export function resultState(hunks: readonly TextHunk[], pieces?: readonly Piece[]): EditorState {
  const all = pieces ?? hunks.map((_, i) => initialPiece(hunks, i));
  return EditorState.create({
    doc: all.map(({ text }) => text).join(''),
    extensions: [
      resultField.init(() => placesOf(hunks, all)),
      decisionsCanBeUndone,
      hunkDecorations,
      editing,
    ],
  });
}

/** The text that would be saved. */
export function resultText(state: EditorState): string {
  const text = state.doc.toString();
  const { hunks } = state.field(resultField);
  const isOneTooMany = hunks.length > 0 && hunks.at(-1)?.kind !== 'unchanged' && text.endsWith('\n');
  return isOneTooMany ? text.slice(0, -1) : text;
}

/** How many hunks wait for a decision. */
export function undecidedHunks(state: EditorState): number {
  return state.field(resultField).states.filter((each) => each === 'open').length;
}
