import type { Connection } from '../../shared/model/app-snapshot.ts';
import type { SyncError } from '../../shared/model/sync-error.ts';
import { IDLE_VIEW } from './idle-view.ts';
import type { RunningSession } from './running-session.ts';

const nothing = (): void => undefined;

/** A connection that must not be at work: it does nothing and says why. */
export function refusedSession(connection: Connection, error: SyncError): RunningSession {
  return {
    connection,
    view: () => ({ ...IDLE_VIEW, error, outcome: 'usage' }),
    call: async () => ({ ok: false, error }),
    start: nothing,
    trigger: nothing,
    pause: nothing,
    resume: nothing,
    factsChanged: nothing,
    stop: async () => undefined,
  };
}
