import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { SetupCandidate, SetupPlan } from '../../../shared/ipc/contract.ts';
import type { PlannedStep } from '../../../shared/model/change.ts';
import { ok } from '../../../shared/model/sync-error.ts';
import type { Answers } from './fake-api.ts';
import { done } from './fake-api.ts';
import { openWindow } from './open-window.tsx';
import { snapshot } from './snapshots.ts';

afterEach(cleanup);

const FOUND: SetupCandidate = {
  id: 'c1',
  file: '/giip/giipAgent.cfg',
  lssn: 71174,
  hasToken: true,
  problem: null,
};
const UNUSABLE: SetupCandidate = {
  id: 'c2',
  file: '/old/giipAgent.cfg',
  lssn: null,
  hasToken: false,
  problem: 'sample values',
};

const step = (path: string, action: PlannedStep['action'], overwrites = false): PlannedStep => ({
  path,
  action,
  overwrites,
  reason: { code: action === 'pull' ? 'new-on-giip' : 'new-here' },
});
const PLAN: SetupPlan = {
  connection: { apiUrl: 'https://api.netbako.com/api', lssn: 71174, workspace: '/home/mina/.openclaw' },
  steps: [
    step('docs/a.md', 'pull'),
    step('docs/b.md', 'pull', true),
    step('docs/c.md', 'push'),
    step('docs/d.md', 'conflict'),
  ],
};

const field = (name: string): HTMLInputElement => screen.getByLabelText(name);
const button = (name: string): HTMLElement => screen.getByRole('button', { name });

async function openSetup(answers: Answers = {}, shown = snapshot({ state: 'setup', connection: null })) {
  const window = openWindow('#setup', shown, {
    'setup.candidates': () => ok([]),
    'setup.defaults': () =>
      ok({ apiUrl: 'https://api.netbako.com/api', workspace: '/home/mina/.openclaw', lssn: '' }),
    ...answers,
  });
  await screen.findByDisplayValue('/home/mina/.openclaw');
  return window;
}

async function openFilled(answers: Answers) {
  const window = await openSetup(answers);
  await window.user.type(field('Agent token'), 'a-token');
  await window.user.type(field('Server number (lssn)'), '71174');
  return window;
}

test('the token is hidden and never filled in; it can be shown', async () => {
  const { user } = await openSetup();
  expect([field('Agent token').type, field('Agent token').value]).toEqual(['password', '']);
  await user.click(button('Show token'));
  expect(field('Agent token').type).toBe('text');
});

test('what is missing is said next to its field, and the first such field has the focus', async () => {
  const { api, user } = await openSetup();
  await user.type(field('Server number (lssn)'), 'abc');
  await user.click(button('Start syncing'));
  expect(document.activeElement).toBe(field('Agent token'));
  expect(field('Agent token').getAttribute('aria-invalid')).toBe('true');
  expect(screen.getByText('Enter the Agent token that GIIP issued for you.')).toBeTruthy();
  expect(screen.getByText('Enter a whole number from 1 to 2147483647.')).toBeTruthy();
  expect(api.inputs('setup.plan')).toEqual([]);
});

test('a wrong value is said on leaving the field; an empty one is not blamed yet', async () => {
  const { user } = await openSetup();
  await user.click(field('Agent token'));
  await user.tab();
  await user.type(field('Server number (lssn)'), '12x');
  await user.tab();
  expect(screen.getByText('Enter a whole number from 1 to 2147483647.')).toBeTruthy();
  expect(field('Agent token').getAttribute('aria-invalid')).toBe('false');
});

test('a wrong API URL opens "Advanced"', async () => {
  const { user } = await openSetup();
  const apiUrl = field('API URL');
  await user.clear(apiUrl);
  await user.type(apiUrl, 'http://a.example');
  await user.type(field('Agent token'), 't');
  await user.type(field('Server number (lssn)'), '1');
  await user.click(button('Test connection'));
  expect(document.activeElement).toBe(field('API URL'));
  expect(field('API URL').closest('details')?.open).toBe(true);
});

test('"Test connection" says what was found, and forgets it when a value changes', async () => {
  const { api, user } = await openFilled({ 'setup.test': () => ok({ items: 12 }) });
  await user.click(button('Test connection'));
  expect(await screen.findByText('GIIP answered. It holds 12 items for this server number.')).toBeTruthy();
  expect(api.inputs('setup.test')).toEqual([
    {
      apiUrl: 'https://api.netbako.com/api',
      lssn: '71174',
      workspace: '/home/mina/.openclaw',
      token: 'a-token',
      candidateId: null,
    },
  ]);
  await user.type(field('Server number (lssn)'), '5');
  expect(screen.queryByText(/GIIP answered/u)).toBeNull();
});

test('an answer that speaks of a field stands next to it', async () => {
  const { user } = await openFilled({
    'setup.test': () => ({ ok: false, error: { code: 'token-refused' } }),
  });
  await user.click(button('Test connection'));
  expect(await screen.findByText(/GIIP refused the Agent Token.*Verify the Agent Token/u)).toBeTruthy();
  expect(document.activeElement).toBe(field('Agent token'));
});

