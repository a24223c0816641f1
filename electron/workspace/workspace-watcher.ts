import type { FSWatcher } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import type { AsyncSubscription, Event } from '@parcel/watcher';
import { fileSystem } from './file-system.ts';
import { subscribeFolder } from './subscribe-folder.ts';

const TOPS = ['configs', 'docs'] as const;

type Top = (typeof TOPS)[number];

/** Places below the root, with `/`, that may have changed; null: anything may have. */
export type OnHint = (places: readonly string[] | null) => void;

/** More than this at once, and the system may have dropped some without a word. */
const MOST_EVENTS = 1_000;

interface Watch {
  readonly root: string;
  readonly onHint: OnHint;
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
  watch.onHint(null);
}

/** Case and Unicode form of a name are the folder's own on Linux only; elsewhere a name that says less is not believed. */
function isExact(place: string): boolean {
  return process.platform === 'linux' || /^[ -}]*$/.test(place);
}

/** Null where an event does not name a place for sure. */
function placesOf(folder: string, top: Top, events: readonly Event[]): readonly string[] | null {
  if (events.length > MOST_EVENTS) return null;
  const places = new Set<string>();
  for (const { path } of events) {
    const below = path.startsWith(folder) ? path.slice(folder.length) : null;
    const place = below === null ? null : `${top}${below.replaceAll(sep, '/')}`;
    if (place === null || (below !== '' && !below?.startsWith(sep)) || !isExact(place)) return null;
    places.add(place);
  }
  return [...places];
}

async function subscribe(watch: Watch, top: Top): Promise<void> {
  const folder = join(watch.root, top);
  const onEvents = (error: Error | null, events: readonly Event[]) => {
    if (error !== null) report(watch, error);
    else if (!watch.ended) watch.onHint(placesOf(folder, top, events));
  };
  watch.subscriptions.set(top, await subscribeFolder(folder, onEvents));
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
    if (tops.length > 0) watch.onHint(null);
    // What happened until the new watch stands was seen by nobody.
    for (const top of tops) void renewLater(watch, top).then(() => !watch.ended && watch.onHint(null));
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
 * Hints can be too many (our own writes give some) and, but for Linux, too few (a file made at once inside a new
 * folder): only a scan tells. An error is reported, is a hint as well, and means that from then on some may be missing.
 */
export async function watchWorkspace(
  root: string,
  onHint: OnHint,
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
