import { type FSWatcher, watch } from 'node:fs';
import { basename, dirname } from 'node:path';

/** A folder that is not there, or not any more, is watched for by the one above it. */
function watchFolder(folder: string, onEvent: (name: string | null) => void): FSWatcher | null {
  try {
    const watcher = watch(folder, { persistent: false }, (_, name) => onEvent(name));
    watcher.on('error', () => watcher.close());
    return watcher;
  } catch {
    return null;
  }
}

/**
 * Hints that a file may have come, gone or changed: written in place, renamed over, with a folder that comes later or is
 * replaced. Answers a function that ends it.
 */
export function watchPolicyFile(file: string, onHint: () => void): () => void {
  const folder = dirname(file);
  let inner: FSWatcher | null = null;
  const renew = (): void => {
    inner?.close();
    inner = watchFolder(folder, (name) => {
      if (name === null || name === basename(file)) onHint();
    });
  };
  const outer = watchFolder(dirname(folder), (name) => {
    if (name !== null && name !== basename(folder)) return;
    // Watched again before it is read: what comes in between is then seen by one of the two.
    renew();
    onHint();
  });
  renew();
  return () => {
    outer?.close();
    inner?.close();
  };
}
