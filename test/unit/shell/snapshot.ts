import type { AppSnapshot } from '../../../shared/model/app-snapshot.ts';

/** A snapshot of a calm application, with what a test wants otherwise. */
export function snapshot(other: Partial<AppSnapshot> = {}): AppSnapshot {
  return {
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
    pending: [],
    conflicts: [],
    held: [],
    deletedHere: [],
    goneOnServer: [],
    rejected: [],
    activity: [],
    undoable: null,
    trayHost: true,
    policyRevision: 0,
    quitAllowed: true,
    language: 'en',
    ...other,
  };
}
