import { NOTHING_OPEN } from '../../../electron/app/idle-view.ts';
import type { AppSnapshot } from '../../../shared/model/app-snapshot.ts';
import type { ConflictSummary, ConflictTexts } from '../../../shared/model/conflict.ts';

export const NOW = new Date('2031-05-06T10:00:00').getTime();
export const MINUTE = 60_000;

const CALM: AppSnapshot = {
  ...NOTHING_OPEN,
  revision: 1,
  state: 'inStep',
  progress: null,
  connection: { apiUrl: 'https://api.netbako.com/api', lssn: 71174, workspace: '/home/mina/.openclaw' },
  connectionId: 'first',
  connections: [],
  rehearsal: false,
  credential: 'stored',
  lastSuccess: NOW - 3 * MINUTE,
  nextCycle: NOW + 2 * MINUTE,
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
};

/** A snapshot in which all is well, but for what is given. */
export function snapshot(change: Partial<AppSnapshot> = {}): AppSnapshot {
  return { ...CALM, ...change };
}

export const CONFLICT: ConflictSummary = {
  path: 'docs/plan.md',
  kind: 'edit/edit',
  reason: { code: 'changed-on-both-overlap' },
  since: NOW - 2 * 60 * MINUTE,
  seen: { local: 'l1', remote: 'r1' },
};

export const TEXTS: ConflictTexts = {
  ...CONFLICT,
  base: 'one\ntwo\nthree\n',
  local: 'one\nmine\nthree\n',
  remote: 'one\ntheirs\nthree\n',
  changedHere: NOW - 3 * MINUTE,
  heardAt: NOW - 2 * MINUTE,
};
