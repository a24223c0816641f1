import type { Version } from '../../../electron/sync/ports.ts';
import type { BaseEntry, RefusalEntry, RemoteEntry } from '../../../electron/sync/state-ports.ts';
import { versionOf } from '../../../electron/sync/version-of.ts';
import { differsOnlyAtEdges } from '../../../shared/merge/meaning.ts';
import { type ItemPath, SECTIONS, type Section, sectionOf } from '../../../shared/model/item.ts';
import type { Machine } from '../world/machine.ts';
import type { World } from '../world/world.ts';
import { pathOf } from './path-of.ts';

interface Sides {
  readonly path: ItemPath;
  readonly here: string | undefined;
  /** Every text that GIIP holds under a name of this path. */
  readonly there: readonly string[];
}

function remembered(machine: Machine, section: Section, there: Map<ItemPath, string[]>): void {
  for (const { path, version } of machine.store.values<RemoteEntry>('remote')) {
    const text = version && machine.store.get<string>('contents', version.id);
    if (text !== undefined && text !== null && sectionOf(path) === section) there.set(path, [text]);
  }
}

function sidesOf(world: World, machine: Machine): readonly Sides[] {
  const there = new Map<ItemPath, string[]>();
  for (const section of SECTIONS)
    for (const [wire, text] of world.server.content[section]) {
      const path = pathOf(section, wire);
      if (path) there.set(path, [...(there.get(path) ?? []), text]);
    }
  // An empty section says nothing (api.md): what was heard last still stands.
  for (const section of SECTIONS)
    if (world.server.content[section].size === 0) remembered(machine, section, there);
  const paths = new Set([
    ...there.keys(),
    ...machine.folder.files.keys(),
    ...machine.store.tables.base.keys(),
  ]);
  return [...paths].sort().map((path) => ({
    path,
    here: machine.folder.text(path),
    there: there.get(path) ?? [],
  }));
}

function versionIn(world: World, path: ItemPath, text: string): Version | null {
  const version = versionOf(world.digest, path, text);
  return 'broken' in version ? null : version;
}

/** Equal by meaning, or both as the base proves that they correspond. */
function isInStep(world: World, machine: Machine, path: ItemPath, here: string, there: string): boolean {
  const [mine, theirs] = [versionIn(world, path, here), versionIn(world, path, there)];
  if (!mine || !theirs) return false;
  if (mine.meaning === theirs.meaning || differsOnlyAtEdges(path, here, there)) return true;
  const base = machine.store.get<BaseEntry>('base', path);
  if (base?.local?.meaning !== mine.meaning || base.remote?.meaning !== theirs.meaning) return false;
  // GIIP may spell a text in its own way, but every token is there.
  const spelled = (text: string): string => world.ledger.in(text).join(' ');
  return spelled(here) === spelled(there) || world.server.nature.normalise === 'question-marks';
}

function isFolderOf(folder: string, path: ItemPath): boolean {
  return folder.endsWith('/') && path.startsWith(folder);
}

/** Names that a person is told about, with the reason. */
export function isListed(machine: Machine, path: ItemPath): boolean {
  const { store, process } = machine;
  const held = store.get<readonly { path: string }[]>('facts', 'held') ?? [];
  const rejected = store.get<Record<Section, readonly { path: string }[]>>('facts', 'rejected');
  const report = process?.report;
  return (
    store.tables.conflicts.has(path) ||
    held.some((one) => one.path === path) ||
    (rejected?.[sectionOf(path)].some((one) => one.path === path) ?? false) ||
    (report?.rejected.some((one) => one.path === path || isFolderOf(one.path, path)) ?? false) ||
    (report?.goneOnServer.includes(path) ?? false) ||
    store.get<RefusalEntry>('refusals', path) !== undefined
  );
}

function isExplained(world: World, machine: Machine, { path, here, there }: Sides): boolean {
  if (isListed(machine, path)) return true;
  const base = machine.store.get<BaseEntry>('base', path);
  if (here === undefined) {
    const isTombstone = base?.local === null && base.remote !== null;
    return (
      there.length === 0 || (isTombstone && (machine.process?.report?.deletedHere.includes(path) ?? false))
    );
  }
  // No longer on GIIP, and a person said that it may stay here only.
  if (there.length === 0) return base?.remote === null && base.local !== null;
  return there.some((text) => isInStep(world, machine, path, here, text));
}

/** Differences between a folder and GIIP that nobody was told about. */
export function differencesOf(world: World, machine: Machine): readonly string[] {
  const isStopped = machine.store.get<boolean>('facts', 'pushUnsafe') === true;
  if (isStopped) return [];
  return sidesOf(world, machine)
    .filter((sides) => !isExplained(world, machine, sides))
    .map(
      ({ path, here, there }) => `${path} is ${JSON.stringify(here)} here and ${JSON.stringify(there)} there`,
    );
}
