import { expect, test } from 'vitest';
import { createUpdates, type Updates } from '../../../electron/updates/updates.ts';
import type { UpdateStatus, UpdatesOff } from '../../../shared/model/updates.ts';
import { manualClock, settle } from '../sync/manual-clock.ts';

const DAY = 24 * 60 * 60_000;

function world(version = '1.0.0') {
  const clock = manualClock();
  const did: string[] = [];
  const told: UpdateStatus[] = [];
  const state = { off: null as UpdatesOff | null, offered: null as string | null, failing: '' };
  const step = async (name: string): Promise<void> => {
    did.push(name);
    if (state.failing === name) throw new Error(name);
  };
  const updates: Updates = createUpdates({
    version,
    whyOff: async () => state.off,
    library: async () => ({
      look: async () => {
        await step('look');
        return state.offered;
      },
      download: () => step('download'),
      install: (restart) => step(restart ? 'install and start' : 'install'),
    }),
    clock,
    random: () => 0.5,
    log: { write: () => undefined },
    onChange: (status) => told.push(status),
  });
  return { clock, did, told, state, updates };
}

test('a newer version is fetched in the background and installed at the end', async () => {
  const { did, told, state, updates } = world();
  state.offered = '1.1.0';
  await updates.look();
  expect(told.map(({ stage }) => stage)).toEqual(['looking', 'downloading', 'ready']);
  expect(await updates.status()).toMatchObject({ stage: 'ready', next: '1.1.0', off: null, problem: null });
  await updates.installAtExit();
  expect(did).toEqual(['look', 'download', 'install']);
});

test('who asked for a restart gets one; who asks before anything is ready does not', async () => {
  const { did, state, updates } = world();
  expect(updates.wantRestart()).toBe(false);
  state.offered = '1.1.0';
  await updates.look();
  expect(updates.wantRestart()).toBe(true);
  await updates.installAtExit();
  expect(did.at(-1)).toBe('install and start');
});

test.each(['0.9.9', '1.0.0'])('%s is not fetched, even when the library offers it', async (offered) => {
  const { did, state, updates } = world();
  state.offered = offered;
  await updates.look();
  await updates.installAtExit();
  expect(did).toEqual(['look']);
  expect(await updates.status()).toMatchObject({ stage: 'idle', next: null, lookedAt: expect.any(Number) });
});

test('while updates are off nothing is asked', async () => {
  const { did, state, updates } = world();
  state.off = 'managed';
  await updates.look();
  expect(did).toEqual([]);
  expect(await updates.status()).toMatchObject({ off: 'managed', stage: 'idle' });
});

test('what was fetched is not installed when updates were switched off meanwhile', async () => {
  const { did, state, updates } = world();
  state.offered = '1.1.0';
  await updates.look();
  state.off = 'managed';
  await updates.installAtExit();
  expect(did).toEqual(['look', 'download']);
});

test('a download that failed is told, and tried again by the next look', async () => {
  const { did, state, updates } = world();
  state.offered = '1.1.0';
  state.failing = 'download';
  await updates.look();
  expect(await updates.status()).toMatchObject({ stage: 'idle', next: null, problem: 'unreachable' });
  await updates.installAtExit();
  state.failing = '';
  await updates.look();
  expect(did).toEqual(['look', 'download', 'look', 'download']);
  expect(await updates.status()).toMatchObject({ stage: 'ready', problem: null });
});

test('an installation that fails does not keep the program from ending', async () => {
  const { state, updates } = world();
  state.offered = '1.1.0';
  await updates.look();
  state.failing = 'install';
  await expect(updates.installAtExit()).resolves.toBeUndefined();
});

test('it looks soon after the start and every day from then on', async () => {
  const { clock, did, updates } = world();
  updates.start();
  expect(did).toEqual([]);
  clock.advance(10 * 60_000);
  await settle();
  expect(did).toEqual(['look']);
  clock.advance(DAY);
  await settle();
  expect(did).toEqual(['look', 'look']);
});

test('two looks at once are one', async () => {
  const { did, updates } = world();
  await Promise.all([updates.look(), updates.look()]);
  expect(did).toEqual(['look']);
});
