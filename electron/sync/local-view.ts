import type { ItemPath, Rejected } from '../../shared/model/item.ts';
import type { Result } from '../../shared/model/sync-error.ts';
import type { LocalSide } from './compare.ts';
import type { Engine } from './engine.ts';
import { inParallel } from './in-parallel.ts';
import type { ListedItem, Listing } from './ports.ts';
import type { ScanEntry } from './state-ports.ts';
import { versionOf } from './version-of.ts';

/** The folder as one scan saw it. A path that is not in `items` and has no `barrier` is absent. */
export interface LocalView {
  readonly items: ReadonlyMap<ItemPath, LocalSide>;
  /** What to remember so that the next scan need not read it again. */
  readonly scans: readonly ScanEntry[];
  readonly rejected: readonly Rejected[];
  /** Something could not be looked at, and may be a file that a crash emptied. */
  readonly isUnsure: boolean;
  /** Why nothing can be told about a path, or undefined: such an item is unreadable, never deleted. */
  readonly barrier: (path: ItemPath) => string | undefined;
}

type Scope = 'touched' | 'everything';

/** Two names that one file system would take for one: the one that has a base stays, else the first by name. */
function withoutClashes(
  engine: Engine,
  items: readonly ListedItem[],
): { kept: ListedItem[]; clashes: Rejected[] } {
  const groups = new Map<string, ListedItem[]>();
  for (const item of items) {
    const key = engine.paths.foldKey(item.path);
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  const kept: ListedItem[] = [];
  const clashes: Rejected[] = [];
  for (const [first, ...others] of groups.values()) {
    const group = [first, ...others].filter((item) => item !== undefined);
    const winner = group.find((item) => engine.state.base.get(item.path)) ?? group[0];
    if (winner) kept.push(winner);
    for (const item of group) {
      if (item !== winner && winner)
        clashes.push({
          path: item.path,
          reason: `the name is the same as ${winner.path} on other systems (case or Unicode form)`,
        });
    }
  }
  return { kept, clashes };
}

async function sideOf(
  engine: Engine,
  item: ListedItem,
  scope: Scope,
): Promise<{ side: LocalSide; scan?: ScanEntry }> {
  const known = engine.state.scans.get(item.path);
  if (scope === 'touched' && known?.fingerprint === item.fingerprint)
    return { side: { state: 'present', version: known.version } };
  const found = await engine.workspace.read(item.path);
  if (found.state !== 'present') return { side: found };
  const version = versionOf(engine.digest, item.path, found.text);
  if ('broken' in version) return { side: { state: 'unreadable', reason: version.broken } };
  // An unsettled fingerprint is never remembered: a second write within the clock's grain would look the same.
  const scan = found.settled ? { scan: { path: item.path, fingerprint: found.fingerprint, version } } : {};
  return { side: { state: 'present', version }, ...scan };
}

/** The reason why nothing can be told about a path: it, or a folder above it, cannot be listed or is refused (a link, say). */
function barriers(refused: readonly Rejected[]): (path: ItemPath) => string | undefined {
  const reasons = new Map(refused.map(({ path, reason }) => [path.replace(/\/$/, ''), reason]));
  if (reasons.size === 0) return () => undefined;
  return (path) => {
    for (let end = path.length; end > 0; end = path.lastIndexOf('/', end - 1)) {
      const reason = reasons.get(path.slice(0, end));
      if (reason !== undefined) return reason;
    }
    return undefined;
  };
}

/** A link is refused by its name and as a folder; a folder that is not refused could not be listed this time. */
function hasUnlistedFolder({ refused, unreadableFolders }: Listing): boolean {
  const names = new Set(refused.map(({ path }) => `${path}/`));
  return unreadableFolders.some(({ path }) => !names.has(path));
}

/**
 * Scans the folder: stat first; reads and hashes only what the fingerprint says may have changed, or everything.
 * A fingerprint is a hint that saves time, never evidence for a write (design.md, "The cycle").
 */
export async function scanFolder(engine: Engine, scope: Scope): Promise<Result<LocalView>> {
  const listed = await engine.workspace.list();
  if (!listed.ok) return listed;
  const { kept, clashes } = withoutClashes(engine, listed.value.items);
  const refused = [...listed.value.refused, ...clashes, ...listed.value.unreadableFolders];
  const items = new Map<ItemPath, LocalSide>();
  for (const { path, reason } of [...listed.value.refused, ...clashes])
    items.set(path, { state: 'unreadable', reason });
  const scans: ScanEntry[] = [];
  const unusable: Rejected[] = [];
  let isUnsure = hasUnlistedFolder(listed.value);
  await inParallel(kept, async (item) => {
    const { side, scan } = await sideOf(engine, item, scope);
    if (side.state !== 'absent') items.set(item.path, side);
    if (side.state === 'unreadable') unusable.push({ path: item.path, reason: side.reason });
    if (side.state === 'unreadable' && !item.bytes) isUnsure = true;
    if (scan) scans.push(scan);
  });
  return {
    ok: true,
    value: { items, scans, isUnsure, rejected: [...refused, ...unusable], barrier: barriers(refused) },
  };
}
