import { type ItemPath, type Rejected, SECTIONS, type Section, sectionOf } from '../../shared/model/item.ts';
import type { Engine } from './engine.ts';
import { versionOf } from './meaning.ts';
import type { Cursor, PullAnswer, RemoteEntry, RemoteItem, SectionAnswer } from './ports.ts';

/** What one pull told about one section. */
export interface HeardSection {
  readonly section: Section;
  /** Entries that are new or differ from what was remembered. */
  readonly updates: readonly RemoteEntry[];
  /** The hash to adopt once every item has a durable fate; null when the answer carries none or says nothing. */
  readonly hash: string | null;
  readonly rejected: readonly Rejected[];
  /** Rejections replace the remembered ones after a full answer, else they are added. */
  readonly isFull: boolean;
  /** False when the section said nothing new: its remembered state still stands. */
  readonly hasItems: boolean;
}

/** What a pull told, before anything is remembered. */
export interface RemoteView {
  readonly sections: readonly HeardSection[];
  /** Texts of the updates, by content id. */
  readonly texts: ReadonlyMap<string, string>;
}

interface Admitted {
  readonly path: ItemPath;
  readonly item: RemoteItem;
}

function admitAll(
  engine: Engine,
  section: Section,
  items: readonly RemoteItem[],
): { admitted: Admitted[]; refused: Rejected[] } {
  const admitted: Admitted[] = [];
  const refused: Rejected[] = [];
  for (const item of items) {
    const verdict = engine.paths.admit(section, item.wire);
    if ('refused' in verdict) refused.push({ path: item.wire, reason: verdict.refused });
    else admitted.push({ path: verdict.path, item });
  }
  return { admitted, refused };
}

/**
 * One item per name: two spellings of one path, or names that one file system would take for one. The one that we
 * already know stays; equal texts need no word; the others are refused, never one written over the other.
 */
function onePerName(
  engine: Engine,
  admitted: readonly Admitted[],
): { kept: Admitted[]; refused: Rejected[] } {
  const known = (candidate: Admitted): boolean =>
    engine.state.remote.get(candidate.path)?.wire === candidate.item.wire ||
    engine.state.base.get(candidate.path) !== undefined;
  const groups = new Map<string, Admitted[]>();
  for (const candidate of admitted) {
    const key = engine.paths.foldKey(candidate.path);
    groups.set(key, [...(groups.get(key) ?? []), candidate]);
  }
  const kept: Admitted[] = [];
  const refused: Rejected[] = [];
  for (const group of groups.values()) {
    const winner = group.find(known) ?? group[0];
    if (!winner) continue;
    kept.push(winner);
    for (const other of group) {
      const isAlias = other.path === winner.path && other.item.text === winner.item.text;
      if (other !== winner && !isAlias)
        refused.push({
          path: other.item.wire,
          reason: `GIIP also holds "${winner.item.wire}", which would be the same file`,
        });
    }
  }
  return { kept, refused };
}

/** Folders and files cannot share a name: `docs/a` next to `docs/a/b.md`. The shorter name is kept when it is known, else refused. */
function withoutFolderClashes(
  engine: Engine,
  kept: readonly Admitted[],
): { kept: Admitted[]; refused: Rejected[] } {
  const folders = new Set(
    kept.flatMap(({ path }) =>
      path.split('/').map((_, i, parts) => engine.paths.foldKey(parts.slice(0, i).join('/'))),
    ),
  );
  const clashing = kept.filter(({ path }) => folders.has(engine.paths.foldKey(path)));
  return {
    kept: kept.filter((candidate) => !clashing.includes(candidate)),
    refused: clashing.map(({ item }) => ({
      path: item.wire,
      reason: 'GIIP also holds documents in a folder of this name',
    })),
  };
}

function hearItems(
  engine: Engine,
  section: Section,
  answer: SectionAnswer & { state: 'items' },
  isFull: boolean,
  texts: Map<string, string>,
): HeardSection {
  const { admitted, refused } = admitAll(engine, section, answer.items);
  const named = onePerName(engine, admitted);
  const placed = withoutFolderClashes(engine, named.kept);
  const rejected = [...answer.rejected, ...refused, ...named.refused, ...placed.refused];
  const updates: RemoteEntry[] = [];
  for (const { path, item } of placed.kept) {
    const version = versionOf(engine.digest, path, item.text);
    if ('broken' in version) {
      rejected.push({ path: item.wire, reason: version.broken });
      continue;
    }
    const before = engine.state.remote.get(path);
    if (before?.version?.id === version.id && before.wire === item.wire) continue;
    updates.push({ path, wire: item.wire, version });
    texts.set(version.id, item.text);
  }
  const mentioned = new Set(admitted.map(({ path }) => path));
  if (isFull) updates.push(...goneEntries(engine, section, mentioned));
  return { section, updates, hash: answer.hash, rejected, isFull, hasItems: true };
}

/** What a full answer no longer names. Absence is never a deletion: it is listed, and the person decides. */
function goneEntries(engine: Engine, section: Section, mentioned: ReadonlySet<ItemPath>): RemoteEntry[] {
  return engine.state.remote
    .all()
    .filter((entry) => sectionOf(entry.path) === section && entry.version && !mentioned.has(entry.path))
    .map((entry) => ({ ...entry, version: null }));
}

/**
 * Reads a pull's answer against what is remembered of GIIP. Only an answer to a pull without the section's hash is
 * taken as full; whether the others are full sets or changes only is not said, so they prove no absence.
 */
export function hearAnswer(engine: Engine, sent: Cursor, answer: PullAnswer): RemoteView {
  const texts = new Map<string, string>();
  const sections = SECTIONS.flatMap((section): HeardSection[] => {
    const heard = answer[section];
    if (heard.state === 'unchanged') return [];
    const isFull = sent[section] === undefined;
    if (heard.state === 'items') return [hearItems(engine, section, heard, isFull, texts)];
    return [{ section, updates: [], hash: heard.hash, rejected: [], isFull: false, hasItems: false }];
  });
  return { sections, texts };
}
