import { expect, test } from 'vitest';
import { snapshotStore } from '../../../renderer/snapshot-store.ts';
import type { AppSnapshot } from '../../../shared/model/app-snapshot.ts';
import type { Result } from '../../../shared/model/sync-error.ts';
import { fail, ok } from '../../../shared/model/sync-error.ts';
import { FakeApi } from './fake-api.ts';
import { snapshot } from './snapshots.ts';

test('an older answer never replaces a newer event, and a newer event replaces the answer', async () => {
  let answer: (value: Result<AppSnapshot>) => void = () => undefined;
  const first = new Promise<Result<AppSnapshot>>((resolve) => {
    answer = resolve;
  });
  const api = new FakeApi({ 'snapshot.get': () => first });
  const store = snapshotStore(api);
  const seen: (number | undefined)[] = [];
  store.subscribe(() => seen.push(store.get()?.revision));

  api.emit(snapshot({ revision: 7 }));
  answer(ok(snapshot({ revision: 6 })));
  await first;
  api.emit(snapshot({ revision: 7 }));
  api.emit(snapshot({ revision: 5 }));
  api.emit(snapshot({ revision: 9 }));

  expect(seen).toEqual([7, 9]);
});

test('it knows nothing before the first snapshot and survives a failed first question', async () => {
  const api = new FakeApi({ 'snapshot.get': () => fail('unexpected') });
  const store = snapshotStore(api);
  store.subscribe(() => undefined);
  await Promise.resolve();
  expect(store.get()).toBeNull();
  api.emit(snapshot({ revision: 2 }));
  expect(store.get()?.revision).toBe(2);
});

test('it listens to the bridge once, and only while somebody listens to it', () => {
  const api = new FakeApi({ 'snapshot.get': () => ok(snapshot()) });
  const store = snapshotStore(api);
  const leaveFirst = store.subscribe(() => undefined);
  const leaveSecond = store.subscribe(() => undefined);
  expect(api.subscribers).toBe(1);
  leaveFirst();
  expect(api.subscribers).toBe(1);
  leaveSecond();
  expect(api.subscribers).toBe(0);
});
