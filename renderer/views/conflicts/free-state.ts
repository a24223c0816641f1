import { json } from '@codemirror/lang-json';
import { bracketMatching } from '@codemirror/language';
import { EditorState } from '@codemirror/state';
import { plainText } from '../../../shared/merge/meaning.ts';
import { type ItemPath, sectionOf } from '../../../shared/model/item.ts';
import { jsonColours } from './json-colours.ts';
import { editing } from './result-state.ts';

/** A result that is edited as a whole. */
export function freeState(path: ItemPath, text: string): EditorState {
  const language = sectionOf(path) === 'config' ? [json(), bracketMatching(), jsonColours] : [];
  return EditorState.create({ doc: plainText(text), extensions: [editing, language] });
}
