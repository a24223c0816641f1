import type { ItemPath, Rejected } from '../../shared/model/item.ts';
import type { Result } from '../../shared/model/sync-error.ts';
import { withRivals } from './known-names.ts';
import type { ListedItem, Listing, Workspace } from './ports.ts';
import type { Memory } from './recall.ts';

/** Whether a path lies at or below one of these places. */
function belowAny(places: readonly string[]): (path: string) => boolean {
  const known = new Set(places);
  return (path) => {
    for (let end = path.length; end > 0; end = path.lastIndexOf('/', end - 1))
      if (known.has(path.slice(0, end))) return true;
    return false;
  };
}

function placeOf({ path }: Rejected): string {
  return path.replace(/\/$/, '');
}

/** A listing of some places, with what is remembered of all the others. */
export function mergedListing(listing: Listing, memory: Memory): Listing {
  if (listing.places === undefined) return listing;
  const isListed = belowAny(listing.places);
  const others = (all: readonly Rejected[]): readonly Rejected[] =>
    all.filter((one) => !isListed(placeOf(one)));
  return {
    ...listing,
    refused: [...others(memory.refused), ...listing.refused],
    unreadableFolders: [...others(memory.unreadableFolders), ...listing.unreadableFolders],
  };
}

/** Names that have a file remembered which a whole listing does not show any more. */
function missing({ items }: Listing, { names }: Memory, matched: number): readonly ItemPath[] {
  if (matched === names.remembered) return [];
  const listed = new Set(items.map(({ path }) => path));
  return [...names.paths()].filter((path) => !listed.has(path));
}

/** A file that was there is not any more, of those that were asked for. */
function showsDeletion({ items, places }: Listing, { names }: Memory): boolean {
  if (places === undefined) return false;
  const listed = new Set(items.map(({ path }) => path));
  return names.below(places).some((path) => names.fingerprint(path) !== undefined && !listed.has(path));
}

/**
 * Where nothing was touched nothing is asked of the folder. Where a file has gone everything is: a watcher tells many
 * deletions in parts, and the brakes must see how many there are at once.
 */
export async function listPlaces(
  workspace: Pick<Workspace, 'list'>,
  memory: Memory | null,
  places: readonly string[] | null,
): Promise<Result<Listing>> {
  if (memory === null || places === null) return workspace.list();
  if (places.length === 0)
    return { ok: true, value: { items: [], refused: [], unreadableFolders: [], places } };
  const listed = await workspace.list(places);
  return listed.ok && showsDeletion(listed.value, memory) ? workspace.list() : listed;
}

/**
 * What a look has to compare for the folder's sake: what is listed and not just as it was remembered, what is no longer
 * there, what was refused, and whatever could be taken for one of these.
 */
export function reachedPaths(
  listing: Listing,
  memory: Memory,
): { readonly items: readonly ListedItem[]; readonly reached: ReadonlySet<ItemPath> } {
  const { names, unsure } = memory;
  const { places, refused } = listing;
  const isAsBefore = ({ path, fingerprint }: ListedItem): boolean =>
    names.fingerprint(path) === fingerprint && !unsure.has(path);
  const moved = places ? listing.items : listing.items.filter((item) => !isAsBefore(item));
  const gone = places ? names.below(places) : missing(listing, memory, listing.items.length - moved.length);
  const changed = [...moved, ...refused].map(({ path }) => path);
  const reached = withRivals(names, [...changed, ...gone, ...unsure]);
  return {
    items: places ? moved.concat(recalled(reached, places, memory)) : within(listing, reached),
    reached,
  };
}

function within({ items }: Listing, reached: ReadonlySet<ItemPath>): readonly ListedItem[] {
  return reached.size === 0 ? [] : items.filter(({ path }) => reached.has(path));
}

/** Files that are reached and were not looked at: they stand as they were remembered. */
function recalled(
  reached: ReadonlySet<ItemPath>,
  places: readonly string[],
  { names }: Memory,
): readonly ListedItem[] {
  const isListed = belowAny(places);
  return [...reached].flatMap((path) => {
    const fingerprint = isListed(path) ? undefined : names.fingerprint(path);
    return fingerprint === undefined ? [] : [{ path, fingerprint, bytes: null, settled: true }];
  });
}
