import { isolateHistory } from '@codemirror/commands';
import type { EditorState, TransactionSpec } from '@codemirror/state';
import { pieceText, type Take } from './hunk-pieces.ts';
import { type Change, changesOf, resultField, setActive, setPlaces } from './result-field.ts';

/** Puts a side, or both, in place of a hunk's piece; one step of undo brings back text and decision. */
export function take(state: EditorState, index: number, choice: Take): TransactionSpec {
  const places = state.field(resultField);
  const [from, to] = [places.starts[index], places.starts[index + 1]];
  if (from === undefined || to === undefined) return {};
  // Where the line end in front was typed away, the hunk still begins with a line of its own.
  const lead = from > state.doc.lineAt(from).from ? '\n' : '';
  const insert = lead + pieceText(places.hunks, index, choice);
  const grown = insert.length - (to - from);
  const starts = places.starts.map((start, i) => (i > index ? start + grown : start));
  const states = places.states.map((each, i) => (i === index ? choice : each));
  return {
    changes: { from, to, insert },
    selection: { anchor: from },
    effects: setPlaces.of({ ...places, starts, states, active: index }),
    // A step of undo of its own, also when somebody types on at once.
    annotations: isolateHistory.of('full'),
    userEvent: 'input.take',
    scrollIntoView: true,
  };
}

/** The same for the change that a person is at; nothing where they are at none. */
export function takeActive(state: EditorState, choice: Take): TransactionSpec {
  const { active, hunks } = state.field(resultField);
  const canTake = active !== null && (choice !== 'both' || hunks[active]?.kind === 'overlap');
  return canTake ? take(state, active, choice) : {};
}

function targetOf(state: EditorState, step: 1 | -1): Change | undefined {
  const changes = changesOf(state);
  const { active } = state.field(resultField);
  const { head } = state.selection.main;
  if (step === 1)
    return changes.find(({ index, from }) => (active === null ? from >= head : index > active)) ?? changes[0];
  const before = ({ index, from }: Change): boolean => (active === null ? from < head : index < active);
  return changes.findLast(before) ?? changes.at(-1);
}

/** To the next change or the one before, around the ends. */
export function goToChange(state: EditorState, step: 1 | -1): TransactionSpec {
  const target = targetOf(state, step);
  if (!target) return {};
  return { selection: { anchor: target.from }, effects: setActive.of(target.index), scrollIntoView: true };
}
