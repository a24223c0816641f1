/** Milliseconds of the machine's one monotonic clock: figures of different processes can be subtracted. */
export function nowMs(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}
