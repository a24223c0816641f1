import { type FSWatcher, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { AsyncSubscription, Event } from '@parcel/watcher';
import { errnoOf } from './file-error.ts';
import { fileSystem } from './file-system.ts';

const QUEUE_FILE = '/proc/sys/fs/inotify/max_queued_events';
const USUAL_QUEUE = 16_384;

export type OnEvents = (error: Error | null, events: readonly Event[]) => void;

interface Tree {
  readonly top: string;
  readonly onEvents: OnEvents;
  /** One for each folder, by its path; a folder stands here before those inside it. */
  readonly folders: Map<string, FSWatcher>;
  /** What was told since the last turn, and whether the name itself came or went. */
  noted: Map<string, boolean>;
  count: number;
  later: NodeJS.Immediate | null;
}

/** What is counted of one tree may be a part only: the trees of all connections share one queue. */
const SHARE = 1 / 4;

/**
 * More at once may be more than the kernel keeps, and Node does not pass on that it has dropped some. All that is
 * queued arrives in one turn, less what was of folders that are gone.
 */
function mostAtOnce(): number {
  try {
    return Number(readFileSync(QUEUE_FILE, 'utf8')) * SHARE;
  } catch {
    return USUAL_QUEUE * SHARE;
  }
}

function note(tree: Tree, path: string, isName: boolean): void {
  tree.count += 1;
  tree.noted.set(path, isName || tree.noted.get(path) === true);
  tree.later ??= setImmediate(() => tell(tree));
}

/** Watches the folder first, then what is in it: what comes between the two is seen twice, never not at all. */
function watchFrom(tree: Tree, folder: string): void {
  try {
    const watcher = fileSystem.watch(folder, { persistent: false }, (kind, name) =>
      note(tree, name === null ? folder : join(folder, name), kind === 'rename'),
    );
    tree.folders.set(folder, watcher);
    watcher.on('error', (error) => tree.onEvents(error, []));
    for (const entry of fileSystem.readdirSync(folder, { withFileTypes: true }))
      if (entry.isDirectory()) watchFrom(tree, join(folder, entry.name));
  } catch (error) {
    if (!isGone(error)) throw error;
    leave(tree, folder);
  }
}

function isGone(error: unknown): boolean {
  return ['ENOENT', 'ENOTDIR'].includes(errnoOf(error));
}

/** A folder that was moved would go on telling under its old name. */
function leave(tree: Tree, folder: string): void {
  if (!tree.folders.has(folder)) return;
  for (const [path, watcher] of tree.folders) {
    if (path !== folder && !path.startsWith(folder + sep)) continue;
    watcher.close();
    tree.folders.delete(path);
  }
}

/** The name may stand for another folder than before, for none, or for one that nobody watches yet. */
function follow(tree: Tree, path: string): void {
  leave(tree, path);
  const found = fileSystem.lstatSync(path, { throwIfNoEntry: false });
  if (found?.isDirectory()) watchFrom(tree, path);
}

/** What went wrong: one that cannot be watched keeps no other from being followed. */
function followAll(tree: Tree, paths: readonly string[]): readonly Error[] {
  return paths.flatMap((path) => {
    try {
      follow(tree, path);
      return [];
    } catch (error) {
      return [error instanceof Error ? error : new Error(String(error))];
    }
  });
}

/** Told when every watch stands: who looks then sees what came before, and is told what comes after. */
function tell(tree: Tree): void {
  const { noted, count } = tree;
  Object.assign(tree, { noted: new Map(), count: 0, later: null });
  const isLossy = count > mostAtOnce();
  const names = [...noted].flatMap(([path, isName]) => (isName ? [path] : []));
  const [error] = followAll(tree, isLossy ? [tree.top] : names);
  if (error !== undefined) tree.onEvents(error, []);
  const paths = isLossy ? [tree.top] : [...noted.keys()];
  tree.onEvents(
    null,
    paths.map((path) => ({ type: 'update', path })),
  );
}

/**
 * Watches a folder with everything below on Linux, by one watch for each folder. Unlike @parcel/watcher, whose thread
 * looks twice a second whether it is to end, nothing runs here while nothing happens. Throws when a folder cannot be
 * watched; later that is told.
 */
export function watchFolderTree(top: string, onEvents: OnEvents): AsyncSubscription {
  const tree: Tree = { top, onEvents, folders: new Map(), noted: new Map(), count: 0, later: null };
  const end = (): void => {
    if (tree.later !== null) clearImmediate(tree.later);
    leave(tree, top);
  };
  try {
    watchFrom(tree, top);
  } catch (error) {
    end();
    throw error;
  }
  return { unsubscribe: async () => end() };
}
