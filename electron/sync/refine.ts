import { looksDamaged } from '../../shared/merge/damage.ts';
import { styledText } from '../../shared/merge/file-style.ts';
import { differsOnlyAtEdges } from '../../shared/merge/meaning.ts';
import { mergeItem } from '../../shared/merge/merge.ts';
import { withEdgesOf } from '../../shared/merge/text-style.ts';
import type { ConflictKind, KeyChoice } from '../../shared/model/conflict.ts';
import type { Reason } from '../../shared/model/reason.ts';
import type { Verdict } from './compare.ts';
import type { Engine } from './engine.ts';
import { intentKey } from './intents.ts';
import { ruledKeys } from './key-rules.ts';
import { LostText } from './lost-text.ts';
import type { Version } from './ports.ts';
import type { HeldSecrets } from './secret-ports.ts';

/** A verdict that has seen the texts where hashes could not decide. */
export interface Step extends Verdict {
  /** For `pull` and `merge` over an existing file: the exact text to write. */
  readonly text?: string;
  /** The file changed while it was looked at: nothing is done now, the next look sees it. */
  readonly isMoving?: boolean;
  /** Only where it is held for them. */
  readonly secrets?: HeldSecrets;
}

type TextOf = (version: Version) => string | undefined;

/** The texts of one item; `base` as this computer had it and as GIIP had it. */
interface Texts {
  readonly mine: string;
  readonly theirs: string;
  readonly baseHere: string | undefined;
  readonly baseThere: string | undefined;
}

function asConflict(verdict: Verdict, kind: ConflictKind, reason: Reason): Step {
  return { ...verdict, action: 'conflict', kind, reason };
}

function asAdopt(verdict: Verdict, code: 'differs-only-in-edge-space' | 'equal-on-both-sides'): Step {
  return { ...verdict, action: 'adopt', reason: { code } };
}

function refinePull(verdict: Verdict, { mine, theirs }: Texts): Step {
  const text = styledText(verdict.path, mine, theirs);
  return text === mine ? asAdopt(verdict, 'equal-on-both-sides') : { ...verdict, text };
}

function refineMerge(engine: Engine, verdict: Verdict, texts: Texts): Step {
  const { mine, theirs, baseHere, baseThere } = texts;
  const base = baseHere ?? baseThere;
  if (base === undefined) return asConflict(verdict, 'new/new', { code: 'new-on-both-different' });
  const ruled: KeyChoice[] = [];
  const decide = ruledKeys(engine, verdict.path, (choice) => ruled.push(choice));
  const merge = mergeItem(verdict.path, base, mine, theirs, decide);
  if ('conflict' in merge) return asConflict(verdict, 'edit/edit', merge.conflict);
  const text = styledText(verdict.path, mine, merge.merged);
  return ruled.length === 0 ? { ...verdict, text } : { ...verdict, text, reason: ruleReason(ruled) };
}

/** `log_level: mine`, so that a person finds the rule again. */
function ruleReason(ruled: readonly KeyChoice[]): Reason {
  const words = ruled.map(({ key, take }) => `${key.join('.')}: ${take === 'mine' ? 'mine' : 'GIIP’s'}`);
  return { code: 'merged-by-rule', detail: words.join(', ').slice(0, 300) };
}

function textsOf(verdict: Verdict, mine: string, theirs: string, textOf: TextOf): Texts {
  const { path, base } = verdict;
  const baseHere = base?.local ? textOf(base.local) : undefined;
  const baseThere = base?.remote ? textOf(base.remote) : undefined;
  const isTrimmed =
    baseHere !== undefined && baseThere !== undefined && differsOnlyAtEdges(path, baseHere, baseThere);
  // What GIIP trimmed off is not an edit: its text is read with the edges that ours has.
  return {
    mine,
    theirs: isTrimmed ? withEdgesOf(baseHere, baseThere, theirs) : theirs,
    baseHere,
    baseThere,
  };
}

/**
 * An edit of the ends that GIIP said yes to, while it shows the text without it: it trims, or ends texts with a line end
 * of its own, and sending it again would change nothing. Should it show the edit later, that is the same but for its ends.
 */
function isEdgeEditTaken(engine: Engine, { path, local, remote, action }: Verdict, textOf: TextOf): boolean {
  if (action !== 'push' || local.state !== 'present' || remote.state !== 'present') return false;
  if (!engine.state.intents.get(intentKey(path, local.version))?.acknowledged) return false;
  const [sent, shown] = [textOf(local.version), textOf(remote.version)];
  return sent !== undefined && shown !== undefined && differsOnlyAtEdges(path, sent, shown);
}

/** Reads the file once more and decides what needs both texts: edge space, damage, style, the merge itself. */
export async function refineVerdict(engine: Engine, verdict: Verdict, textOf: TextOf): Promise<Step> {
  const { path, local, remote, action } = verdict;
  if (isEdgeEditTaken(engine, verdict, textOf)) return asAdopt(verdict, 'differs-only-in-edge-space');
  const needsTexts = action === 'pull' || action === 'merge' || action === 'conflict';
  if (!needsTexts || local.state !== 'present' || remote.state !== 'present') return verdict;
  const found = await engine.workspace.read(path);
  if (found.state === 'unreadable')
    return { ...verdict, action: 'skip', reason: { code: 'unreadable-here', detail: found.reason } };
  if (found.state === 'absent' || engine.digest(found.text) !== local.version.id)
    return { ...verdict, action: 'none', isMoving: true };
  const theirs = textOf(remote.version);
  if (theirs === undefined) throw new LostText(path);
  if (differsOnlyAtEdges(path, found.text, theirs)) return asAdopt(verdict, 'differs-only-in-edge-space');
  const texts = textsOf(verdict, found.text, theirs, textOf);
  const known = [texts.mine, texts.baseHere, texts.baseThere];
  if (known.some((text) => text !== undefined && looksDamaged(path, text, theirs)))
    return asConflict(verdict, 'damaged', { code: 'damaged-on-giip' });
  if (action === 'pull') return refinePull(verdict, texts);
  return action === 'merge' ? refineMerge(engine, verdict, texts) : verdict;
}
