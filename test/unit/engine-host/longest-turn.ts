/** How long this thread was busy at a stretch, at most. */
export interface TurnMeter {
  /** Ends it; answers milliseconds. */
  end(): number;
}

const TICK_MS = 2;

/**
 * By the processor time of this thread between two turns of its event loop: on a machine that others keep busy, the
 * clock on the wall would tell of them.
 */
export function longestTurn(): TurnMeter {
  let longest = 0;
  let before = process.threadCpuUsage();
  const timer = setInterval(() => {
    const { user, system } = process.threadCpuUsage(before);
    before = process.threadCpuUsage();
    longest = Math.max(longest, (user + system) / 1000);
  }, TICK_MS);
  return {
    end() {
      clearInterval(timer);
      return longest;
    },
  };
}
