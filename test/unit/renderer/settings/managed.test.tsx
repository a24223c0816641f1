import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS, type Settings } from '../../../../shared/model/settings.ts';
import { ok } from '../../../../shared/model/sync-error.ts';
import type { PolicyView } from '../../../../shared/policy/policy-view.ts';
import { type Answers, done } from '../fake-api.ts';
import { openWindow } from '../open-window.tsx';
import { snapshot } from '../snapshots.ts';

afterEach(cleanup);

const SOURCE = '/etc/openclaw-sync/policy.json';
const set = (key: PolicyView['keys'][number]['key'], value: string | number | boolean) =>
  ({ key, value, setBy: 'policy', source: SOURCE }) as const;

function open(view: string, policy: () => PolicyView, answers: Answers = {}) {
  return openWindow(view, snapshot(), {
    'policy.get': () => ok(policy()),
    'settings.get': () => ok(DEFAULT_SETTINGS),
    'autostart.get': () => ok({ is: 'off' }),
    'history.size': () => ok({ bytes: 0, versions: 0, texts: 0, oldest: null }),
    'rules.list': () => ok([]),
    'setup.defaults': () =>
      ok({ apiUrl: 'https://giip.example.com/api', workspace: '/home/a/.openclaw', lssn: '7' }),
    'setup.candidates': () => ok([]),
    ...answers,
  });
}

const noteOf = (control: HTMLElement): string =>
  document.getElementById(control.getAttribute('aria-describedby') ?? '')?.textContent ?? '';

async function expectManaged(name: string): Promise<void> {
  const control = await screen.findByLabelText<HTMLInputElement>(name);
  expect([name, control.disabled]).toEqual([name, true]);
  expect(noteOf(control)).toContain(`Managed by your organisation (${SOURCE})`);
}

describe('settings under a policy', () => {
  test('a managed control is disabled and says who set it; the others are free', async () => {
    const { user } = open('#settings?behaviour', () => ({
      keys: [
        set('intervalSeconds', 300),
        set('autostart', true),
        set('secretGate', true),
        set('historyDays', 90),
      ],
      problems: [],
    }));
    await screen.findByRole('tab', { name: 'Managed by your organisation' });
    await expectManaged('Look for changes every');
    await expectManaged('Start when I sign in');
    await user.click(screen.getByRole('tab', { name: 'Secrets' }));
    expect(screen.getByRole<HTMLInputElement>('switch', { name: /keys and passwords/ }).disabled).toBe(true);
    await user.click(screen.getByRole('tab', { name: 'History and storage' }));
    await expectManaged('Keep earlier versions for');
    const free = screen.getByLabelText<HTMLSelectElement>('Always keep of each file at least');
    expect(free.disabled).toBe(false);
    expect(noteOf(free)).not.toContain('Managed');
  });

  test('everything that is managed stands in one list, with what could not be used', async () => {
    open('#settings?managed', () => ({
      keys: [set('updates', false), set('conflictDefault', 'both'), set('massCount', 3)],
      problems: [{ fault: 'value', key: 'lssn', source: SOURCE, expected: 'a whole number' }],
    }));
    const rows = within(await screen.findByRole('list', { name: 'Managed settings' })).getAllByRole(
      'listitem',
    );
    expect(rows.map(({ textContent }) => textContent)).toEqual([
      `Updates: NeverSet in ${SOURCE}`,
      `Who settles a conflict: Keep both textsSet in ${SOURCE}`,
      `Mass change: number of files: 3Set in ${SOURCE}`,
    ]);
    expect(screen.getByRole('list', { name: 'Not used' }).textContent).toBe(`lssn (${SOURCE})`);
  });

  test('without a policy there is no word of one', async () => {
    open('#settings?behaviour', () => ({ keys: [], problems: [] }));
    await screen.findByLabelText('Look for changes every');
    expect(screen.queryByText(/organisation/)).toBeNull();
  });

  test('a change of the policy shows at once, with the value that holds then', async () => {
    let policy: PolicyView = { keys: [], problems: [] };
    let settings: Settings = DEFAULT_SETTINGS;
    const { api } = open('#settings?behaviour', () => policy, { 'settings.get': () => ok(settings) });
    const control = await screen.findByLabelText<HTMLSelectElement>('Look for changes every');
    expect(control.disabled).toBe(false);
    policy = { keys: [set('intervalSeconds', 60)], problems: [] };
    settings = { ...DEFAULT_SETTINGS, intervalSeconds: 60 };
    api.emit(snapshot({ revision: 2, policyRevision: 1 }));
    await waitFor(() => expect([control.disabled, control.value]).toEqual([true, '60']));
  });
});

describe('set-up under a policy', () => {
  test('what is managed is shown and cannot be changed; the token need not be typed', async () => {
    const { api, user } = open(
      '#setup',
      () => ({
        keys: [set('lssn', 7), set('apiUrl', 'https://giip.example.com/api'), set('tokenFile', '/etc/token')],
        problems: [],
      }),
      { 'setup.test': () => ok({ items: 3 }) },
    );
    const lssn = await screen.findByLabelText<HTMLInputElement>('Server number (lssn)');
    await waitFor(() => expect([lssn.disabled, lssn.value]).toEqual([true, '7']));
    expect(screen.getByLabelText<HTMLInputElement>('Openclaw folder').disabled).toBe(false);
    expect(screen.getByText('Your organisation provides the Agent Token.')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Test connection' }));
    expect(api.inputs('setup.test')).toHaveLength(1);
  });
});

describe('the popup', () => {
  test('has no Quit where IT keeps the application running', async () => {
    const { user } = openWindow('#popup', snapshot({ quitAllowed: false }), { 'app.quit': done });
    await user.click(await screen.findByRole('button', { name: 'More' }));
    expect(screen.queryByRole('menuitem', { name: /^Quit/ })).toBeNull();
    expect(screen.getByRole('menuitem', { name: /History/ })).toBeTruthy();
  });
});
