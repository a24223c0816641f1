import { expect, test } from 'vitest';
import { IDLE_VIEW, NOTHING_OPEN } from '../../../electron/app/idle-view.ts';
import type { SessionView } from '../../../electron/app/running-session.ts';
import type { ViewChange } from '../../../electron/engine-host/engine-messages.ts';
import { viewChanges, withChange } from '../../../electron/engine-host/view-changes.ts';
import { manualClock } from '../sync/manual-clock.ts';

const SPACING_MS = 50;

/** A view in one thread and its copy in the other. */
function copied() {
  const clock = manualClock();
  const told: ViewChange[] = [];
  const at = { view: IDLE_VIEW, copy: IDLE_VIEW };
  const changed = viewChanges(
    clock,
    () => at.view,
    (change) => {
      told.push(change);
      at.copy = withChange(at.copy, structuredClone(change));
    },
  );
  return {
    at,
    told,
    change(now: Partial<SessionView>) {
      at.view = { ...at.view, ...now };
      changed();
      clock.advance(SPACING_MS);
    },
    changed,
    clock,
  };
}

test('the copy is the view, whatever changes', () => {
  const { at, change } = copied();
  for (const step of [
    { outcome: 'inSync' as const },
    { status: { ...NOTHING_OPEN, deletedHere: ['docs/a.md'], lastSuccess: 1 } },
    { error: { code: 'busy' as const }, outcome: 'busy' as const },
    { status: { ...NOTHING_OPEN, lastSuccess: 2 }, error: null },
  ]) {
    change(step);
    expect(at.copy).toEqual(at.view);
  }
});

test('a list that is the same is not told again, and stays the very same object', () => {
  const { at, told, change } = copied();
  const held = [{ path: 'docs/a.md', reason: { code: 'mass-change' } }] as never;
  change({ status: { ...NOTHING_OPEN, held } });
  const before = at.copy.status?.held;
  change({ status: { ...NOTHING_OPEN, held: structuredClone(held), lastSuccess: 5 } });
  expect(told.at(-1)).toEqual({ status: { lastSuccess: 5 } });
  expect(at.copy.status?.held).toBe(before);
});

test('a thousand steps are told in a few messages, the last one among them', () => {
  const { at, told, changed, clock } = copied();
  for (let done = 1; done <= 1_000; done += 1) {
    at.view = { ...at.view, progress: { phase: 'pushing', done, total: 1_000 } };
    changed();
  }
  clock.advance(SPACING_MS);
  expect(told.length).toBe(2);
  expect(at.copy.progress?.done).toBe(1_000);
});
