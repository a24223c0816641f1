import { expect, type Page } from '@playwright/test';
import { LSSN, type Place, TOKEN } from './app-fixture.ts';
import type { RunningApp } from './running-app.ts';

/** Fills in the three things that set-up asks for; the API URL came with the start. */
export async function fillSetup(page: Page, place: Place): Promise<void> {
  await page.getByLabel('Agent token').fill(TOKEN);
  await page.getByLabel('Server number (lssn)').fill(String(LSSN));
  await page.getByLabel('Openclaw folder').fill(place.workspace);
}

/** Goes through set-up as a person does, up to a running application. */
export async function connect(app: RunningApp, place: Place): Promise<void> {
  const page = await app.window('setup');
  await fillSetup(page, place);
  await page.getByRole('button', { name: 'Start syncing' }).click();
  await expect(page.getByRole('heading', { name: 'What the first sync will do' })).toBeVisible();
  await page.getByRole('button', { name: 'Start syncing' }).click();
  await expect(page.getByRole('heading', { name: 'Openclaw Sync is at work' })).toBeVisible();
  await clickAndClose(page, 'Close');
}

/** Clicks what closes its own window, which may be gone before the click is acknowledged: the closing is what counts. */
export async function clickAndClose(page: Page, button: string): Promise<void> {
  const closed = page.waitForEvent('close');
  await page
    .getByRole('button', { name: button })
    .click()
    .catch(() => undefined);
  await closed;
}

/** Connects and opens the popup; both sides are in step then. */
export async function connectedPopup(app: RunningApp, place: Place): Promise<Page> {
  await connect(app, place);
  await app.startAgain();
  const popup = await app.window('popup');
  await expect(popup.getByRole('status')).toContainText('Everything is in step');
  return popup;
}
