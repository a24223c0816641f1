import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { type Place, TOKEN } from './app-fixture.ts';
import { clickAndClose } from './connect.ts';
import type { RunningApp } from './running-app.ts';

/** The second server's number, and what the two connections are called. */
export const SECOND = 72;
export const FIRST_NAME = '.openclaw · 71';
export const SECOND_NAME = '.openclaw · 72';

/** A folder of the second server, with what is given in it. */
export function secondFolder({ root }: Place, files: Readonly<Record<string, string>>): string {
  const folder = join(root, 'home/other/.openclaw');
  for (const [path, text] of Object.entries({ 'configs/.keep': '', 'docs/.keep': '', ...files })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    if (!path.endsWith('.keep')) writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** As a person adds one: from the settings, through set-up. */
export async function addSecond(app: RunningApp, popup: Page, workspace: string): Promise<Page> {
  await popup.getByRole('button', { name: 'Settings' }).click();
  const settings = await app.window('settings');
  await settings.getByRole('button', { name: 'Add a connection…' }).click();
  const page = await app.window('setup');
  await expect(page.getByRole('heading', { name: 'Add a connection' })).toBeVisible();
  await expect(page.getByLabel('Openclaw folder')).toHaveValue('');
  await page.getByLabel('Agent token').fill(TOKEN);
  await page.getByLabel('Server number (lssn)').fill(String(SECOND));
  await page.getByLabel('Openclaw folder').fill(workspace);
  await page.getByRole('button', { name: 'Start syncing' }).click();
  await expect(page.getByRole('heading', { name: 'What the first sync will do' })).toBeVisible();
  await page.getByRole('button', { name: 'Start syncing' }).click();
  await expect(page.getByRole('heading', { name: 'Openclaw Sync is at work' })).toBeVisible();
  await clickAndClose(page, 'Close');
  return settings;
}
