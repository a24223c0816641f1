import type { CurrentStatus } from './current-status.ts';
import type { SessionView } from './running-session.ts';

/** What is known before the first look. */
export const NOTHING_OPEN: CurrentStatus = {
  pending: [],
  conflicts: [],
  held: [],
  deletedHere: [],
  goneOnServer: [],
  rejected: [],
  activity: [],
  undoable: null,
  lastSuccess: null,
};

/** The view of a session that has not begun. */
export const IDLE_VIEW: SessionView = {
  schedule: { isRunning: false, nextAt: null, failures: 0, isPaused: false, pausedUntil: null },
  progress: null,
  status: null,
  error: null,
  outcome: null,
  stopped: false,
};
