import type { Language } from '../../shared/language.ts';
import type { AppSnapshot, Connection, CredentialState, SyncState } from '../../shared/model/app-snapshot.ts';
import { FIRST_ID } from '../../shared/model/stored-connection.ts';
import { IDLE_VIEW, NOTHING_OPEN } from './idle-view.ts';
import type { SessionView } from './running-session.ts';

/** What a snapshot is made from, besides its revision. */
export interface SnapshotParts {
  readonly connection: Connection | null;
  readonly rehearsal: boolean;
  readonly credential: CredentialState;
  readonly trayHost: boolean;
  readonly language: Language;
  readonly policyRevision: number;
  readonly quitAllowed: boolean;
  readonly session: SessionView | null;
}

/** A quiet look every few minutes is not "syncing": the icon moves only when something is transferred. */
const VISIBLE_PHASES = ['applying', 'pushing', 'verifying'];

function isVisiblySyncing({ schedule, progress, outcome }: SessionView): boolean {
  if (!schedule.isRunning) return false;
  return outcome === null || (progress !== null && VISIBLE_PHASES.includes(progress.phase));
}

/** Until the folder and GIIP were looked at once, nobody knows whether they are in step, and the icon must not say so. */
function isBeforeFirstLook({ status, outcome, stopped }: SessionView): boolean {
  return status === null && outcome === null && !stopped;
}

/** The worst thing that a person should know, worst first. */
function stateOf(session: SessionView): SyncState {
  const { status, error, outcome, schedule } = session;
  if (error && outcome !== 'offline') return 'error';
  if (status && status.held.length > 0) return 'held';
  if (status && status.conflicts.length > 0) return 'conflict';
  if (error) return 'offline';
  if (schedule.isPaused) return 'paused';
  if (isVisiblySyncing(session) || isBeforeFirstLook(session)) return 'syncing';
  // Nobody knows what would have come.
  if (session.stopped) return 'pending';
  return status && status.pending.length > 0 ? 'pending' : 'inStep';
}

/** One immutable snapshot: everything that windows and the tray show. */
export function buildSnapshot(revision: number, parts: SnapshotParts): AppSnapshot {
  const session = parts.session ?? IDLE_VIEW;
  return {
    revision,
    state: parts.session ? stateOf(session) : 'setup',
    progress: session.progress,
    connection: parts.connection,
    connectionId: FIRST_ID,
    connections: [],
    rehearsal: parts.rehearsal,
    credential: parts.credential,
    nextCycle: session.schedule.nextAt,
    paused: session.schedule.isPaused,
    pausedUntil: session.schedule.pausedUntil,
    error: session.error,
    failures: session.schedule.failures,
    stopped: session.stopped,
    looked: session.status !== null,
    ...(session.status ?? NOTHING_OPEN),
    trayHost: parts.trayHost,
    language: parts.language,
    policyRevision: parts.policyRevision,
    quitAllowed: parts.quitAllowed,
  };
}
