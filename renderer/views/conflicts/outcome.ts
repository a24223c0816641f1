import type { KeyDifference } from '../../../shared/merge/key-difference.ts';
import { keyName, valueProblem } from '../../../shared/merge/key-differences.ts';
import { resultProblem } from '../../../shared/merge/result-problem.ts';
import type { ConflictDecision, KeyChoice } from '../../../shared/model/conflict.ts';
import { type ConfirmCause, type Draft, type KeyDecisions, progressOf } from './draft.ts';

/** Why the result cannot be saved yet. */
export type Block =
  | { readonly code: 'undecided'; readonly amount: number; readonly what: 'change' | 'key' }
  | { readonly code: 'not-json' }
  | { readonly code: 'unconfirmed'; readonly cause: ConfirmCause };

/** What saving would do now: nothing and why, or this decision, perhaps after one more question. */
export type SaveState =
  | { readonly block: Block }
  | { readonly decision: ConflictDecision; readonly ask: 'empty' | 'shrunk' | null };

/** The overlapping keys that were decided for a side: what rules are learned from. */
function keyChoices(differences: readonly KeyDifference[], decisions: KeyDecisions): readonly KeyChoice[] {
  return differences.flatMap(({ key, kind }) => {
    const take = decisions.get(keyName(key));
    return kind === 'overlap' && (take === 'mine' || take === 'server') ? [{ key, take }] : [];
  });
}

function blockOf(draft: Draft, undecided: number): Block | null {
  const { work, free, asText } = draft;
  if (asText && free)
    return free.cause !== null && !free.confirmed ? { code: 'unconfirmed', cause: free.cause } : null;
  const what = work?.kind === 'keys' ? 'key' : 'change';
  return undecided > 0 ? { code: 'undecided', amount: undecided, what } : null;
}

/** The text that stands in the region "Result", and how many decisions it lacks. */
export function shownResult(draft: Draft): { readonly text: string; readonly undecided: number } {
  if (draft.asText && draft.free) return { text: draft.free.state.doc.toString(), undecided: 0 };
  return progressOf(draft);
}

/** What "Save result" would do. */
export function saveState(draft: Draft): SaveState {
  const { text, undecided } = shownResult(draft);
  const { path, base, local, remote } = draft.texts;
  const problem = resultProblem(path, text, { base, mine: local, server: remote });
  if (problem === 'not-json') return { block: { code: 'not-json' } };
  const block = blockOf(draft, undecided);
  if (block) return { block };
  const keys =
    draft.work?.kind === 'keys' && !draft.asText
      ? { keys: keyChoices(draft.work.differences, draft.work.decisions) }
      : {};
  return { decision: { take: 'text', text, ...keys }, ask: problem };
}

/** What is wrong with a typed value, or null. */
export function decisionProblem(
  difference: KeyDifference,
  decisions: KeyDecisions,
): 'not-json' | 'other-type' | null {
  const decision = decisions.get(keyName(difference.key));
  return typeof decision === 'object' ? valueProblem(decision.source, difference) : null;
}
