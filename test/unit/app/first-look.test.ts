import { expect, test } from 'vitest';
import { buildSnapshot } from '../../../electron/app/build-snapshot.ts';
import { IDLE_VIEW, NOTHING_OPEN } from '../../../electron/app/idle-view.ts';
import type { SessionView } from '../../../electron/app/running-session.ts';

function stateOf(session: SessionView): string {
  return buildSnapshot(1, {
    connection: null,
    rehearsal: false,
    credential: 'stored',
    trayHost: true,
    language: 'en',
    policyRevision: 0,
    quitAllowed: true,
    session,
  }).state;
}

test('before the first look nobody is told that all is in step', () => {
  expect(stateOf(IDLE_VIEW)).toBe('syncing');
});

test('what was seen once stands while nothing happens', () => {
  expect(stateOf({ ...IDLE_VIEW, status: NOTHING_OPEN })).toBe('inStep');
});

test('paused before the first look it says that it is paused, and stopped that something may be open', () => {
  const schedule = { ...IDLE_VIEW.schedule, isPaused: true };
  expect(stateOf({ ...IDLE_VIEW, schedule })).toBe('paused');
  expect(stateOf({ ...IDLE_VIEW, stopped: true })).toBe('pending');
});
