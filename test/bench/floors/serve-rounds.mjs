/**
 * A floor inside a process that already runs: does its work once for each message and answers the milliseconds.
 * @param {() => unknown} work
 */
export function serveRounds(work) {
  process.on('message', async () => {
    const start = process.hrtime.bigint();
    await work();
    process.send?.(Number(process.hrtime.bigint() - start) / 1e6);
  });
  process.on('disconnect', () => process.exit());
}
