import type { Outcome } from './sync-report.ts';

/** The exit codes of every command (contract.md). 75 is EX_TEMPFAIL of sysexits.h: try again later. */
export const EXIT_CODES: Readonly<Record<Outcome, number>> = {
  inSync: 0,
  failed: 1,
  usage: 2,
  unauthorized: 3,
  conflicts: 4,
  offline: 5,
  held: 6,
  busy: 75,
};
