import { runDisk } from '../disk/run-disk.ts';
import { runScheduler } from '../schedule/run-scheduler.ts';
import { runStarts } from '../starts/run-starts.ts';
import type { Choices } from './choices.ts';
import type { Coverage } from './coverage.ts';
import type { Outcome } from './outcome.ts';
import { runSchedule } from './run-schedule.ts';

/** One schedule from its choices to its verdict. The same choices always give the same one. */
type Run = (choices: Choices, coverage: Coverage, isTold?: boolean) => Promise<Outcome>;

/** Which part of the product a schedule is about, and in what world. */
export type WorldName = 'engine' | 'secrets' | 'disk' | 'scheduler' | 'starts';

export const WORLDS: Readonly<Record<WorldName, Run>> = {
  engine: runSchedule,
  /** The engine with its gate: every fifth word is a secret. */
  secrets: (choices, coverage, isTold) => runSchedule(choices, coverage, isTold, true),
  disk: runDisk,
  scheduler: runScheduler,
  starts: runStarts,
};
