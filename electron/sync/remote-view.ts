import { type ItemPath, type Rejected, SECTIONS, type Section, sectionOf } from '../../shared/model/item.ts';
import type { Engine } from './engine.ts';
import type { HeardTexts } from './heard-texts.ts';
import type { Cursor, PullAnswer, SectionAnswer } from './ports.ts';
import { type Admitted, admitAll, onePerName, withoutFolderClashes } from './remote-names.ts';
import type { FactTypes, RemoteEntry } from './state-ports.ts';

/** What one pull told about one section. */
export interface HeardSection {
  readonly section: Section;
  /** Entries that are new or differ from what was remembered. */
  readonly updates: readonly RemoteEntry[];
  /** The hash to adopt once every item has a durable fate; null when the answer carries none or says nothing. */
  readonly hash: string | null;
  /** By workspace path where the name may be one, else by GIIP's own spelling. */
  readonly rejected: readonly Rejected[];
  /** Items that the answer names and that can be used. */
  readonly usable: ReadonlySet<ItemPath>;
  /** The section was asked for without its hash. */
  readonly isWhole: boolean;
  /** The same, and it has items: what it does not name, GIIP does not hold. */
  readonly isFull: boolean;
}

/** What a pull told, before anything is remembered. */
export interface RemoteView {
  readonly sections: readonly HeardSection[];
  /** Texts of the updates that the store does not hold yet. */
  readonly texts: Pick<HeardTexts, 'get' | 'store'>;
}

/** Rejections of the client are by wire name; where that is the name of an item, by its path. */
function pathedRejection(engine: Engine, section: Section, rejection: Rejected): Rejected {
  const verdict = engine.paths.admit(section, rejection.path);
  if ('refused' in verdict) return rejection;
  const { state } = engine;
  const isName =
    section === 'config' ||
    /^docs[/\\]/.test(rejection.path) ||
    state.remote.get(verdict.path) !== undefined ||
    state.base.get(verdict.path) !== undefined;
  return isName ? { ...rejection, path: verdict.path } : rejection;
}

function hearItems(
  engine: Engine,
  section: Section,
  answer: SectionAnswer & { state: 'items' },
  isFull: boolean,
  texts: HeardTexts,
): HeardSection {
  const before = texts.before();
  const admitted = admitAll(engine, section, answer.items, texts.keep);
  const named = onePerName(engine, admitted.kept);
  const placed = withoutFolderClashes(engine, named.kept);
  const unread = answer.rejected.map((rejection) => pathedRejection(engine, section, rejection));
  const rejected = [...unread, ...admitted.refused, ...named.refused, ...placed.refused];
  const updates: RemoteEntry[] = [];
  const usable = new Set<ItemPath>();
  for (const { path, wire, heard } of placed.kept) {
    if ('broken' in heard) {
      rejected.push({ path, reason: heard.broken });
      continue;
    }
    usable.add(path);
    const known = before.get(path);
    if (known?.version?.id === heard.id && known.wire === wire) continue;
    updates.push({ path, wire, version: heard });
  }
  // GIIP may hold both spellings, and only a full answer names both.
  const isRespelled = !isFull && placed.kept.some((one) => isOtherSpelling(before, one));
  // What is named but cannot be used is not gone.
  const mentioned = new Set([...admitted.kept, ...unread].map(({ path }) => path));
  if (isFull) updates.push(...goneEntries(before, section, mentioned));
  const hash = isRespelled ? null : answer.hash;
  return { section, updates, hash, rejected, usable, isWhole: isFull, isFull };
}

type Remembered = ReturnType<HeardTexts['before']>;

function isOtherSpelling(before: Remembered, { path, wire }: Admitted): boolean {
  const known = before.get(path);
  return known?.version !== null && known?.version !== undefined && known.wire !== wire;
}

/** What a full answer no longer names. Absence is never a deletion: it is listed, and the person decides. */
function goneEntries(before: Remembered, section: Section, mentioned: ReadonlySet<ItemPath>): RemoteEntry[] {
  return [...before.values()]
    .filter((entry) => sectionOf(entry.path) === section && entry.version && !mentioned.has(entry.path))
    .map((entry) => ({ ...entry, version: null }));
}

/**
 * Reads a pull's answer against what is remembered of GIIP. Only an answer to a pull without the section's hash is
 * taken as full; whether the others are full sets or changes only is not said, so they prove no absence.
 */
export function hearAnswer(engine: Engine, sent: Cursor, answer: PullAnswer, texts: HeardTexts): RemoteView {
  const sections = SECTIONS.flatMap((section): HeardSection[] => {
    const heard = answer[section];
    if (heard.state === 'unchanged') return [];
    const isWhole = sent[section] === undefined;
    if (heard.state === 'items') return [hearItems(engine, section, heard, isWhole, texts)];
    const { hash } = heard;
    return [{ section, updates: [], hash, rejected: [], usable: new Set(), isWhole, isFull: false }];
  });
  return { sections, texts };
}

/** All rejections that stand after an answer: a full one replaces them, another one speaks for the items it names. */
export function rejectedAfter(engine: Engine, view: RemoteView): FactTypes['rejected'] {
  const after = { ...(engine.state.facts.get('rejected') ?? { config: [], doc: [] }) };
  for (const { section, rejected, usable, isFull } of view.sections) {
    const renamed = new Set(rejected.map(({ path }) => path));
    const kept = isFull ? [] : after[section].filter(({ path }) => !usable.has(path) && !renamed.has(path));
    after[section] = [...kept, ...rejected];
  }
  return after;
}
