import type { FSWatcher } from 'node:fs';
import { join, resolve } from 'node:path';
import type { AsyncSubscription, BackendType } from '@parcel/watcher';
import { fileSystem } from './file-system.ts';

const TOPS = ['configs', 'docs'] as const;

type Top = (typeof TOPS)[number];

/** Said outright: left to itself, the library would use a Watchman that happens to be installed. */
const BACKENDS: Readonly<Partial<Record<NodeJS.Platform, BackendType>>> = {
  linux: 'inotify',
  darwin: 'fs-events',
  win32: 'windows',
};

interface Watch {
  readonly root: string;
  readonly onHint: () => void;
  readonly onError: (error: Error) => void;
  readonly subscriptions: Map<Top, AsyncSubscription>;
  /** Changes of what is subscribed, one after another. */
  queue: Promise<void>;
  ended: boolean;
}

/** An error means that events were lost, which is what a hint is for. */
function report(watch: Watch, error: unknown): void {
  if (watch.ended) return;
  watch.onError(error instanceof Error ? error : new Error(String(error)));
  watch.onHint();
}

async function subscribe(watch: Watch, top: Top): Promise<void> {
  const folder = join(watch.root, top);
  // Loaded only here: a command that watches nothing does not pay for the native module.
  const { subscribe: open } = await import('@parcel/watcher');
  const backend = BACKENDS[process.platform];
  const onEvents = (error: Error | null) => {
    if (error !== null) report(watch, error);
    else if (!watch.ended) watch.onHint();
  };
  watch.subscriptions.set(top, await open(folder, onEvents, backend === undefined ? {} : { backend }));
}

async function unsubscribe(watch: Watch, top: Top): Promise<void> {
  const subscription = watch.subscriptions.get(top);
  watch.subscriptions.delete(top);
  await subscription?.unsubscribe();
}

/** A link is not watched, as it is not read. */
function isFolder(watch: Watch, top: Top): boolean {
  return fileSystem.lstatSync(join(watch.root, top), { throwIfNoEntry: false })?.isDirectory() === true;
}

/**
 * `configs` or `docs` came, went or became another folder: the old subscription sees a folder without a name.
 */
async function renew(watch: Watch, top: Top): Promise<void> {
  try {
    await unsubscribe(watch, top);
    if (!watch.ended && isFolder(watch, top)) await subscribe(watch, top);
  } catch (error) {
    report(watch, error);
  }
}

function renewLater(watch: Watch, top: Top): Promise<void> {
  watch.queue = watch.queue.then(() => renew(watch, top));
  return watch.queue;
}

/**
 * Node's own watch, of the names in the root only: the rest of the folder belongs to others and may be large
 * and lively.
 */
function watchRoot(watch: Watch): FSWatcher {
  const watcher = fileSystem.watch(watch.root, { persistent: false }, (_, name) => {
    const tops = TOPS.filter((top) => name === null || name === top);
    for (const top of tops) void renewLater(watch, top);
    if (tops.length > 0) watch.onHint();
  });
  return watcher.on('error', (error) => report(watch, error));
}

/** Without it (no such folder, no watches left) the scans go on alone. */
function tryWatchRoot(watch: Watch): FSWatcher | undefined {
  try {
    return watchRoot(watch);
  } catch (error) {
    report(watch, error);
    return undefined;
  }
}

async function end(watch: Watch, rootWatcher: FSWatcher | undefined): Promise<void> {
  watch.ended = true;
  rootWatcher?.close();
  await watch.queue;
  await Promise.all(TOPS.map((top) => unsubscribe(watch, top)));
}

/**
 * Calls `onHint` when something below `configs` or `docs` may have changed; answers a function that ends it.
 * Hints can be too many (our own writes give some) and too few (a file made at once inside a new folder):
 * only a scan tells. An error is reported and is a hint as well.
 */
export async function watchWorkspace(
  root: string,
  onHint: () => void,
  onError: (error: Error) => void,
): Promise<() => Promise<void>> {
  const watch: Watch = {
    root: resolve(root),
    onHint,
    onError,
    subscriptions: new Map(),
    queue: Promise.resolve(),
    ended: false,
  };
  const rootWatcher = tryWatchRoot(watch);
  await Promise.all(TOPS.map((top) => renewLater(watch, top)));
  return () => end(watch, rootWatcher);
}
