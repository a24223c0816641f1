import type { Listing } from '../../../electron/sync/ports.ts';
import { STAGING_NAME } from '../../../electron/workspace/workspace-place.ts';
import type { Result } from '../../../shared/model/sync-error.ts';
import type { DiskWorld } from './disk-world.ts';
import { ROOT, SECRET } from './items.ts';

/** What stands in the folder for people, wherever it was moved. */
function standingTexts(world: DiskWorld): ReadonlySet<string> {
  const outside = world.mayReachOutside ? world.disk.reachable(world.disk.find(SECRET).folder) : [];
  return new Set(
    [...world.visible(), ...outside].filter(({ kind }) => kind === 'file').map(({ text }) => text),
  );
}

/**
 * Files of ours that should be gone. May stay: a link that somebody put in the place of a file within microseconds, and
 * an old file whose note is gone, on a disk that does not keep the order of removals: what it holds is known by then.
 */
function leftovers({ disk }: DiskWorld): readonly string[] {
  const own = disk.node(`${ROOT}/${STAGING_NAME}`);
  if (own === undefined) return [];
  const ids = new Map<string, boolean>();
  for (const [name, { kind }] of own.names) {
    const id = name.slice(0, 16);
    const isOrphan = disk.ordering === 'loose' && !own.names.has(`${id}.note`);
    ids.set(id, ids.get(id) === true || kind === 'link' || isOrphan);
  }
  if (ids.size === 0) return ['the folder'];
  return [...own.names.keys()].filter((name) => ids.get(name.slice(0, 16)) !== true);
}

/** After a recovery that nobody disturbed: nothing is lost, nothing is missing, nothing of ours is left. */
export function mustBeInOrder(world: DiskWorld): void {
  if (world.failure) return;
  world.look();
  const [left] = leftovers(world);
  if (left !== undefined) world.violated('I3', `${left} is left`);
  for (const item of world.items) {
    const text = world.standing(item)?.text ?? null;
    const isThere = world.disk.node(`${ROOT}/${item.path}`) !== undefined;
    if (!isThere && item.name === 'stands') world.violated('I1', `${item.path} is gone`);
    if (item.allowed !== null && !item.allowed.has(text))
      world.violated('I2', `${item.path} has become ${JSON.stringify(text)}`);
  }
  for (const { text } of world.texts.lost(standingTexts(world)))
    world.violated('I1', `${JSON.stringify(text)} of a person is lost`);
}

/** After any recovery: what was written, and touched by nobody since, stands; or it waits, on a disk that is at fault. */
export function mustStillStand(world: DiskWorld): void {
  for (const item of world.items) {
    const text = world.standing(item)?.text;
    if (text !== undefined && item.allowed !== null && !item.allowed.has(text))
      world.violated('I2', `${item.path} has become ${JSON.stringify(text)}`);
  }
}

/** Nothing that is merely out of its place may be taken for deleted. */
export function mustBeListed(world: DiskWorld, listing: Result<Listing>): void {
  if (!listing.ok) return void world.violated('I7', `no listing: ${listing.error.code}`);
  const { items, refused, unreadableFolders } = listing.value;
  const named = new Set([...items, ...refused].map(({ path }) => path));
  for (const { path, name } of world.items) {
    const isClosed = unreadableFolders.some((folder) => path.startsWith(folder.path));
    if (name === 'stands' && !named.has(path) && !isClosed)
      world.violated('I7', `${path} looks deleted, and nobody has deleted it`);
  }
}
