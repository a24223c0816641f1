/** All of them, whatever one of them meets: what fails is told when the others have ended. */
export async function eachOf(works: readonly Promise<void>[]): Promise<void> {
  const failed = (await Promise.allSettled(works)).find((one) => one.status === 'rejected');
  if (failed) throw failed.reason;
}
