import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { KeyRule } from '../../../../shared/model/conflict.ts';
import { DEFAULT_SETTINGS } from '../../../../shared/model/settings.ts';
import { ok } from '../../../../shared/model/sync-error.ts';
import type { Answers } from '../fake-api.ts';
import { done } from '../fake-api.ts';
import { openWindow } from '../open-window.tsx';
import { NOW, snapshot } from '../snapshots.ts';

afterEach(cleanup);

const LEVEL: KeyRule = { path: 'configs/openclaw.json', key: ['log', 'level'], take: 'mine' };
const MODEL: KeyRule = { path: 'configs/openclaw.json', key: ['model'], take: 'server' };
const SIZE = { bytes: 12_345_678, versions: 4200, texts: 1800, oldest: NOW };

async function openSettings(part: 'history' | 'behaviour', answers: Answers = {}) {
  const window = openWindow(`#settings?${part}`, snapshot(), {
    'settings.get': () => ok(DEFAULT_SETTINGS),
    'settings.update': (change) => ok({ ...DEFAULT_SETTINGS, ...change }),
    'autostart.get': () => ok({ is: 'off' }),
    'history.size': () => ok(SIZE),
    'rules.list': () => ok([LEVEL, MODEL]),
    ...answers,
  });
  await screen.findByRole('region', { name: part === 'history' ? 'History and storage' : 'Rules' });
  return window;
}

test('how long and how many versions are kept is set at once', async () => {
  const { api, user } = await openSettings('history');
  await user.selectOptions(screen.getByLabelText('Keep earlier versions for'), '365 days');
  await user.selectOptions(screen.getByLabelText('Always keep of each file at least'), '1 version');
  expect(api.inputs('settings.update')).toEqual([{ historyDays: 365 }, { historyVersions: 1 }]);
  expect(screen.getByText('Saved')).toBeTruthy();
});

test('what the history takes up is said in units that people use', async () => {
  await openSettings('history');
  expect(
    await screen.findByText('12.3 MB on the disk: 4,200 versions in 1,800 different texts'),
  ).toBeTruthy();
  expect(screen.getByText(/The oldest is of May 6, 2031/u)).toBeTruthy();
});

test('the way to the history', async () => {
  const { api, user } = await openSettings('history', { 'app.openWindow': done });
  await user.click(screen.getByRole('button', { name: 'Open history' }));
  expect(api.inputs('app.openWindow')).toEqual(['history']);
});

test('rules stand in words; one is removed, which is said, and the focus is not lost', async () => {
  const { api, user } = await openSettings('behaviour', { 'rules.remove': () => ok([MODEL]) });
  const list = await screen.findByRole('list', { name: 'Rules for keys' });
  const rows = within(list).getAllByRole('listitem');
  expect(rows.map((row) => row.firstChild?.textContent)).toEqual([
    'Always mine for “log › level” in configs/openclaw.json',
    "Always GIIP's for “model” in configs/openclaw.json",
  ]);
  await user.click(within(list).getAllByRole('button', { name: 'Remove' })[0] as HTMLElement);
  expect(api.inputs('rules.remove')).toEqual([LEVEL]);
  expect(
    (await screen.findByText(/^Removed: Always mine for “log › level”/u)).closest('output'),
  ).toBeTruthy();
  expect(within(list).getAllByRole('listitem')).toHaveLength(1);
  await waitFor(() => expect(document.activeElement?.textContent).toBe('Rules'));
});

test('a rule that could not be removed stays, and that is said', async () => {
  const { user } = await openSettings('behaviour', {
    'rules.remove': () => ({ ok: false, error: { code: 'state-unusable' } }),
  });
  const list = await screen.findByRole('list', { name: 'Rules for keys' });
  await user.click(within(list).getAllByRole('button', { name: 'Remove' })[0] as HTMLElement);
  expect((await screen.findByRole('alert')).textContent).toContain('The database');
  expect(within(list).getAllByRole('listitem')).toHaveLength(2);
});

test('without rules it says how they come about; one made meanwhile appears on coming back', async () => {
  const lists = [[], [LEVEL]];
  await openSettings('behaviour', { 'rules.list': () => ok(lists.shift() ?? [LEVEL]) });
  expect(await screen.findByText(/three times in a row, a rule is offered/u)).toBeTruthy();
  fireEvent.focus(window);
  expect(await screen.findByRole('list', { name: 'Rules for keys' })).toBeTruthy();
});
