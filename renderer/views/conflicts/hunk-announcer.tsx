import type { EditorState } from '@codemirror/state';
import type { JSX } from 'react';
import { hunkSpoken } from '../../difference/conflict-words.ts';
import { changesOf, resultField } from './result-field.ts';

/** The line of this computer's text at which a hunk begins, from 1. */
function lineOf(state: EditorState, index: number): number {
  const { hunks } = state.field(resultField);
  return hunks.slice(0, index).reduce((line, { mine }) => line + mine.length, 1);
}

function spoken(state: EditorState): string {
  const { active } = state.field(resultField);
  const changes = changesOf(state);
  const change = changes.find(({ index }) => index === active);
  if (change === undefined) return '';
  return hunkSpoken(change.hunk, change.number, changes.length, lineOf(state, change.index));
}

/** Says each change aloud when it is reached. */
export function HunkAnnouncer({ state }: { readonly state: EditorState }): JSX.Element {
  return (
    <p className="visually-hidden" aria-live="polite" data-announcer="">
      {spoken(state)}
    </p>
  );
}
