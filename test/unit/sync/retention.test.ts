import { expect, test } from 'vitest';
import { pruneWhenDue } from '../../../electron/sync/retention.ts';
import { undoPlan } from '../../../electron/sync/undo.ts';
import { inStep, type Machine, type World } from './world.ts';

const A = 'docs/a.md';
const DAY_MS = 24 * 60 * 60_000;

/** GIIP has changed A every day for five days. */
async function fiveDays(): Promise<World & { m: Machine }> {
  const world = await inStep({ [A]: 'day 0\n', 'docs/b.md': 'b\n' });
  for (const day of [1, 2, 3, 4, 5]) {
    world.clock.advance(DAY_MS);
    world.giip.setDoc(A, `day ${day}\n`);
    await world.m.cycle();
  }
  return world;
}

function pulls({ state }: Machine): number {
  return state.runs.list(null, 50).filter(({ counts }) => counts.pulled).length;
}

test('runs and versions go together after the days that are set, the newest versions never', async () => {
  const { m } = await fiveDays();
  pruneWhenDue(m.engine, { historyDays: 2, historyVersions: 4 });
  expect(pulls(m)).toBe(3);
  expect(m.history(A)).toEqual(['day 5\n', 'day 4\n', 'day 3\n', 'day 2\n']);
  expect(await undoPlan(m.engine, null)).toMatchObject({
    value: { steps: [{ path: A, change: 'replace' }] },
  });
});

test('once a day is enough, but other limits hold at once', async () => {
  const { m, clock } = await fiveDays();
  const none = { historyDays: 3650, historyVersions: 1000 };
  pruneWhenDue(m.engine, none);
  expect(pulls(m)).toBe(5);
  pruneWhenDue(m.engine, { ...none, historyDays: 1 });
  expect(pulls(m)).toBe(2);
  clock.advance(DAY_MS / 2);
  pruneWhenDue(m.engine, { ...none, historyDays: 1 });
  expect(pulls(m)).toBe(2);
  clock.advance(DAY_MS / 2);
  pruneWhenDue(m.engine, { ...none, historyDays: 1 });
  expect(pulls(m)).toBe(1);
});

test('what an open conflict and the base speak of outlives every limit', async () => {
  const { m, giip, clock } = await inStep({ [A]: 'a\n', 'docs/b.md': 'b\n' });
  m.files.edit(A, 'mine\n');
  giip.setDoc(A, 'theirs\n');
  await m.cycle();
  clock.advance(400 * DAY_MS);
  pruneWhenDue(m.engine, { historyDays: 1, historyVersions: 1 });
  const conflict = m.state.conflicts.get(A);
  expect(m.state.contents.get(conflict?.seen.remote ?? '')).toBe('theirs\n');
  expect(m.state.contents.get(m.state.base.get(A)?.remote?.id ?? '')).toBe('a\n');
  expect(await m.cycle()).toMatchObject({ outcome: 'conflicts' });
});
