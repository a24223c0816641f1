import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { DEFAULT_SETTINGS, type Settings } from '../../../../shared/model/settings.ts';
import { ok } from '../../../../shared/model/sync-error.ts';
import { openWindow } from '../open-window.tsx';
import { snapshot } from '../snapshots.ts';

afterEach(cleanup);

async function openNotifications(change: Partial<Settings> = {}) {
  const settings = { ...DEFAULT_SETTINGS, ...change };
  const { api, user } = openWindow('#settings?notifications', snapshot(), {
    'settings.get': () => ok(settings),
    'settings.update': (update) => ok({ ...settings, ...update }),
  });
  const section = within(await screen.findByRole('region', { name: 'Notifications' }));
  const switches = () => section.getAllByRole<HTMLInputElement>('switch');
  return { api, user, section, switches };
}

test('each kind has a switch of its own', async () => {
  const { api, user, section, switches } = await openNotifications({ notifyWell: false });
  expect(switches().map(({ checked }) => checked)).toEqual([true, true, true, true, true, false]);
  await user.click(section.getByRole('switch', { name: 'New conflicts' }));
  await user.click(section.getByRole('switch', { name: 'All is well again' }));
  expect(api.inputs('settings.update')).toEqual([{ notifyConflict: false }, { notifyWell: true }]);
});

test('the one over all leaves the others as they are, for later', async () => {
  const { api, user, section, switches } = await openNotifications({ notifyHeld: false });
  await user.click(section.getByRole('switch', { name: 'Tell me when I am needed' }));
  expect(api.inputs('settings.update')).toEqual([{ notifications: false }]);
  expect(switches().map(({ disabled }) => disabled)).toEqual([false, true, true, true, true, true]);
  expect(section.getByRole<HTMLInputElement>('switch', { name: 'New conflicts' }).checked).toBe(true);
});
