import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../../shared/model/settings.ts';
import { fail, ok } from '../../../../shared/model/sync-error.ts';
import { connectionSummary } from '../../shared/connection-summary.ts';
import { openWindow } from '../open-window.tsx';
import { snapshot } from '../snapshots.ts';

beforeEach(() => {
  history.replaceState(null, '', '#popup');
  HTMLDialogElement.prototype.showModal = function open() {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = () => undefined;
});
afterEach(cleanup);

const [ONE, TWO] = [
  connectionSummary('first', 1),
  connectionSummary('two', 2, { state: 'conflict', conflicts: 3 }),
];
const SEVERAL = snapshot({ connection: ONE, connections: [ONE, TWO] });

test('with one connection the popup has no switcher', async () => {
  openWindow('#popup', snapshot({ connections: [ONE] }));
  await screen.findByRole('status');
  expect(screen.queryByRole('navigation')).toBeNull();
});

test('with several the worst stands first, the shown one is marked, and another one can be shown', async () => {
  const { api, user } = openWindow('#popup', SEVERAL, { 'connections.show': () => ok(null) });
  const list = within(await screen.findByRole('navigation', { name: 'Connections' }));
  const [worst, shown] = list.getAllByRole('button');
  expect(worst?.textContent).toBe('.openclaw · 23 conflicts to resolve');
  expect(shown?.getAttribute('aria-current')).toBe('true');
  await user.tab();
  expect(document.activeElement).toBe(worst);
  await user.keyboard('{Enter}');
  expect(api.inputs('connections.show')).toEqual(['two']);
});

test('removing says first what it means, and then that it is done', async () => {
  const { api, user } = openWindow('#settings', SEVERAL, {
    'settings.get': () => ok(DEFAULT_SETTINGS),
    'policy.get': () => ok({ keys: [], problems: [] }),
    'connections.remove': () => ok(null),
  });
  const list = within(await screen.findByRole('list', { name: 'All connections' }));
  await user.click(list.getAllByRole('button', { name: 'Remove…' })[1] as HTMLElement);
  const dialog = within(await screen.findByRole('dialog', { name: 'Remove .openclaw · 2?' }));
  expect(await dialog.findByText(/stay on this computer for 90 days/)).toBeTruthy();
  await user.click(dialog.getByRole('button', { name: 'Keep it' }));
  expect(api.inputs('connections.remove')).toEqual([]);
  await user.click(list.getAllByRole('button', { name: 'Remove…' })[1] as HTMLElement);
  await user.click(screen.getByRole('button', { name: 'Remove' }));
  expect(api.inputs('connections.remove')).toEqual(['two']);
  expect(await screen.findByText('Removed: .openclaw · 2. Its files are untouched.')).toBeTruthy();
});

test('set-up of a further connection says so and offers no rehearsal', async () => {
  openWindow('#setup', snapshot({ state: 'setup', connection: null, connections: [ONE] }), {
    'setup.defaults': () => ok({ apiUrl: '', workspace: '', lssn: '' }),
    'setup.candidates': () => ok([]),
    'policy.get': () => ok({ keys: [], problems: [] }),
  });
  expect(await screen.findByRole('heading', { name: 'Add a connection' })).toBeTruthy();
  expect(screen.queryByText(/rehears/i)).toBeNull();
});

const COMPARISON = {
  configs: [
    { path: 'configs/a.json', state: 'equal', keys: [], more: 0 },
    {
      path: 'configs/b.json',
      state: 'different',
      keys: [{ key: ['log', 'level'], left: '"INFO"', right: null }],
      more: 2,
    },
  ],
} as const;

test('comparing shows only differences until asked for all, and never one connection with itself', async () => {
  const { api, user } = openWindow('#compare', SEVERAL, { 'compare.configs': () => ok(COMPARISON) });
  expect(await screen.findByText('1 of 2 files differ')).toBeTruthy();
  const table = screen.getByRole('table', { name: 'Keys that differ in configs/b.json' });
  expect(within(table).getByRole('row', { name: 'log › level "INFO" not there' })).toBeTruthy();
  expect(screen.getByText('and 2 more')).toBeTruthy();
  expect(screen.queryByText('Same in both')).toBeNull();
  await user.click(screen.getByRole('checkbox', { name: 'Only differences' }));
  expect(screen.getByText('Same in both')).toBeTruthy();
  await user.selectOptions(screen.getByRole('combobox', { name: 'Compare' }), 'two');
  expect(api.inputs('compare.configs').at(-1)).toEqual({ left: 'two', right: 'first' });
});

test('comparing says when all is equal, when there is nothing, and what stands in the way', async () => {
  const equal = { configs: COMPARISON.configs.slice(0, 1) };
  openWindow('#compare', SEVERAL, { 'compare.configs': () => ok(equal) });
  expect(await screen.findByText('All config files mean the same in both.')).toBeTruthy();
  cleanup();
  openWindow('#compare', SEVERAL, { 'compare.configs': () => ok({ configs: [] }) });
  expect(await screen.findByText('Neither folder has config files yet.')).toBeTruthy();
  cleanup();
  openWindow('#compare', SEVERAL, { 'compare.configs': () => fail('workspace-missing') });
  expect(await screen.findByText(/The Openclaw folder is not there/)).toBeTruthy();
  cleanup();
  openWindow('#compare', snapshot({ connections: [ONE] }));
  expect(await screen.findByText(/only one connection/)).toBeTruthy();
});
