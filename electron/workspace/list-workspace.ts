import type { Dirent } from 'node:fs';
import type { Rejected } from '../../shared/model/item.ts';
import { fail, ok, type Result } from '../../shared/model/sync-error.ts';
import type { ListedItem, Listing } from '../sync/ports.ts';
import { causeOf, errnoOf } from './file-error.ts';
import { fileFault, LINK_REASON } from './file-fault.ts';
import { folderChain, foldersAbove } from './folder-chain.ts';
import { identifyWorkspace } from './identify-workspace.ts';
import { isIgnoredName } from './ignored-names.ts';
import { CONFIG_RULE, safePath } from './safe-path.ts';
import { isSettled, statFingerprint } from './stat-fingerprint.ts';
import type { WorkspacePlace } from './workspace-place.ts';

const MAX_ENTRIES = 100_000;

const TOPS = ['docs', 'configs'] as const;

interface Walk {
  readonly place: WorkspacePlace;
  readonly now: number;
  readonly items: ListedItem[];
  readonly refused: Rejected[];
  readonly unreadableFolders: Rejected[];
  /** Folders still to be read, the next one last. */
  readonly pending: string[];
  entries: number;
}

function refuse(walk: Walk, path: string, reason: string): void {
  walk.refused.push({ path, reason });
}

/** A link may stand where a file or a whole folder was: both are then unreadable, neither is deleted. */
function refuseLink(walk: Walk, path: string): void {
  refuse(walk, path, LINK_REASON);
  walk.unreadableFolders.push({ path: `${path}/`, reason: LINK_REASON });
}

function addStat(walk: Walk, path: string): void {
  const stats = walk.place.files.lstatSync(`${walk.place.root}/${path}`, {
    bigint: true,
    throwIfNoEntry: false,
  });
  if (stats === undefined) return;
  const fault = fileFault(stats);
  if (fault !== undefined) refuse(walk, path, fault);
  else
    walk.items.push({
      path,
      fingerprint: statFingerprint(stats),
      bytes: Number(stats.size),
      settled: isSettled(stats, walk.now),
    });
}

function addFile(walk: Walk, path: string): void {
  try {
    addStat(walk, path);
  } catch {
    walk.items.push({ path, fingerprint: '', bytes: null, settled: false });
  }
}

/**
 * What nobody meant to be a config is passed over: only JSON in a folder below looks like a mistake worth a
 * word.
 */
function isMeantAsConfig(path: string): boolean {
  const [, name = '', ...below] = path.split('/');
  return below.length > 0 ? path.endsWith('.json') : !name.startsWith('.');
}

function visitFile(walk: Walk, folder: string, name: string): void {
  const path = `${folder}/${name}`;
  const admission = safePath.admitIn(folder, name);
  if ('path' in admission) addFile(walk, path);
  else if (path.startsWith('docs/')) refuse(walk, path, admission.refused);
  else if (isMeantAsConfig(path))
    refuse(walk, path, path.endsWith('.json') ? admission.refused : CONFIG_RULE);
}

/**
 * A folder is tried with the shortest name that could stand in it, so that a refused one is reported once,
 * not per file.
 */
function visitFolder(walk: Walk, path: string): void {
  if (path.startsWith('configs/')) {
    walk.pending.push(path);
    return;
  }
  const admission = safePath.admitLocal(`${path}/x`);
  if ('path' in admission) walk.pending.push(path);
  else refuse(walk, path, admission.refused);
}

function visit(walk: Walk, folder: string, entry: Dirent): void {
  if (isIgnoredName(entry.name)) return;
  const path = `${folder}/${entry.name}`;
  if (entry.isDirectory()) visitFolder(walk, path);
  else if (entry.isSymbolicLink()) refuseLink(walk, path);
  else if (entry.isFile()) visitFile(walk, folder, entry.name);
  else refuse(walk, path, 'not an ordinary file');
}

function readFolder(walk: Walk, folder: string): readonly Dirent[] | undefined {
  const { files, root } = walk.place;
  // A folder that became a link since its parent was read would be followed by readdir.
  const chain = folderChain(files, root, foldersAbove(`${folder}/x`));
  if (chain.state === 'barred') {
    walk.unreadableFolders.push({ path: `${folder}/`, reason: chain.reason });
    return undefined;
  }
  const entries = files.readdirSync(`${root}/${folder}`, { withFileTypes: true });
  return entries.sort((one, other) => (one.name < other.name ? -1 : 1));
}

/** Nothing when it cannot be read, which has then been noted; a folder that went away has no names either. */
function tryReadFolder(walk: Walk, folder: string): readonly Dirent[] | undefined {
  try {
    return readFolder(walk, folder);
  } catch (error) {
    const gone = ['ENOENT', 'ENOTDIR'].includes(errnoOf(error));
    if (!gone) walk.unreadableFolders.push({ path: `${folder}/`, reason: causeOf(error) });
    return undefined;
  }
}

