import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import type { Settings } from '../../../shared/model/settings.ts';
import { DEFAULT_SETTINGS } from '../../../shared/model/settings.ts';
import { ok } from '../../../shared/model/sync-error.ts';
import type { Answers } from './fake-api.ts';
import { done } from './fake-api.ts';
import { openWindow } from './open-window.tsx';
import { snapshot } from './snapshots.ts';

afterEach(cleanup);

async function openSettings(answers: Answers = {}, settings: Settings = DEFAULT_SETTINGS) {
  const window = openWindow('#settings?behaviour', snapshot(), {
    'settings.get': () => ok(settings),
    'settings.update': (change) => ok({ ...settings, ...change }),
    'autostart.get': () => ok({ is: 'off' }),
    'history.size': () => ok({ bytes: 0, versions: 0, texts: 0, oldest: null }),
    'rules.list': () => ok([]),
    ...answers,
  });
  await screen.findByLabelText('Look for changes every');
  return window;
}

test('a change is saved at once and said to be', async () => {
  const { api, user } = await openSettings();
  await user.selectOptions(screen.getByLabelText('Look for changes every'), '10 minutes');
  expect((await screen.findByText('Saved')).closest('output')).toBeTruthy();
  await user.click(screen.getByRole('switch', { name: 'Start when I sign in' }));
  expect(api.inputs('settings.update')).toEqual([{ intervalSeconds: 600 }, { autostart: true }]);
});

test('a change that could not be saved is taken back and said', async () => {
  const { user } = await openSettings({
    'settings.update': () => ({ ok: false, error: { code: 'disk-full' } }),
  });
  const autostart = screen.getByRole<HTMLInputElement>('switch', { name: 'Start when I sign in' });
  await user.click(autostart);
  expect((await screen.findByRole('alert')).textContent).toContain('The disk is full.');
  expect(autostart.checked).toBe(false);
});

test.each([
  [{ is: 'switchedOff', where: 'windows' }, 'Switched off in Windows'],
  [{ is: 'switchedOff', where: 'macos' }, 'System Settings › General › Login Items'],
  [{ is: 'broken', program: '/old/Openclaw.AppImage' }, '(/old/Openclaw.AppImage)'],
  [{ is: 'broken', program: '' }, 'starts nothing'],
  [{ is: 'onForEverybody' }, 'for everybody'],
] as const)('what the operating system says of starting is said: %j', async (state, sentence) => {
  await openSettings({ 'autostart.get': () => ok(state) });
  await screen.findByText(sentence, { exact: false });
  const control = screen.getByRole<HTMLInputElement>('switch', { name: 'Start when I sign in' });
  expect(control.disabled).toBe(state.is === 'onForEverybody');
  const note = document.getElementById(control.getAttribute('aria-describedby') ?? '');
  expect(note?.textContent).toContain(sentence);
});

test('who comes back from the settings of the operating system sees what holds there now', async () => {
  let isOn = false;
  const { user } = await openSettings({
    'settings.get': () => ok({ ...DEFAULT_SETTINGS, autostart: isOn }),
    // It was asked for, and the operating system says no.
    'settings.update': () => ok({ ...DEFAULT_SETTINGS, autostart: false }),
  });
  const control = screen.getByRole<HTMLInputElement>('switch', { name: 'Start when I sign in' });
  await user.click(control);
  expect(await screen.findByText('Saved')).toBeTruthy();
  expect(control.checked).toBe(false);
  isOn = true;
  window.dispatchEvent(new Event('focus'));
  await vi.waitFor(() => expect(control.checked).toBe(true));
});

test('an interval from elsewhere is shown as it is', async () => {
  await openSettings({}, { ...DEFAULT_SETTINGS, intervalSeconds: 45 });
  expect(screen.getByRole<HTMLOptionElement>('option', { name: '45 seconds' }).selected).toBe(true);
});

test('the connection is summed up without the token, and can be changed', async () => {
  const { api, user } = openWindow('#settings', snapshot(), { 'app.openWindow': done });
  expect(await screen.findByText('71174')).toBeTruthy();
  expect(screen.getByText('Stored, encrypted by this system')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Change…' }));
  expect(api.inputs('app.openWindow')).toEqual(['setup']);
});

test('Escape closes the window', async () => {
  const { api, user } = await openSettings({ 'app.closeWindow': done });
  await user.keyboard('{Escape}');
  expect(api.inputs('app.closeWindow')).toEqual([null]);
});
