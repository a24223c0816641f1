import type { ItemPath, Rejected } from '../../shared/model/item.ts';
import type { Result } from '../../shared/model/sync-error.ts';
import { addTo } from './add-to.ts';
import { allOf, lookupOf } from './all-of.ts';
import type { LocalSide } from './compare.ts';
import type { Engine } from './engine.ts';
import { inParallel } from './in-parallel.ts';
import { listPlaces, mergedListing, reachedPaths } from './listed-places.ts';
import type { ListedItem, Listing } from './ports.ts';
import { type LocalVersion, type ReadVersions, readVersion } from './read-version.ts';
import type { Memory, Start } from './recall.ts';
import type { ScanEntry } from './state-ports.ts';

/**
 * The folder as one scan saw it, or the part of it that was reached. A path of that which is not in `items` and has no
 * `barrier` is absent.
 */
export interface LocalView {
  readonly items: ReadonlyMap<ItemPath, LocalSide>;
  /** Null: all of it. */
  readonly reached: ReadonlySet<ItemPath> | null;
  /** Names of which an earlier scan may be remembered. */
  readonly remembered: Iterable<ItemPath>;
  /** Fingerprints of the files in `items` whose text is remembered: until one changes nothing is read again. */
  readonly fingerprints: ReadonlyMap<ItemPath, string>;
  /** What the whole folder has of these, whatever was reached. */
  readonly refused: readonly Rejected[];
  readonly unreadableFolders: readonly Rejected[];
  /** What to remember so that the next scan need not read it again. */
  readonly scans: readonly ScanEntry[];
  readonly rejected: readonly Rejected[];
  /** Something could not be looked at, and may be a file that a crash emptied. */
  readonly isUnsure: boolean;
  /** Why nothing can be told about a path, or undefined: such an item is unreadable, never deleted. */
  readonly barrier: (path: ItemPath) => string | undefined;
}

const LOOK_AGAIN = 'it is looked at again with the next sync';

type Scope = 'touched' | 'everything';
type KnownScan = (path: ItemPath) => ScanEntry | undefined;

function byPath(one: ListedItem, other: ListedItem): number {
  return one.path < other.path ? -1 : 1;
}

