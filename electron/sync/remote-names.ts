import type { ItemPath, Rejected, Section } from '../../shared/model/item.ts';
import type { Engine } from './engine.ts';
import type { RemoteItem } from './ports.ts';

/** An item of an answer under the workspace path that it has here. */
export interface Admitted {
  readonly path: ItemPath;
  readonly item: RemoteItem;
}

/** Names that may be used, and those that may not, with the reason. */
export interface Sorted {
  readonly kept: readonly Admitted[];
  readonly refused: readonly Rejected[];
}

function isKnown(engine: Engine, { path, item }: Admitted): boolean {
  const before = engine.state.remote.get(path);
  return (before?.version && before.wire === item.wire) || engine.state.base.get(path) !== undefined;
}

/** Each item by its workspace path; a name that no file may have is refused alone. */
export function admitAll(engine: Engine, section: Section, items: readonly RemoteItem[]): Sorted {
  const kept: Admitted[] = [];
  const refused: Rejected[] = [];
  for (const item of items) {
    const verdict = engine.paths.admit(section, item.wire);
    if ('refused' in verdict) refused.push({ path: item.wire, reason: verdict.refused });
    else kept.push({ path: verdict.path, item });
  }
  return { kept, refused };
}

/**
 * One item per name: two spellings of one path, or names that one file system would take for one. The one that we
 * already know stays; equal texts need no word; the others are refused, never one written over the other.
 */
export function onePerName(engine: Engine, admitted: readonly Admitted[]): Sorted {
  const groups = new Map<string, Admitted[]>();
  for (const candidate of admitted) {
    const key = engine.paths.foldKey(candidate.path);
    const group = groups.get(key);
    if (group) group.push(candidate);
    else groups.set(key, [candidate]);
  }
  const kept: Admitted[] = [];
  const refused: Rejected[] = [];
  for (const group of groups.values()) {
    const winner = group.find((candidate) => isKnown(engine, candidate)) ?? group[0];
    if (!winner) continue;
    kept.push(winner);
    for (const other of group) {
      const isAlias = other.path === winner.path && other.item.text === winner.item.text;
      if (other !== winner && !isAlias)
        refused.push({
          path: other.path,
          reason: `GIIP holds "${other.item.wire}" and "${winner.item.wire}", which would be the same file`,
        });
    }
  }
  return { kept, refused };
}

function foldersAbove(engine: Engine, path: ItemPath): readonly string[] {
  const parts = path.split('/');
  return parts.slice(1).map((_, i) => engine.paths.foldKey(parts.slice(0, i + 1).join('/')));
}

/**
 * A file and a folder cannot share a name: `docs/a` next to `docs/a/b.md`. The one that is known stays; where neither
 * is, the folder does, because it holds more.
 */
export function withoutFolderClashes(engine: Engine, admitted: readonly Admitted[]): Sorted {
  const folders = new Set(admitted.flatMap(({ path }) => foldersAbove(engine, path)));
  const doubles = admitted.filter(({ path }) => folders.has(engine.paths.foldKey(path)));
  if (doubles.length === 0) return { kept: admitted, refused: [] };
  const files = new Set(
    doubles.filter((one) => isKnown(engine, one)).map(({ path }) => engine.paths.foldKey(path)),
  );
  const isRefused = (candidate: Admitted): boolean => {
    if (doubles.includes(candidate)) return !files.has(engine.paths.foldKey(candidate.path));
    return foldersAbove(engine, candidate.path).some((folder) => files.has(folder));
  };
  return {
    kept: admitted.filter((candidate) => !isRefused(candidate)),
    refused: admitted.filter(isRefused).map(({ path }) => ({
      path,
      reason: 'GIIP holds a document and a folder of one name',
    })),
  };
}
