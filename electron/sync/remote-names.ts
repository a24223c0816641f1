import type { ItemPath, Rejected, Section } from '../../shared/model/item.ts';
import { addTo } from './add-to.ts';
import type { Engine } from './engine.ts';
import type { HeardText, KeepText, RemoteItem } from './ports.ts';

/** An item of an answer under the workspace path that it has here. */
export interface Admitted {
  readonly path: ItemPath;
  readonly wire: string;
  readonly heard: HeardText;
  /** Equal keys would be one file on some file system. */
  readonly key: string;
}

/** Names that may be used, and those that may not, with the reason. */
export interface Sorted {
  readonly kept: readonly Admitted[];
  readonly refused: readonly Rejected[];
}

function isKnown(engine: Engine, { path, wire }: Admitted): boolean {
  const before = engine.state.remote.get(path);
  return (before?.version && before.wire === wire) || engine.state.base.get(path) !== undefined;
}

/** Each item by its workspace path; a name that no file may have is refused alone. */
export function admitAll(
  { paths }: Engine,
  section: Section,
  items: readonly RemoteItem[],
  keep: KeepText,
): Sorted {
  const kept: Admitted[] = [];
  const refused: Rejected[] = [];
  for (const { wire, text, heard = keep(section, wire, text) } of items) {
    const verdict = paths.admit(section, wire);
    if ('refused' in verdict) refused.push({ path: wire, reason: verdict.refused });
    else kept.push({ path: verdict.path, wire, heard, key: paths.foldKey(verdict.path) });
  }
  return { kept, refused };
}

/**
 * One item per name: two spellings of one path, or names that one file system would take for one. The one that we
 * already know stays; equal texts need no word; the others are refused, never one written over the other.
 */
export function onePerName(engine: Engine, admitted: readonly Admitted[]): Sorted {
  const groups = new Map<string, Admitted[]>();
  for (const candidate of admitted) addTo(groups, candidate.key, candidate);
  const kept: Admitted[] = [];
  const refused: Rejected[] = [];
  for (const group of groups.values()) {
    const known = group.length > 1 ? group.find((candidate) => isKnown(engine, candidate)) : undefined;
    const winner = known ?? group[0];
    if (!winner) continue;
    kept.push(winner);
    for (const other of group) {
      const isAlias = other.path === winner.path && other.heard.id === winner.heard.id;
      if (other !== winner && !isAlias)
        refused.push({
          path: other.path,
          reason: `GIIP holds "${other.wire}" and "${winner.wire}", which would be the same file`,
        });
    }
  }
  return { kept, refused };
}

/** The fold keys of all folders above an item; most items share theirs with others. */
function foldersAbove({ paths }: Engine): (path: ItemPath) => readonly string[] {
  const seen = new Map<string, readonly string[]>();
  const above = (path: string): readonly string[] => {
    const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
    if (folder === '') return [];
    const known = seen.get(folder);
    if (known) return known;
    const all = [...above(folder), paths.foldKey(folder)];
    seen.set(folder, all);
    return all;
  };
  return above;
}

/**
 * A file and a folder cannot share a name: `docs/a` next to `docs/a/b.md`. The one that is known stays; where neither
 * is, the folder does, because it holds more.
 */
export function withoutFolderClashes(engine: Engine, admitted: readonly Admitted[]): Sorted {
  const above = foldersAbove(engine);
  const folders = new Set<string>();
  for (const { path } of admitted) for (const folder of above(path)) folders.add(folder);
  const doubles = new Set(admitted.filter(({ key }) => folders.has(key)));
  if (doubles.size === 0) return { kept: admitted, refused: [] };
  const files = new Set([...doubles].filter((one) => isKnown(engine, one)).map(({ key }) => key));
  const isRefused = (candidate: Admitted): boolean =>
    doubles.has(candidate)
      ? !files.has(candidate.key)
      : above(candidate.path).some((folder) => files.has(folder));
  return {
    kept: admitted.filter((candidate) => !isRefused(candidate)),
    refused: admitted.filter(isRefused).map(({ path }) => ({
      path,
      reason: 'GIIP holds a document and a folder of one name',
    })),
  };
}
