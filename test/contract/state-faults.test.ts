import { expect, it } from 'vitest';
import { StateWriteError } from '../../electron/sync/state-write-error.ts';
import { memoryState } from './memory-state.ts';

const full = new StateWriteError({ code: 'disk-full' });

it('a disk that gives up at the commit leaves the state as it was', () => {
  const state = memoryState({
    beforeCommit: () => {
      throw full;
    },
  });
  expect(() => state.transaction(() => state.approvals.put({ path: 'a' }))).toThrow(full);
  expect(state.approvals.all()).toEqual([]);
});

it('a disk that gives up in the middle takes back what came before', () => {
  let left = 2;
  const state = memoryState({
    beforeWrite: () => {
      left -= 1;
      if (left < 0) {
        throw full;
      }
    },
  });
  const work = () => ['a', 'b', 'c'].map((path) => state.approvals.put({ path }));
  expect(() => state.transaction(work)).toThrow(full);
  expect(state.approvals.all()).toEqual([]);
});
