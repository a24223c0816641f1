import type { Place } from '../support/place.ts';

export interface ResidentStart {
  readonly place: Place;
  readonly apiUrl: string;
  /** Whether the folder is watched; without it each cycle must look for itself. */
  readonly watch: boolean;
}

/** `cycle`: as the schedule runs it; `verify`: reads and hashes every file. */
export type ResidentWork = 'cycle' | 'verify';

/** The same with V8's profiler, which writes this file. */
export interface ProfiledWork {
  readonly work: ResidentWork;
  readonly profile: string;
}

export interface ResidentAnswer {
  readonly ms: number;
  /** How a cycle ended; `verify` says how many items it read. */
  readonly outcome: string;
  readonly requests: number;
  /** Megabytes that the process holds after it. */
  readonly rssMb: number;
  /** The longest time for which the event loop stood still meanwhile. */
  readonly stallMs: number;
}
