import { expect, test } from 'vitest';
import { createRecall } from '../../../electron/sync/recall.ts';
import { fail, ok, type Result } from '../../../shared/model/sync-error.ts';
import { settle } from '../sync/manual-clock.ts';
import { inStep } from '../sync/world.ts';
import { appIn, openEngine } from './app-world.ts';

const ITEMS = { 'docs/a.md': 'a\n' };

test('a sync that waits for GIIP is stopped: the request ends, the rest waits, and the next one does it', async () => {
  const world = await inStep(ITEMS);
  let interrupted = 0;
  let letGo = (): void => undefined;
  const interrupt = async (): Promise<void> => {
    interrupted += 1;
    letGo();
  };
  const made = appIn(world, true, {
    engines: { open: async () => ok({ ...openEngine(world.m), interrupt }) },
  });
  const { app, until, giip, clock } = made;
  await app.start();
  await until(({ lastSuccess, progress }) => lastSuccess !== null && progress === null);
  giip.setDoc('docs/b.md', 'b\n');
  letGo = made.holdPulls();
  await app.handlers['sync.now'](null);
  await until(({ progress }) => progress?.phase === 'pulling');
  expect(await app.handlers['sync.cancel'](null)).toEqual(ok(null));
  await settle();
  expect(interrupted).toBe(0);
  clock.advance(3_000);
  const stopped = await until(({ progress }) => progress === null);
  expect(interrupted).toBe(1);
  expect(stopped).toMatchObject({ state: 'pending', stopped: true, error: null, failures: 0 });
  expect(world.m.files.text('docs/b.md')).toBeUndefined();
  await app.handlers['sync.now'](null);
  expect(await until(({ stopped: is }) => !is)).toMatchObject({ state: 'inStep', error: null });
  expect(world.m.files.text('docs/b.md')).toBe('b\n');
  clock.advance(10_000);
  await settle();
  expect(interrupted).toBe(1);
  await app.stop();
});

test('a sync that was stopped before it could record anything does not count as a look: what was saved is shown', async () => {
  const world = await inStep(ITEMS);
  const recall = createRecall(world.clock);
  const engine = { ...world.m.engine, recall };
  let letGo = (): void => undefined;
  const interrupt = async (): Promise<void> => letGo();
  const made = appIn(world, true, {
    engines: { open: async () => ok({ ...openEngine({ engine }), interrupt }) },
  });
  const { app, until, clock } = made;
  await app.start();
  await until(({ lastSuccess, progress }) => lastSuccess !== null && progress === null);
  const cutOff = new Promise<Result<never>>((resolve) => {
    letGo = () => resolve(fail('server-unreachable'));
  });
  Object.assign(world.m.remote, { pull: () => cutOff });
  // Nobody tells of it: the folder cannot be watched, and the next sync comes by its interval.
  world.m.files.edit('docs/a.md', 'edited\n');
  clock.advance(250_000);
  await until(({ progress }) => progress?.phase === 'pulling');
  await app.handlers['sync.cancel'](null);
  await settle();
  clock.advance(3_000);
  const stopped = await until(({ progress }) => progress === null);
  expect(stopped).toMatchObject({ stopped: true, pending: [{ path: 'docs/a.md' }] });
  await app.stop();
});
