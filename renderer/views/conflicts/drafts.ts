import type { ConflictTexts } from '../../../shared/model/conflict.ts';
import type { ItemPath } from '../../../shared/model/item.ts';
import { type Draft, draftOf } from './draft.ts';
import { changedDraft, type DraftAction, rebasedDraft } from './draft-actions.ts';
import type { Kept } from './rebase-hunks.ts';

/** What became different under a person's hands. */
export interface News extends Kept {
  readonly sides: 'mine' | 'server' | 'both';
  /** Epoch milliseconds. */
  readonly at: number;
}

interface OpenItem {
  readonly draft: Draft;
  readonly news: News | null;
}

/** Every conflict that was looked at, with what was done to it: changing to another one loses nothing. */
export type Drafts = ReadonlyMap<ItemPath, OpenItem>;

export type DraftsAction =
  | { readonly do: 'arrived'; readonly texts: ConflictTexts; readonly now: number }
  | { readonly do: 'changed'; readonly path: ItemPath; readonly action: DraftAction }
  | { readonly do: 'newsRead'; readonly path: ItemPath }
  /** Settled or left: only these are still of interest. */
  | { readonly do: 'kept'; readonly paths: ReadonlySet<ItemPath> };

function newsOf(before: ConflictTexts, after: ConflictTexts, now: number): Omit<News, keyof Kept> | null {
  const mine = before.local !== after.local;
  const server = before.remote !== after.remote;
  if (!mine && !server) return null;
  const at = server ? after.heardAt : (after.changedHere ?? now);
  return { sides: mine && server ? 'both' : mine ? 'mine' : 'server', at };
}

function arrived(known: OpenItem | undefined, texts: ConflictTexts, now: number): OpenItem {
  if (known === undefined) return { draft: draftOf(texts), news: null };
  const news = newsOf(known.draft.texts, texts, now);
  if (news === null) return { ...known, draft: { ...known.draft, texts } };
  const { draft, ...kept } = rebasedDraft(known.draft, texts);
  return { draft, news: { ...news, ...kept } };
}

/** The drafts after something has come from outside or was done by hand. */
export function nextDrafts(drafts: Drafts, action: DraftsAction): Drafts {
  switch (action.do) {
    case 'arrived': {
      const { texts, now } = action;
      return new Map(drafts).set(texts.path, arrived(drafts.get(texts.path), texts, now));
    }
    case 'changed': {
      const item = drafts.get(action.path);
      if (item === undefined) return drafts;
      return new Map(drafts).set(action.path, { ...item, draft: changedDraft(item.draft, action.action) });
    }
    case 'newsRead': {
      const item = drafts.get(action.path);
      return item === undefined ? drafts : new Map(drafts).set(action.path, { ...item, news: null });
    }
    case 'kept':
      return new Map([...drafts].filter(([path]) => action.paths.has(path)));
  }
}
