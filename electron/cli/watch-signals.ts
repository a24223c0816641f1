/** What a running loop is asked for. */
export type Asked = 'end' | 'readAgain';

/** The signals of a loop, each heard once. */
export interface WatchSignals {
  next(): Promise<Asked>;
  /** As SIGHUP does in a service. */
  readAgain(): void;
  stop(): void;
}

/**
 * SIGHUP means "the terminal is gone" to a program in a terminal and "read your settings again" to a service; Windows
 * has the first meaning only. The second SIGINT or SIGTERM ends the process at once, as everywhere.
 */
export function watchSignals(isTerminal: boolean, platform: NodeJS.Platform): WatchSignals {
  const waiting = new Set<(asked: Asked) => void>();
  const unheard: Asked[] = [];
  const hear = (asked: Asked): void => {
    if (waiting.size === 0) unheard.push(asked);
    for (const wake of waiting) wake(asked);
    waiting.clear();
  };
  const end = (): void => hear('end');
  const hangUp = (): void => hear(isTerminal || platform === 'win32' ? 'end' : 'readAgain');
  process.once('SIGINT', end).once('SIGTERM', end).on('SIGHUP', hangUp);
  return {
    next: () => {
      const asked = unheard.includes('end') ? 'end' : unheard[0];
      unheard.length = 0;
      return asked ? Promise.resolve(asked) : new Promise((resolve) => waiting.add(resolve));
    },
    readAgain: () => hear('readAgain'),
    stop: () => void process.off('SIGINT', end).off('SIGTERM', end).off('SIGHUP', hangUp),
  };
}
