import { expect } from '@playwright/test';
import { test } from './app-fixture.ts';
import { connectedPopup } from './connect.ts';

test('a language chosen in the settings is spoken at once, in every window', async ({
  start,
  place,
  trayHost,
}) => {
  expect(trayHost.item()).toBeUndefined();
  const app = await start();
  const popup = await connectedPopup(app, place);
  await popup.getByRole('button', { name: 'Settings' }).click();
  const page = await app.window('settings');
  await page.getByRole('tab', { name: 'Behaviour' }).click();
  await page.getByLabel('Language').selectOption('日本語');
  await expect(page.locator('html')).toHaveAttribute('lang', 'ja');
  await expect(popup.locator('html')).toHaveAttribute('lang', 'ja');
  await expect(popup.getByRole('status')).toContainText('すべて一致しています');
});