async function walkFolder(walk: Walk, folder: string): Promise<void> {
  for (const entry of tryReadFolder(walk, folder) ?? []) {
    walk.entries += 1;
    visit(walk, folder, entry);
    const pause = walk.place.slice();
    if (pause !== undefined) await pause;
  }
}

function topFault(walk: Walk, top: string): string | undefined {
  const stats = walk.place.files.lstatSync(`${walk.place.root}/${top}`, { throwIfNoEntry: false });
  if (stats?.isDirectory()) walk.pending.push(top);
  if (stats === undefined || stats.isDirectory()) return undefined;
  return stats.isSymbolicLink() ? LINK_REASON : 'not a folder';
}

/** `configs` and `docs` themselves: missing is empty, anything but a real folder is unreadable. */
function enterTop(walk: Walk, top: string): void {
  const note = (reason: string) => walk.unreadableFolders.push({ path: `${top}/`, reason });
  try {
    const fault = topFault(walk, top);
    if (fault !== undefined) note(fault);
  } catch (error) {
    note(causeOf(error));
  }
}

/** The names in a folder on the way to a place; undefined where there is no such folder, or nothing can be told of it. */
type NamesIn = (folder: string) => ReadonlyMap<string, Dirent> | undefined;

/** Several places in one folder cost one look at its names. */
function namesOnce(walk: Walk): NamesIn {
  const known = new Map<string, ReadonlyMap<string, Dirent> | undefined>();
  return (folder) => {
    if (!known.has(folder)) {
      const entries = tryReadFolder(walk, folder);
      known.set(folder, entries && new Map(entries.map((entry) => [entry.name, entry])));
    }
    return known.get(folder);
  };
}

/**
 * Goes down to a place by the names that the folders themselves show, as a walk through everything would: a name in
 * other letters is another name, and what bars the way is told instead. Answers what it could tell everything about.
 */
function enterPlace(walk: Walk, namesIn: NamesIn, place: string): string {
  const [top = '', ...names] = place.split('/');
  enterTop(walk, top);
  if (names.length === 0 || walk.pending.at(-1) !== top) return top;
  walk.pending.pop();
  let folder = top;
  for (const [depth, name] of names.entries()) {
    const entries = namesIn(folder);
    if (entries === undefined) return folder;
    const path = `${folder}/${name}`;
    const entry = entries.get(name);
    const before = walk.pending.length;
    if (entry !== undefined) visit(walk, folder, entry);
    const isEntered = walk.pending.length > before;
    if (!isEntered || depth === names.length - 1) return path;
    walk.pending.pop();
    folder = path;
  }
  return folder;
}

/** Each place once, and none that lies below another one. */
function enterPlaces(walk: Walk, asked: readonly string[]): readonly string[] {
  const namesIn = namesOnce(walk);
  const told = new Set<string>();
  const isTold = (place: string): boolean => foldersAbove(`${place}/x`).some((above) => told.has(above));
  const known = asked.filter((place) => TOPS.some((top) => place === top || place.startsWith(`${top}/`)));
  for (const place of [...known].sort()) if (!isTold(place)) told.add(enterPlace(walk, namesIn, place));
  return [...told];
}

async function walkAll(walk: Walk, asked: readonly string[] | undefined): Promise<Result<Listing>> {
  const places = asked === undefined ? undefined : enterPlaces(walk, asked);
  if (places === undefined) for (const top of TOPS) enterTop(walk, top);
  for (let folder = walk.pending.pop(); folder !== undefined; folder = walk.pending.pop()) {
    await walkFolder(walk, folder);
    if (walk.entries > MAX_ENTRIES)
      return fail('workspace-unreadable', `more than ${MAX_ENTRIES} files and folders`);
  }
  const { items, refused, unreadableFolders } = walk;
  return ok({ items, refused, unreadableFolders, ...(places === undefined ? {} : { places }) });
}

/**
 * All items by their stat, or those at and below these places; no file is opened. A workspace that goes away meanwhile is an error, never an
 * empty listing.
 */
export async function listWorkspace(
  place: WorkspacePlace,
  places?: readonly string[],
): Promise<Result<Listing>> {
  const before = identifyWorkspace(place.files, place.root);
  if (!before.ok) return before;
  const now = place.now();
  const result = await walkAll(
    { place, now, items: [], refused: [], unreadableFolders: [], pending: [], entries: 0 },
    places,
  );
  const after = identifyWorkspace(place.files, place.root);
  if (!after.ok) return after;
  const same = before.value.inode === after.value.inode && before.value.device === after.value.device;
  return same ? result : fail('workspace-replaced', place.root);
}
