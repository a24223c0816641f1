import { expect } from '@playwright/test';
import { test } from './app-fixture.ts';
import { connectedPopup } from './connect.ts';

test('the settings are walked through by keyboard, and follow who asks for one of their parts', async ({
  start,
  place,
}) => {
  const app = await start();
  const popup = await connectedPopup(app, place);
  await popup.getByRole('button', { name: 'Settings' }).click();
  const page = await app.window('settings');
  await expect(page.getByRole('heading', { name: 'Connection' })).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('tab', { name: 'Connection' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('tab', { name: 'Behaviour' })).toBeFocused();
  // The part itself, its first control.
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(page.getByLabel('Language')).toBeFocused();

  const ask = (part: string) =>
    popup.evaluate((name) => Reflect.get(window, 'api').call('app.openSettings', name), part);
  await ask('network');
  await expect(page.getByRole('tabpanel', { name: 'Network' })).toBeVisible();
  await page.getByRole('tab', { name: 'Secrets' }).click();
  await page.reload();
  await expect(page.getByRole('tabpanel', { name: 'Secrets' })).toBeVisible();
  // Twice: the address is the same then.
  for (let times = 0; times < 2; times++) {
    await ask('network');
    await expect(page.getByRole('tabpanel', { name: 'Network' })).toBeVisible();
  }
});

test('a narrow window has the list of the parts on top, and nothing beside the window', async ({
  start,
  place,
}) => {
  const app = await start();
  const popup = await connectedPopup(app, place);
  await popup.getByRole('button', { name: 'Settings' }).click();
  const page = await app.window('settings');
  await page.getByRole('tab', { name: 'Behaviour' }).click();
  const boxes = async () => {
    const [list, part] = [
      await page.getByRole('tablist').boundingBox(),
      await page.getByRole('tabpanel').boundingBox(),
    ];
    if (list === null || part === null) throw new Error('nothing is shown');
    return { list, part };
  };
  const wide = await boxes();
  expect(wide.part.x).toBeGreaterThanOrEqual(wide.list.x + wide.list.width);
  await app.inWindow('settings', (window) => window.setSize(480, 600));
  await expect.poll(async () => (await boxes()).part.x).toBe(0);
  const narrow = await boxes();
  expect(narrow.part.y).toBeGreaterThanOrEqual(narrow.list.y + narrow.list.height);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
});
