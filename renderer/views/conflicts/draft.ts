import type { EditorState } from '@codemirror/state';
import type { KeyDecision, KeyDifference } from '../../../shared/merge/key-difference.ts';
import { configResult, keyDifferences, keyName } from '../../../shared/merge/key-differences.ts';
import { textHunks } from '../../../shared/merge/text-hunks.ts';
import type { ConflictTexts } from '../../../shared/model/conflict.ts';
import { type ItemPath, sectionOf } from '../../../shared/model/item.ts';
import { freeState } from './free-state.ts';
import { isAsItCame } from './rebase-hunks.ts';
import { resultState, resultText, undecidedHunks } from './result-state.ts';

/** By `keyName`. */
export type KeyDecisions = ReadonlyMap<string, KeyDecision>;

/** Deciding hunk by hunk, or key by key. */
export type Work =
  | { readonly kind: 'hunks'; readonly state: EditorState }
  | {
      readonly kind: 'keys';
      readonly differences: readonly KeyDifference[];
      readonly decisions: KeyDecisions;
    };

/** Why a text that was not decided piece by piece has to be confirmed as a whole. */
export type ConfirmCause = 'too-different' | 'one-side' | 'not-comparable' | 'undecided';

/** The result as plain text. */
export interface FreeText {
  readonly state: EditorState;
  /** The text as it was before anybody typed. */
  readonly start: string;
  /** Null: nothing to confirm. */
  readonly cause: ConfirmCause | null;
  readonly confirmed: boolean;
}

/** All that a person has done with one conflict, and on which texts. */
export interface Draft {
  readonly texts: ConflictTexts;
  /** Null where there is nothing to compare piece by piece. */
  readonly work: Work | null;
  /** Null until somebody edits the result as a whole. */
  readonly free: FreeText | null;
  readonly asText: boolean;
}

function workOf({ path, base, local, remote }: ConflictTexts): Work | ConfirmCause {
  if (local === null || remote === null) return 'one-side';
  if (sectionOf(path) === 'config') {
    const differences = keyDifferences(base, local, remote);
    return 'broken' in differences ? 'not-comparable' : { kind: 'keys', differences, decisions: new Map() };
  }
  const hunks = textHunks(base, local, remote);
  return hunks === null ? 'too-different' : { kind: 'hunks', state: resultState(hunks) };
}

/** A result to edit as a whole, from this text on. */
export function freeText(path: ItemPath, text: string, cause: ConfirmCause | null): FreeText {
  const state = freeState(path, text);
  return { state, start: state.doc.toString(), cause, confirmed: false };
}

/** The draft of a conflict that nobody has touched. */
export function draftOf(texts: ConflictTexts): Draft {
  const work = texts.kind === 'damaged' ? 'one-side' : workOf(texts);
  if (typeof work !== 'string') return { texts, work, free: null, asText: false };
  const free = freeText(texts.path, texts.local ?? texts.remote ?? '', work);
  return { texts, work: null, free, asText: true };
}

/** Mine for every key that waits: what the result looks like before all is decided. */
function withOpenKeysAsMine(differences: readonly KeyDifference[], decisions: KeyDecisions): KeyDecisions {
  const open = differences.filter(({ kind, key }) => kind === 'overlap' && !decisions.has(keyName(key)));
  return new Map([...open.map(({ key }) => [keyName(key), 'mine'] as const), ...decisions]);
}

/** The result as far as it is decided, and how many decisions it lacks. */
export function progressOf({ texts, work }: Draft): { readonly text: string; readonly undecided: number } {
  if (work?.kind === 'hunks') return { text: resultText(work.state), undecided: undecidedHunks(work.state) };
  const [mine, server] = [texts.local ?? '', texts.remote ?? ''];
  if (work === null) return { text: mine, undecided: 0 };
  const result = configResult(mine, server, texts.base, work.decisions);
  if ('text' in result) return { text: result.text, undecided: 0 };
  const rest = configResult(mine, server, texts.base, withOpenKeysAsMine(work.differences, work.decisions));
  return { text: 'text' in rest ? rest.text : mine, undecided: result.undecided };
}

/** True once a person has decided or typed something: this must not be lost. */
export function isTouched({ work, free }: Draft): boolean {
  if (free && free.state.doc.toString() !== free.start) return true;
  if (work?.kind === 'keys') return work.decisions.size > 0;
  return work?.kind === 'hunks' && !isAsItCame(work.state);
}
