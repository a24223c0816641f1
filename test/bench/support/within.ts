/** Nothing that is measured takes this long, at any size, unless something is wrong with it. */
export const PATIENCE_MS = 150_000;

/** What is waited for, or an error that names whoever did not do it in time. */
export async function within<T>(what: string, work: Promise<T>, ms = PATIENCE_MS): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what}: not done in ${ms / 1000} seconds`)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
