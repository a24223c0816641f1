/** Flushes something by its name, once for all who wait for it. */
export type SharedFlush = (name: string, flush: () => Promise<void>) => Promise<void>;

/**
 * Whoever asks while a flush is under way gets the next one, together with all others who ask meanwhile: one that has
 * begun may have missed what was done since.
 */
export function createSharedFlush(): SharedFlush {
  const running = new Map<string, Promise<void>>();
  const waiting = new Map<string, Promise<void>>();
  const start = (name: string, flush: () => Promise<void>): Promise<void> => {
    const run = flush().finally(() => running.delete(name));
    running.set(name, run);
    return run;
  };
  return (name, flush) => {
    const now = running.get(name);
    if (now === undefined) return start(name, flush);
    const known = waiting.get(name);
    if (known !== undefined) return known;
    const next = now
      .catch(() => undefined)
      .then(() => {
        waiting.delete(name);
        return start(name, flush);
      });
    waiting.set(name, next);
    return next;
  };
}
