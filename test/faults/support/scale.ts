/** `npm run faults:long` asks for everything; `npm test` for a share of it that fits into its time. */
const isLong = import.meta.env.MODE === 'long';

/** How much is done in this run. */
export const SCALE = {
  isLong,
  seed: Number(process.env.FAULTS_SEED ?? 1),
  kills: Number(process.env.FAULTS_KILLS ?? (isLong ? 2_000 : 200)),
  /** Milliseconds for one test. */
  limit: isLong ? 3 * 60 * 60_000 : 600_000,
} as const;