test('what GIIP refused stays said when the field is left, until its text changes', async () => {
  const { user } = await openFilled({
    'setup.test': () => ({ ok: false, error: { code: 'token-refused' } }),
  });
  await user.click(button('Test connection'));
  await screen.findByText(/GIIP refused the Agent Token/u);
  await user.tab();
  expect(document.activeElement).not.toBe(field('Agent token'));
  expect(screen.getByText(/GIIP refused the Agent Token/u)).toBeTruthy();
  await user.type(field('Agent token'), '2');
  expect(screen.queryByText(/GIIP refused the Agent Token/u)).toBeNull();
});

test('any other failure is said with what to do', async () => {
  const { user } = await openFilled({
    'setup.test': () => ({ ok: false, error: { code: 'server-unreachable' } }),
  });
  await user.click(button('Test connection'));
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toContain('GIIP cannot be reached.');
  expect(alert.textContent).toContain('Check the network');
});

test('the token of a found file is used without ever being in the window', async () => {
  const { api, user } = await openSetup({
    'setup.candidates': () => ok([FOUND, UNUSABLE]),
    'setup.test': () => ok({ items: 1 }),
  });
  const list = await screen.findByRole('list', { name: 'Found on this computer' });
  expect(list.textContent).toContain('/old/giipAgent.cfgsample values');
  expect(within(list).getAllByRole('button')).toHaveLength(1);
  await user.click(button('Use this'));
  expect(screen.getByText('Token from /giip/giipAgent.cfg')).toBeTruthy();
  expect(field('Server number (lssn)').value).toBe('71174');
  await user.click(button('Test connection'));
  expect(await screen.findByText(/It holds 1 item for/u)).toBeTruthy();
  expect(api.inputs('setup.test')).toMatchObject([{ token: null, candidateId: 'c1' }]);

  await user.click(button('Enter another token'));
  expect(field('Agent token').value).toBe('');
});

test('the folder can be chosen', async () => {
  const { api, user } = await openSetup({ 'setup.chooseFolder': () => ok('/srv/.openclaw') });
  await user.click(button('Choose…'));
  expect(await screen.findByDisplayValue('/srv/.openclaw')).toBeTruthy();
  expect(api.inputs('setup.chooseFolder')).toEqual(['/home/mina/.openclaw']);
});

test('first the plan, then a second "Start syncing", then the end', async () => {
  const { api, user } = await openFilled({
    'setup.plan': () => ok(PLAN),
    'setup.start': done,
    'app.closeWindow': done,
  });
  await user.click(button('Start syncing'));
  const heading = await screen.findByRole('heading', { name: 'What the first sync will do' });
  expect(document.activeElement).toBe(heading);
  expect(api.inputs('setup.start')).toEqual([]);
  expect(document.querySelector('dl')?.textContent).toBe('Need your choice1Will be fetched2Will be sent1');
  expect(screen.getByText('1 file on this computer will be overwritten.')).toBeTruthy();
  expect(screen.getByText(/Nothing is overwritten without its earlier version being kept/u)).toBeTruthy();
  const fetched = document.querySelector('.plan-details')?.textContent;
  expect(fetched).toContain('docs/b.mdreplaces the file here');
  expect(fetched).toContain('New on GIIP, not on this computer.');

  await user.click(button('Start syncing'));
  expect(await screen.findByRole('heading', { name: 'Openclaw Sync is at work' })).toBeTruthy();
  expect(api.inputs('setup.start')).toHaveLength(1);
  await user.click(button('Close'));
  expect(api.inputs('app.closeWindow')).toEqual([null]);
});

test('back from the plan everything entered is still there', async () => {
  const { user } = await openFilled({ 'setup.plan': () => ok(PLAN) });
  await user.click(button('Start syncing'));
  await user.click(await screen.findByRole('button', { name: 'Back' }));
  expect(field('Agent token').value).toBe('a-token');
});

test('a start that fails leads back to the form with the reason', async () => {
  const { user } = await openFilled({
    'setup.plan': () => ok(PLAN),
    'setup.start': () => ({ ok: false, error: { code: 'workspace-missing' } }),
  });
  await user.click(button('Start syncing'));
  await screen.findByRole('heading', { name: 'What the first sync will do' });
  await user.click(button('Start syncing'));
  expect(await screen.findByText(/The Openclaw folder is not there/u)).toBeTruthy();
  expect(document.activeElement).toBe(field('Openclaw folder'));
});

test('rehearsal is offered to newcomers and starts', async () => {
  const { api, user } = await openSetup({ 'rehearsal.start': done });
  await user.click(button('Try it without GIIP'));
  expect(await screen.findByRole('heading', { name: 'Openclaw Sync is at work' })).toBeTruthy();
  expect(api.inputs('rehearsal.start')).toEqual([null]);
});

test('somebody who is connected already changes the connection and is offered no rehearsal', async () => {
  await openSetup({}, snapshot());
  expect(screen.getByRole('heading', { name: 'Change the connection' })).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Try it without GIIP' })).toBeNull();
});
