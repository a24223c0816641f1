import type { EditorState } from '@codemirror/state';
import type { KeyDecision } from '../../../shared/merge/key-difference.ts';
import { keyDifferences, keyName } from '../../../shared/merge/key-differences.ts';
import { textHunks } from '../../../shared/merge/text-hunks.ts';
import type { ConflictTexts } from '../../../shared/model/conflict.ts';
import { type Draft, draftOf, freeText, isTouched, progressOf, type Work } from './draft.ts';
import { type Kept, rebaseHunks } from './rebase-hunks.ts';

/** What a person does with a draft. */
export type DraftAction =
  | { readonly do: 'hunks'; readonly state: EditorState }
  | { readonly do: 'free'; readonly state: EditorState }
  | { readonly do: 'key'; readonly name: string; readonly decision: KeyDecision }
  | { readonly do: 'asText'; readonly on: boolean }
  | { readonly do: 'confirmed'; readonly on: boolean };

/** The text as it is decided so far; what was typed as text before is not thrown away. */
function asText(draft: Draft): Draft {
  if (draft.free) return { ...draft, asText: true };
  const { text, undecided } = progressOf(draft);
  const cause = undecided > 0 ? 'undecided' : null;
  return { ...draft, asText: true, free: freeText(draft.texts.path, text, cause) };
}

/** The draft after what a person did. A text that is edited has to be confirmed anew. */
export function changedDraft(draft: Draft, action: DraftAction): Draft {
  const { work, free } = draft;
  switch (action.do) {
    case 'hunks':
      return work?.kind === 'hunks' ? { ...draft, work: { ...work, state: action.state } } : draft;
    case 'key':
      if (work?.kind !== 'keys') return draft;
      return {
        ...draft,
        work: { ...work, decisions: new Map(work.decisions).set(action.name, action.decision) },
      };
    case 'free': {
      if (!free) return draft;
      const isSame = action.state.doc.eq(free.state.doc);
      return { ...draft, free: { ...free, state: action.state, confirmed: isSame && free.confirmed } };
    }
    case 'confirmed':
      return free ? { ...draft, free: { ...free, confirmed: action.on } } : draft;
    case 'asText':
      return action.on ? asText(draft) : { ...draft, asText: work === null };
  }
}

function sameKeys(work: Work & { readonly kind: 'keys' }, next: ConflictTexts): (Work & Kept) | null {
  const { base, local, remote } = next;
  if (local === null || remote === null) return null;
  const differences = keyDifferences(base, local, remote);
  if ('broken' in differences) return null;
  const known = new Set(work.differences.map((each) => JSON.stringify(each)));
  const fitting = differences.filter((each) => known.has(JSON.stringify(each)));
  const names = new Set(fitting.map(({ key }) => keyName(key)));
  const decisions = new Map([...work.decisions].filter(([name]) => names.has(name)));
  const lost = [...work.decisions].flatMap(([name, decision]) =>
    names.has(name) || typeof decision !== 'object' ? [] : [`${name}: ${decision.source}`],
  );
  return {
    kind: 'keys',
    differences,
    decisions,
    decided: work.decisions.size,
    kept: decisions.size,
    lost: lost.join('\n'),
  };
}

function sameHunks(work: Work & { readonly kind: 'hunks' }, next: ConflictTexts): (Work & Kept) | null {
  const { base, local, remote } = next;
  const hunks = local === null || remote === null ? null : textHunks(base, local, remote);
  return hunks && { kind: 'hunks', ...rebaseHunks(work.state, hunks) };
}

/** What was made of the older texts, as plain text: for when there is nothing left to compare piece by piece. */
function typedText(draft: Draft): string | null {
  if (!isTouched(draft)) return null;
  return draft.free?.state.doc.toString() ?? progressOf(draft).text;
}

/** What was typed stands, to be confirmed once more on the newer texts. */
function asTyped(fresh: Draft, text: string | null): Draft {
  if (text === null) return fresh;
  const cause = fresh.free?.cause ?? 'undecided';
  // From no text on: what is brought over from before counts as typed.
  const free = { ...freeText(fresh.texts.path, text, cause), start: '' };
  return { ...fresh, free, asText: true };
}

/** The draft on newer texts: what was decided about parts that did not change stands, and so does what was typed. */
export function rebasedDraft(draft: Draft, texts: ConflictTexts): { readonly draft: Draft } & Kept {
  const fresh = draftOf(texts);
  const { work } = draft;
  const rebased =
    work && fresh.work && (work.kind === 'keys' ? sameKeys(work, texts) : sameHunks(work, texts));
  const typed = rebased && !draft.free ? null : typedText(draft);
  const base = asTyped(fresh, typed);
  if (!rebased) return { draft: base, decided: 0, kept: 0, lost: '' };
  const { decided, kept, lost, ...next } = rebased;
  return { draft: { ...base, work: next, asText: typed !== null && draft.asText }, decided, kept, lost };
}
