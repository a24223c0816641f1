import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import type { TestGiip } from '../giip-server/start-test-giip.ts';
import type { Place } from './app-fixture.ts';
import { connectedPopup } from './connect.ts';
import type { RunningApp } from './running-app.ts';

/** A file of the Openclaw folder. */
export const fileOf = ({ workspace }: Place, path: string): string => join(workspace, path);

/** What stands in it now. */
export const textIn = (place: Place, path: string): string => readFileSync(fileOf(place, path), 'utf8');

/** The texts of one item that go different ways. */
export interface Meeting {
  readonly path: string;
  readonly base: string;
  readonly mine: string;
  readonly server: string;
}

/** A document that both sides changed, here and there in the same place. */
export const GUIDE = {
  path: 'docs/guide.md',
  base: '# Guide\n\nInstall the agent.\nStart it once.\nIt runs every hour.\n\n## Logs\n\nThey are kept for a week.\n',
  mine: '# Guide\n\nInstall the agent for your user.\nStart it once.\nIt runs every ten minutes.\n\n## Logs\n\nThey are kept for a week.\n',
  server:
    '# Guide\n\nInstall the agent.\nStart it once.\nIt runs every two hours.\n\n## Logs\n\nThey are kept for a month.\n',
};

/** A config that both sides changed. */
export const CONFIG = {
  path: 'configs/main.json',
  base: '{\n  "log_level": "INFO",\n  "auto_update": true,\n  "timeout": 1.50\n}\n',
  mine: '{\n  "log_level": "DEBUG",\n  "auto_update": false,\n  "timeout": 1.50\n}\n',
  server: '{"log_level":"WARN","auto_update":true,"timeout":1.50,"region":"eu"}',
};

function setOnGiip(giip: TestGiip, path: string, text: string): void {
  if (path.startsWith('configs/')) giip.setConfig(path.slice('configs/'.length), text);
  else giip.setDoc(path, text);
}

/** Both sides agree on the bases, then each goes its own way; the popup says how many conflicts came of it. */
export async function metInConflict(
  app: RunningApp,
  place: Place,
  giip: TestGiip,
  meetings: readonly Meeting[],
): Promise<Page> {
  for (const { path, base } of meetings) writeFileSync(fileOf(place, path), base);
  const popup = await connectedPopup(app, place);
  await popup.evaluate(() => Reflect.get(window, 'api').call('sync.pause', 'resumed'));
  for (const { path, mine, server } of meetings) {
    setOnGiip(giip, path, server);
    writeFileSync(fileOf(place, path), mine);
  }
  await popup.evaluate(() => Reflect.get(window, 'api').call('sync.resume', null));
  await popup.getByRole('button', { name: 'Sync now' }).click();
  const amount = meetings.length === 1 ? '1 conflict' : `${meetings.length} conflicts`;
  await expect(popup.getByRole('status')).toContainText(`${amount} to resolve`);
  return popup;
}

/** Opens the conflict window at the first conflict of the popup's list, as a person does. */
export async function conflictWindow(app: RunningApp, popup: Page): Promise<Page> {
  await popup
    .getByRole('list', { name: 'Conflicts' })
    .getByRole('button', { name: 'Resolve' })
    .first()
    .click();
  const page = await app.window('conflicts');
  await expect(page.getByRole('region', { name: 'On GIIP' })).toBeVisible();
  return page;
}
