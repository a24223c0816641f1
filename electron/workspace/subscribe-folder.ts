import { createRequire } from 'node:module';
import type { AsyncSubscription, subscribe, unsubscribe } from '@parcel/watcher';

type Subscribe = typeof subscribe;

interface NativeHalf {
  subscribe(...request: Parameters<Subscribe>): Promise<void>;
  readonly unsubscribe: typeof unsubscribe;
}

/** The library's native half by its name, or null where it is called otherwise (musl). */
function nativeHalf(): NativeHalf | null {
  const system = `@parcel/watcher-${process.platform}-${process.arch}`;
  const name = process.platform === 'linux' ? `${system}-glibc` : system;
  try {
    return createRequire(import.meta.url)(name) as NativeHalf;
  } catch {
    return null;
  }
}

/**
 * What `subscribe` of @parcel/watcher does for an absolute folder and without patterns to ignore. Its own module reads
 * a dozen files that serve such patterns alone: in the application's main thread that was a stall of 15 ms and more.
 */
export async function subscribeFolder(...request: Parameters<Subscribe>): Promise<AsyncSubscription> {
  const native = nativeHalf();
  // Loaded only here: a command that watches nothing does not pay for the native module.
  if (native === null) return (await import('@parcel/watcher')).subscribe(...request);
  await native.subscribe(...request);
  return { unsubscribe: () => native.unsubscribe(...request) };
}
