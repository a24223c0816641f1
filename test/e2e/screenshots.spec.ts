import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from './app-fixture.ts';
import { connectedPopup, fillSetup } from './connect.ts';
import { keepPicture } from './keep-picture.ts';

test.describe('with a panel', () => {
  // A page says otherwise that there are no tray icons here.
  test.beforeEach(({ trayHost }) => expect(trayHost.item()).toBeUndefined());

  test('set-up: empty, refused, the plan, done', async ({ start, place, giip }) => {
    giip.setDoc('docs/guide.md', '# Guide\n');
    giip.setDoc('docs/shared.md', 'theirs\n');
    giip.setConfig('main.json', '{"model":"one"}');
    writeFileSync(join(place.workspace, 'docs/notes.md'), '# Notes\n');
    writeFileSync(join(place.workspace, 'docs/shared.md'), 'mine\n');
    const app = await start();
    const page = await app.window('setup');
    await expect(page.getByRole('heading', { name: 'Connect to GIIP' })).toBeVisible();
    await keepPicture(page, 'setup-1-empty');

    await fillSetup(page, place);
    await page.getByLabel('Agent token').fill('sk-not-the-right-one');
    await page.getByRole('button', { name: 'Test connection' }).click();
    await expect(page.getByText('GIIP refused the Agent Token.')).toBeVisible();
    await keepPicture(page, 'setup-2-refused');

    await fillSetup(page, place);
    await page.getByRole('button', { name: 'Start syncing' }).click();
    await expect(page.getByRole('heading', { name: 'What the first sync will do' })).toBeVisible();
    await keepPicture(page, 'setup-3-plan');

    await page.getByRole('button', { name: 'Start syncing' }).click();
    await expect(page.getByRole('heading', { name: 'Openclaw Sync is at work' })).toBeVisible();
    await keepPicture(page, 'setup-4-done');
  });

  test('the popup: in step, syncing, paused, refused', async ({ start, place, giip }) => {
    const app = await start();
    const popup = await connectedPopup(app, place);
    const status = popup.getByRole('status');
    giip.setDoc('docs/guide.md', '# Guide\n');
    await popup.getByRole('button', { name: 'Sync now' }).click();
    await expect(popup.getByRole('list', { name: 'Recent activity' })).toContainText('guide.md');
    await keepPicture(popup, 'popup-in-step');

    const held = giip.hold('put');
    writeFileSync(join(place.workspace, 'docs/a.md'), '# A\n');
    await held.arrived;
    await expect(status).toContainText('Syncing');
    await keepPicture(popup, 'popup-syncing');
    await held.release();
    await expect(status).toContainText('Everything is in step');

    await popup.evaluate(() => Reflect.get(window, 'api').call('sync.pause', 'resumed'));
    await expect(status).toContainText('Paused');
    await keepPicture(popup, 'popup-paused');
    await popup.evaluate(() => Reflect.get(window, 'api').call('sync.resume', null));
    await expect(status).toContainText('Everything is in step');

    giip.switches.token = 'sk-another-one';
    await popup.getByRole('button', { name: 'Sync now' }).click();
    await expect(status).toContainText('GIIP refused the token');
    await keepPicture(popup, 'popup-error');
  });

  test('the popup: pending while GIIP is away', async ({ start, place, giip }) => {
    const app = await start();
    const popup = await connectedPopup(app, place);
    await giip.close();
    writeFileSync(join(place.workspace, 'docs/written-offline.md'), '# Written offline\n');
    await expect(popup.getByRole('status')).toContainText('Waiting for GIIP');
    await expect(popup.getByRole('list', { name: 'Pending changes' })).toContainText('written-offline.md');
    await keepPicture(popup, 'popup-offline');
  });

  test('the popup: conflicts', async ({ start, place, giip }) => {
    const doc = (name: string): string => join(place.workspace, 'docs', name);
    for (const name of ['guide.md', 'plan.md']) writeFileSync(doc(name), 'one\ntwo\nthree\n');
    const app = await start();
    const popup = await connectedPopup(app, place);
    for (const name of ['guide.md', 'plan.md']) {
      giip.setDoc(`docs/${name}`, 'one\ntwo as GIIP has it\nthree\n');
      writeFileSync(doc(name), 'one\ntwo as I have it\nthree\n');
    }
    await expect(popup.getByRole('status')).toContainText('2 conflicts to resolve');
    await keepPicture(popup, 'popup-conflicts');
  });

  test('the settings', async ({ start, place }) => {
    const app = await start();
    const popup = await connectedPopup(app, place);
    await popup.getByRole('button', { name: 'Settings' }).click();
    const page = await app.window('settings');
    await expect(page.getByRole('heading', { name: 'Connection' })).toBeVisible();
    await keepPicture(page, 'settings');
    for (const name of [
      'Behaviour',
      'Network',
      'Notifications',
      'History and storage',
      'Secrets',
      'Updates',
    ]) {
      await page.getByRole('tab', { name }).click();
      await expect(page.getByRole('region', { name })).toBeVisible();
      await keepPicture(page, `settings-${name.split(' ', 1)[0]?.toLowerCase()}`);
    }
    await page.keyboard.press('End');
    await page.getByText(/^react \d/u).click();
    await expect(page.getByText(/Permission is hereby granted/u)).toBeVisible();
    await keepPicture(page, 'settings-about');
  });
});

test('the popup as an ordinary window', async ({ start, place }) => {
  const app = await start();
  const popup = await connectedPopup(app, place);
  await expect(popup.getByText('This desktop shows no tray icons')).toBeVisible();
  await keepPicture(popup, 'popup-without-tray');
});
