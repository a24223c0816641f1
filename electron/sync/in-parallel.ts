/** Enough to keep a disk's queue full; more only costs memory (research/performance.md, section 4). */
const IN_FLIGHT = 16;

/** Runs the work over all items, 16 at a time, and ends when all have ended. The first failure is thrown after that. */
export async function inParallel<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const queue = items.values();
  const runner = async (): Promise<void> => {
    for (const item of queue) await work(item);
  };
  const ended = await Promise.allSettled(Array.from({ length: Math.min(IN_FLIGHT, items.length) }, runner));
  const failed = ended.find((result) => result.status === 'rejected');
  if (failed) throw failed.reason;
}
