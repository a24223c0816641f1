import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Licence } from '../../../../shared/model/about.ts';
import { DEFAULT_SETTINGS } from '../../../../shared/model/settings.ts';
import { ok } from '../../../../shared/model/sync-error.ts';
import type { PolicyView } from '../../../../shared/policy/policy-view.ts';
import type { Answers } from '../fake-api.ts';
import { openWindow } from '../open-window.tsx';
import { snapshot } from '../snapshots.ts';

beforeEach(() => history.replaceState(null, '', '#settings'));
afterEach(cleanup);

const NAMES = [
  'Connection',
  'Behaviour',
  'Network',
  'Notifications',
  'History and storage',
  'Secrets',
  'Updates',
  'About and licences',
];
const LICENCES: readonly Licence[] = [
  { name: 'react', version: '19.3.1', licence: 'MIT', text: 'Words of React' },
  { name: 'semver', version: '7.0.0', licence: 'ISC', text: 'Words of semver' },
];

async function openSettings(hash = '#settings', answers: Answers = {}) {
  const window = openWindow(hash, snapshot(), {
    'settings.get': () => ok(DEFAULT_SETTINGS),
    'settings.update': (change) => ok({ ...DEFAULT_SETTINGS, ...change }),
    'policy.get': () => ok({ keys: [], problems: [] }),
    'autostart.get': () => ok({ is: 'off' }),
    'history.size': () => ok({ bytes: 0, versions: 0, texts: 0, oldest: null }),
    'rules.list': () => ok([]),
    'app.about': () => ok({ version: '1.2.3', parts: [{ name: 'Chromium', version: '150.0.1' }] }),
    'app.licences': () => ok(LICENCES),
    ...answers,
  });
  await screen.findByRole('tabpanel');
  return window;
}

const tabs = () => screen.getAllByRole('tab');
const shown = () => tabs().filter((tab) => tab.getAttribute('aria-selected') === 'true');
const panel = () => screen.getByRole('tabpanel');

describe('the parts of the settings', () => {
  test('stand in one list, one of them shown, the connection first', async () => {
    await openSettings();
    const list = within(screen.getByRole('tablist', { name: 'Settings' }));
    expect(list.getAllByRole('tab').map(({ textContent }) => textContent?.trim())).toEqual(NAMES);
    expect(screen.getByRole('tabpanel', { name: 'Connection' }).id).toBe(
      shown()[0]?.getAttribute('aria-controls'),
    );
    expect(shown()).toHaveLength(1);
    expect(within(panel()).getByText('71174')).toBeTruthy();
  });

  test('each shows its own regions when it is chosen, and the address remembers which', async () => {
    const { user } = await openSettings();
    for (const name of NAMES) {
      await user.click(screen.getByRole('tab', { name }));
      expect(screen.getByRole('tabpanel', { name })).toBeTruthy();
      expect((await within(panel()).findAllByRole('heading', { level: 2 })).length).toBeGreaterThan(0);
    }
    expect(location.hash).toBe('#settings?about');
  });

  test('are walked through with the arrow keys, round about; Tab leads from there into the part', async () => {
    const { user } = await openSettings();
    await user.tab();
    expect(document.activeElement).toBe(shown()[0]);
    await user.keyboard('{ArrowDown}{ArrowDown}');
    expect(shown()[0]?.textContent).toContain('Network');
    expect(document.activeElement).toBe(shown()[0]);
    await user.keyboard('{Home}{ArrowUp}');
    expect(document.activeElement?.textContent).toContain('About and licences');
    await user.keyboard('{ArrowRight}{End}{ArrowLeft}');
    expect(screen.getByRole('tabpanel', { name: 'Updates' })).toBeTruthy();
    await user.tab();
    expect(document.activeElement).toBe(panel());
    await user.tab({ shift: true });
    expect(document.activeElement).toBe(shown()[0]);
  });

  test('one can be asked for by the address, also while the window is open; an unknown one is the first', async () => {
    await openSettings('#settings?network');
    expect(shown()[0]?.textContent).toContain('Network');
    act(() => {
      location.hash = '#settings?notifications';
      window.dispatchEvent(new Event('hashchange'));
    });
    expect(screen.getByRole('tabpanel', { name: 'Notifications' })).toBeTruthy();
    cleanup();
    await openSettings('#settings?nonsense');
    expect(shown()[0]?.textContent).toContain('Connection');
  });

  test('what the organisation manages is one of them only while there is something', async () => {
    const source = '/etc/openclaw-sync/policy.json';
    let policy: PolicyView = {
      keys: [{ key: 'updates', value: false, setBy: 'policy', source }],
      problems: [],
    };
    const { api } = await openSettings('#settings?managed', { 'policy.get': () => ok(policy) });
    await screen.findByRole('tabpanel', { name: 'Managed by your organisation' });
    policy = { keys: [], problems: [] };
    api.emit(snapshot({ revision: 2, policyRevision: 1 }));
    await waitFor(() => expect(screen.getByRole('tabpanel', { name: 'Connection' })).toBeTruthy());
    expect(tabs()).toHaveLength(NAMES.length);
  });

  test('a change that was saved stays said in another part', async () => {
    const { user } = await openSettings('#settings?secrets');
    await user.click(await screen.findByRole('switch'));
    await screen.findByText('Saved');
    await user.click(screen.getByRole('tab', { name: 'Updates' }));
    expect(screen.getByText('Saved')).toBeTruthy();
  });
});

describe('about and licences', () => {
  test('says the version and what it runs on', async () => {
    await openSettings('#settings?about');
    const about = within(screen.getByRole('region', { name: 'About' }));
    expect((await about.findByText('1.2.3')).previousSibling?.textContent).toBe('Version');
    expect(about.getByText('150.0.1').previousSibling?.textContent).toBe('Chromium');
  });

  test('lists whose work ships with it, and shows a text when it is asked for', async () => {
    const { user } = await openSettings('#settings?about');
    const list = within(await screen.findByRole('list', { name: 'Third-party licences' }));
    expect(list.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      'react 19.3.1 MIT',
      'semver 7.0.0 ISC',
    ]);
    await user.click(list.getByText(/^semver/u));
    expect(await list.findByText('Words of semver')).toBeTruthy();
    expect(list.queryByText('Words of React')).toBeNull();
  });

  test('says so when the list cannot be read', async () => {
    await openSettings('#settings?about', {
      'app.licences': () => ({ ok: false, error: { code: 'unexpected' } }),
    });
    expect(await screen.findByRole('alert')).toBeTruthy();
  });
});
