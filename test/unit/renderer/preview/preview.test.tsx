import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { PlannedStep } from '../../../../shared/model/change.ts';
import type { Preview } from '../../../../shared/model/history.ts';
import { ok } from '../../../../shared/model/sync-error.ts';
import { done } from '../fake-api.ts';
import { openWindow } from '../open-window.tsx';
import { NOW, snapshot } from '../snapshots.ts';

afterEach(cleanup);

const step = (path: string, action: PlannedStep['action'], overwrites = false): PlannedStep => ({
  path,
  action,
  overwrites,
  reason: { code: action === 'held' ? 'held-git-revert' : overwrites ? 'changed-on-giip' : 'new-on-giip' },
});
const preview = (...steps: PlannedStep[]): Preview => ({ outcome: 'inSync', steps, time: NOW });

const PLAN = preview(
  step('docs/a.md', 'pull'),
  step('docs/b.md', 'pull', true),
  step('docs/c.md', 'push'),
  step('docs/d.md', 'held'),
);

test('what would happen, by kind and in words, with the reasons; risks come first', async () => {
  openWindow('#preview', snapshot(), { 'sync.preview': () => ok(PLAN) });
  const risks = await screen.findByRole('region', { name: 'Look at this first' });
  expect(risks.textContent).toContain('1 file on this computer would be replaced.');
  expect(risks.textContent).toContain('1 item would be held until you have looked.');
  const pulled = screen.getByRole('list', { name: '2 files would come from GIIP' });
  const rows = within(pulled).getAllByRole('listitem');
  expect(rows.map((row) => row.textContent)).toEqual([
    'docs/b.mdreplaces the file hereChanged on GIIP, unchanged on this computer since the last sync.',
    'docs/a.mdNew on GIIP, not on this computer.',
  ]);
  expect(screen.getByRole('list', { name: '1 file would be sent to GIIP' })).toBeTruthy();
  expect(screen.getByText(/nothing has been written on either side/u)).toBeTruthy();
});

test('nothing to do is said, also where items stand that nothing happens to', async () => {
  openWindow('#preview', snapshot(), { 'sync.preview': () => ok(preview(step('docs/a.md', 'adopt'))) });
  expect(await screen.findByText('Nothing would happen: both sides are in step.')).toBeTruthy();
  expect(screen.queryByRole('region', { name: 'Look at this first' })).toBeNull();
});

test('"Look again" compares anew', async () => {
  const plans = [PLAN, preview()];
  const { api, user } = openWindow('#preview', snapshot(), {
    'sync.preview': () => ok(plans.shift() ?? preview()),
  });
  await screen.findByRole('region', { name: 'Look at this first' });
  await user.click(screen.getByRole('button', { name: 'Look again' }));
  expect(await screen.findByText('Nothing would happen: both sides are in step.')).toBeTruthy();
  expect(api.inputs('sync.preview')).toHaveLength(2);
});

test('"Sync now" syncs and says so; looking alone starts nothing', async () => {
  const { api, user } = openWindow('#preview', snapshot(), {
    'sync.preview': () => ok(PLAN),
    'sync.now': done,
  });
  await screen.findByRole('region', { name: 'Look at this first' });
  expect(api.inputs('sync.now')).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Sync now' }));
  expect(await screen.findByText(/Syncing has started/u)).toBeTruthy();
  expect(api.inputs('sync.now')).toEqual([null]);
});

test('without GIIP it does not claim to be in step', async () => {
  openWindow('#preview', snapshot(), {
    'sync.preview': () => ok({ ...preview(), outcome: 'offline' as const }),
  });
  expect(await screen.findByText(/GIIP could not be reached, so only this computer/u)).toBeTruthy();
  expect(screen.queryByText(/both sides are in step/u)).toBeNull();
});

test('a failure is said with what to do; Escape closes', async () => {
  const { api, user } = openWindow('#preview', snapshot(), {
    'sync.preview': () => ({ ok: false, error: { code: 'server-unreachable' } }),
    'app.closeWindow': done,
  });
  expect((await screen.findByRole('alert')).textContent).toContain('GIIP cannot be reached.');
  await user.keyboard('{Escape}');
  expect(api.inputs('app.closeWindow')).toEqual([null]);
});
