import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { TOKEN, test } from './app-fixture.ts';
import { connectedPopup } from './connect.ts';
import { keepPicture } from './keep-picture.ts';
import type { RunningApp } from './running-app.ts';

const CANARY_TEXT = 'canary-text-7f3a91';

function line(page: Page, name: string) {
  return page.getByRole('listitem').filter({ has: page.getByRole('heading', { name, exact: true }) });
}

/** The last report as it would be handed out: from the clipboard of the main process. */
async function copiedReport(app: RunningApp, page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Copy report' }).click();
  await expect(page.getByText('Copied:')).toBeVisible();
  return app.electron.evaluate(({ clipboard }) => clipboard.readText());
}

async function openDoctor(app: RunningApp, popup: Page): Promise<Page> {
  await popup.evaluate(() => Reflect.get(window, 'api').call('app.openWindow', 'doctor'));
  return app.window('doctor');
}

test.describe('with a panel', () => {
  // A page says otherwise that there are no tray icons here.
  test.beforeEach(({ trayHost }) => expect(trayHost.item()).toBeUndefined());

  test('finds nothing wrong, and the report tells nobody anything private', async ({
    start,
    place,
    giip,
  }) => {
    giip.setDoc('docs/private-plan.md', `${CANARY_TEXT}\n`);
    const app = await start();
    const popup = await connectedPopup(app, place);
    const page = await openDoctor(app, popup);
    await expect(page.getByText('Nothing stands in the way of a sync.')).toBeVisible({ timeout: 40_000 });
    for (const name of ['Folder', 'Database', 'TLS', 'PutOpenclawSync', 'Token at GIIP', 'Server number'])
      await expect(line(page, name)).toContainText('OK');
    await expect(line(page, 'Keyring')).toContainText('gnome_libsecret');
    await expect(line(page, 'Tray')).toContainText('The desktop shows the icon.');
    await expect(line(page, 'Agreement')).toContainText('What is remembered of 1 item');
    await keepPicture(page, 'doctor-well');

    const report = await copiedReport(app, page);
    expect(report).toContain('Token at GIIP: GIIP accepts the Agent Token.');
    for (const secret of [TOKEN, CANARY_TEXT, 'private-plan', join(place.root, 'home')])
      expect(report).not.toContain(secret);
    expect(report).toContain('~/.openclaw can be read and written.');
  });

  test('finds out why it fails, by keyboard alone, and looks again', async ({ start, place, giip }) => {
    const app = await start();
    const popup = await connectedPopup(app, place);
    giip.switches.token = 'sk-another-one';
    await popup.getByRole('button', { name: 'Sync now' }).click();
    const way = popup.getByRole('button', { name: 'Find out why…' });
    await expect(way).toBeVisible();
    await way.focus();
    await popup.keyboard.press('Enter');
    const page = await app.window('doctor');
    await expect(page.getByText('One problem stands in the way of a sync: Token at GIIP.')).toBeVisible({
      timeout: 40_000,
    });
    const problem = page.getByRole('region', { name: 'Problem: Token at GIIP' });
    await expect(problem).toContainText('GIIP refused the Agent Token');
    await expect(line(page, 'Token at GIIP')).toContainText('Problem');
    await expect(line(page, 'Server number')).toContainText('Not checked');
    await keepPicture(page, 'doctor-refused');

    giip.switches.token = TOKEN;
    await page.keyboard.press('Tab');
    await expect(page.getByRole('button', { name: 'Change connection: Token at GIIP' })).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(page.getByRole('button', { name: 'Check again' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByText('Nothing stands in the way of a sync.')).toBeVisible({ timeout: 40_000 });
    const closed = page.waitForEvent('close');
    await page.keyboard.press('Escape').catch(() => undefined);
    await closed;
  });

  test('shows how far it is while GIIP takes its time', async ({ start, place, giip }) => {
    const app = await start();
    const popup = await connectedPopup(app, place);
    const held = giip.hold('put');
    const page = await openDoctor(app, popup);
    await held.arrived;
    await expect(line(page, 'TLS')).toContainText('Checking…');
    await expect(line(page, 'Clock')).toContainText('Waiting');
    await expect(page.getByText('Checking: The way to GIIP…')).toBeVisible();
    await keepPicture(page, 'doctor-running');
    await held.release();
    await expect(page.getByText('Nothing stands in the way of a sync.')).toBeVisible({ timeout: 40_000 });
  });

  test('saves where the person says, for them alone to read', async ({ start, place }) => {
    const app = await start();
    const popup = await connectedPopup(app, place);
    const page = await openDoctor(app, popup);
    await expect(page.getByText('Nothing stands in the way of a sync.')).toBeVisible({ timeout: 40_000 });
    const filePath = join(mkdtempSync(join(place.root, 'saved-')), 'report.txt');
    await app.electron.evaluate(({ dialog }, path) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath: path });
    }, filePath);
    await page.getByRole('button', { name: 'Save report…' }).click();
    await expect(page.getByText('Saved:')).toBeVisible();
    expect(readFileSync(filePath, 'utf8')).toContain('Openclaw Sync');
    expect(readFileSync(filePath, 'utf8')).not.toContain(TOKEN);
  });
});

test('says where the desktop shows no icon and GIIP is away, and what that means', async ({
  start,
  place,
  giip,
}) => {
  const app = await start();
  const popup = await connectedPopup(app, place);
  writeFileSync(join(place.workspace, 'docs', 'a.md'), 'a\n');
  await giip.close();
  const page = await openDoctor(app, popup);
  await expect(page.getByText('One problem stands in the way of a sync: Connection.')).toBeVisible({
    timeout: 40_000,
  });
  await expect(page.getByRole('region', { name: 'Problem: Connection' })).toContainText(
    'GIIP cannot be reached.',
  );
  await expect(line(page, 'GetOpenclawSync')).toContainText('First mend “Connection”.');
  await expect(page.getByRole('region', { name: 'Attention: Tray' })).toContainText('no tray icons');
  await keepPicture(page, 'doctor-away');
});
