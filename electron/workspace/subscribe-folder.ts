import { createRequire } from 'node:module';
import type { AsyncSubscription, BackendType, subscribe, unsubscribe } from '@parcel/watcher';
import { type OnEvents, watchFolderTree } from './folder-tree-watch.ts';

type Subscribe = typeof subscribe;

interface NativeHalf {
  subscribe(...request: Parameters<Subscribe>): Promise<void>;
  readonly unsubscribe: typeof unsubscribe;
}

/** Said outright: left to itself, the library would use a Watchman that happens to be installed. */
const BACKENDS: Readonly<Partial<Record<NodeJS.Platform, BackendType>>> = {
  darwin: 'fs-events',
  win32: 'windows',
};

/** The library's native half by its name, or null where it is called otherwise. */
function nativeHalf(): NativeHalf | null {
  try {
    return createRequire(import.meta.url)(
      `@parcel/watcher-${process.platform}-${process.arch}`,
    ) as NativeHalf;
  } catch {
    return null;
  }
}

/**
 * What `subscribe` of @parcel/watcher does for an absolute folder and without patterns to ignore. Its own module reads
 * a dozen files that serve such patterns alone: in the application's main thread that was a stall of 15 ms and more.
 */
async function subscribeNatively(...request: Parameters<Subscribe>): Promise<AsyncSubscription> {
  const native = nativeHalf();
  // Loaded only here: a command that watches nothing does not pay for the native module.
  if (native === null) return (await import('@parcel/watcher')).subscribe(...request);
  await native.subscribe(...request);
  return { unsubscribe: () => native.unsubscribe(...request) };
}

/** Watches a folder with everything below: on Linux by our own hands, elsewhere by what the system has for whole trees. */
export async function subscribeFolder(folder: string, onEvents: OnEvents): Promise<AsyncSubscription> {
  if (process.platform === 'linux') return watchFolderTree(folder, onEvents);
  const backend = BACKENDS[process.platform];
  return subscribeNatively(folder, onEvents, backend === undefined ? {} : { backend });
}