/** Two names that one file system would take for one: the one that has a base stays, else the first by name. */
function withoutClashes(
  engine: Engine,
  items: readonly ListedItem[],
): { kept: ListedItem[]; clashes: Rejected[] } {
  const groups = new Map<string, ListedItem[]>();
  for (const item of items) addTo(groups, engine.paths.foldKey(item.path), item);
  const kept: ListedItem[] = [];
  const clashes: Rejected[] = [];
  for (const [first, ...others] of groups.values()) {
    if (others.length === 0 && first) kept.push(first);
    if (others.length === 0) continue;
    const group = [first, ...others].filter((item) => item !== undefined).sort(byPath);
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

interface Seen {
  readonly side: LocalSide;
  /** Of a text that is remembered. */
  readonly fingerprint?: string;
  readonly scan?: ScanEntry;
}

/** What the last scan read, where nothing says that it was touched since. */
function seenBefore(known: ScanEntry | undefined, item: ListedItem, scope: Scope): Seen | undefined {
  if (scope === 'everything' || known?.fingerprint !== item.fingerprint) return undefined;
  return { side: { state: 'present', version: known.version }, fingerprint: known.fingerprint };
}

function seenNow(path: ItemPath, found: LocalVersion): Seen {
  if (found.state !== 'present') return { side: found };
  const { version, fingerprint, settled } = found;
  const side = { state: 'present', version } as const;
  // An unsettled fingerprint is never remembered: a second write within the clock's grain would look the same.
  return settled ? { side, fingerprint, scan: { path, fingerprint, version } } : { side };
}

/** One by one in this thread, where nothing else is at hand. */
function readAlone({ workspace, digest }: Engine): ReadVersions {
  return (wanted, onRead) =>
    inParallel(wanted, async (one) => onRead(one, await readVersion(workspace, digest, one)));
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

/** How many of the files that must be read have been read. */
type OnRead = (done: number, total: number) => void;

interface Sides {
  readonly items: Map<ItemPath, LocalSide>;
  readonly fingerprints: Map<ItemPath, string>;
  readonly scans: ScanEntry[];
  readonly unusable: Rejected[];
  isUnsure: boolean;
}

function note(sides: Sides, item: ListedItem, { side, fingerprint, scan }: Seen): void {
  if (side.state !== 'absent') sides.items.set(item.path, side);
  if (fingerprint !== undefined) sides.fingerprints.set(item.path, fingerprint);
  if (side.state === 'unreadable') sides.unusable.push({ path: item.path, reason: side.reason });
  if (side.state === 'unreadable' && !item.bytes) sides.isUnsure = true;
  if (scan) sides.scans.push(scan);
}

/** Reads what the fingerprint says may have changed; the others are told without waiting for anything. */
async function readSides(
  engine: Engine,
  sides: Sides,
  kept: readonly ListedItem[],
  scope: Scope,
  known: KnownScan,
  onRead: OnRead,
): Promise<void> {
  const touched = kept.filter((item) => {
    const seen = seenBefore(known(item.path), item, scope);
    if (seen) note(sides, item, seen);
    return !seen;
  });
  const items = new Map(touched.map((item) => [item.path, item]));
  const wanted = touched.map(({ path }) => ({ path, known: known(path)?.version }));
  let done = 0;
  await (engine.readVersions ?? readAlone(engine))(wanted, ({ path }, found) => {
    const item = items.get(path);
    if (item) note(sides, item, seenNow(path, found));
    onRead(++done, wanted.length);
  });
}

async function viewOf(
  engine: Engine,
  listing: Listing,
  listed: readonly ListedItem[],
  reached: LocalView['reached'],
  scope: Scope,
  onRead: OnRead,
): Promise<LocalView> {
  const { kept, clashes } = withoutClashes(engine, listed);
  const refused = [...listing.refused, ...clashes, ...listing.unreadableFolders];
  const sides: Sides = {
    items: new Map(),
    fingerprints: new Map(),
    scans: [],
    unusable: [],
    isUnsure: false,
  };
  for (const { path, reason } of [...listing.refused, ...clashes])
    sides.items.set(path, { state: 'unreadable', reason });
  const { scans } = engine.state;
  const all = reached === null ? allOf(scans) : null;
  const scanOf = all?.get ?? lookupOf(scans, [...(reached ?? [])]);
  await readSides(engine, sides, kept, scope, scanOf, onRead);
  return {
    remembered: all ? all.paths() : (reached ?? []),
    ...sides,
    reached,
    isUnsure: sides.isUnsure || hasUnlistedFolder(listing),
    refused: listing.refused,
    unreadableFolders: listing.unreadableFolders,
    rejected: [...refused, ...sides.unusable],
    barrier: barriers(refused),
  };
}

/**
 * Scans the folder: stat first; reads and hashes only what the fingerprint says may have changed, or everything.
 * A fingerprint is a hint that saves time, never evidence for a write (design.md, "The cycle"). With what an earlier
 * look remembers (`start`) only what differs from that is reached.
 */
export async function scanFolder(
  engine: Engine,
  scope: Scope,
  { memory, places }: Pick<Start, 'memory' | 'places'> = { memory: null, places: null },
  onRead: OnRead = () => undefined,
): Promise<Result<LocalView>> {
  const listed = await listPlaces(engine.workspace, memory, places);
  if (!listed.ok) return listed;
  const listing = listed.value;
  if (memory === null || scope === 'everything')
    return { ok: true, value: await viewOf(engine, listing, listing.items, null, scope, onRead) };
  const whole = mergedListing(listing, memory);
  const { items, reached } = reachedPaths(whole, memory);
  return { ok: true, value: await viewOf(engine, whole, items, reached, scope, onRead) };
}

/** The view with what is remembered of more names, which nobody has touched. */
export function withRecalled(
  engine: Engine,
  local: LocalView,
  paths: ReadonlySet<ItemPath>,
  memory: Memory,
): LocalView {
  const items = new Map(local.items);
  const fingerprints = new Map(local.fingerprints);
  const scanOf = lookupOf(engine.state.scans, [...paths]);
  for (const path of paths) {
    const fingerprint = local.reached?.has(path) ? undefined : memory.names.fingerprint(path);
    if (fingerprint === undefined || items.has(path)) continue;
    const known = scanOf(path);
    // Nothing remembered is no deletion: without a fingerprint the next look is at the file itself.
    if (known?.fingerprint !== fingerprint) items.set(path, { state: 'unreadable', reason: LOOK_AGAIN });
    else {
      items.set(path, { state: 'present', version: known.version });
      fingerprints.set(path, fingerprint);
    }
  }
  return { ...local, items, fingerprints, reached: paths, remembered: paths };
}
