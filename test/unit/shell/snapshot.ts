import { NOTHING_OPEN } from '../../../electron/app/idle-view.ts';
import type { AppSnapshot } from '../../../shared/model/app-snapshot.ts';

/** A snapshot of a calm application, with what a test wants otherwise. */
export function snapshot(other: Partial<AppSnapshot> = {}): AppSnapshot {
  return {
    ...NOTHING_OPEN,
    revision: 1,
    state: 'inStep',
    progress: null,
    connection: { apiUrl: 'https://api.example.com', lssn: 7, workspace: '/home/me/.openclaw' },
    connectionId: 'first',
    connections: [],
    rehearsal: false,
    credential: 'stored',
    lastSuccess: null,
    nextCycle: null,
    paused: false,
    pausedUntil: null,
    error: null,
    failures: 0,
    stopped: false,
    looked: true,
    trayHost: true,
    policyRevision: 0,
    quitAllowed: true,
    language: 'en',
    ...other,
  };
}
