import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { type Place, test } from './app-fixture.ts';
import { connectedPopup } from './connect.ts';

const file = ({ workspace }: Place, path: string): string => join(workspace, path);

test('an edit on disk reaches the server by itself', async ({ start, place, giip }) => {
  writeFileSync(file(place, 'docs/a.md'), 'first\n');
  const app = await start();
  const popup = await connectedPopup(app, place);
  expect(giip.doc('docs/a.md')).toBe('first\n');

  writeFileSync(file(place, 'docs/a.md'), 'second\n');
  await expect.poll(() => giip.doc('docs/a.md')).toBe('second\n');
  await expect(popup.getByRole('list', { name: 'Recent activity' })).toContainText('docs/a.md');
});

test('an edit on the server reaches the disk', async ({ start, place, giip }) => {
  giip.setDoc('docs/a.md', 'first\n');
  giip.setConfig('main.json', '{"model":"one"}');
  const app = await start();
  const popup = await connectedPopup(app, place);
  expect(readFileSync(file(place, 'docs/a.md'), 'utf8')).toBe('first\n');

  giip.setDoc('docs/a.md', 'second\n');
  giip.setConfig('main.json', '{"model":"two"}');
  await popup.getByRole('button', { name: 'Sync now' }).click();
  await expect.poll(() => readFileSync(file(place, 'docs/a.md'), 'utf8')).toBe('second\n');
  const config = (): unknown => JSON.parse(readFileSync(file(place, 'configs/main.json'), 'utf8'));
  await expect.poll(config).toEqual({ model: 'two' });
});

test('a sync that takes its time says how far it is and can be stopped; the next one does the rest', async ({
  trayHost,
  start,
  place,
  giip,
}) => {
  writeFileSync(file(place, 'docs/a.md'), 'a\n');
  const app = await start();
  const popup = await connectedPopup(app, place);
  await popup.evaluate(() => Reflect.get(window, 'api').call('sync.pause', 'resumed'));
  const names = ['b', 'c', 'd', 'e', 'f'].map((name) => `docs/${name}.md`);
  for (const name of names) writeFileSync(file(place, name), `${name}\n`);
  const held = giip.hold('put');
  await popup.evaluate(() => Reflect.get(window, 'api').call('sync.resume', null));
  await held.arrived;
  await expect(popup.getByRole('progressbar', { name: 'Sending 0 of 5' })).toBeVisible();
  const labels = async (): Promise<string> => JSON.stringify(await trayHost.item()?.menu());
  await expect.poll(labels).toContain('Stop syncing now');

  await popup.getByRole('button', { name: 'Stop' }).click();
  await expect(popup.getByRole('button', { name: 'Stopping…' })).toBeVisible();
  await held.clientGone;
  await expect(popup.getByRole('status')).toContainText('Stopped. What was done stays');
  await expect(popup.getByRole('progressbar')).toHaveCount(0);
  await expect.poll(labels).toContain('Sync now');
  expect(names.map((name) => giip.doc(name))).toEqual(names.map(() => undefined));

  await popup.getByRole('button', { name: 'Sync now' }).click();
  await expect(popup.getByRole('status')).toContainText('Everything is in step');
  expect(names.map((name) => giip.doc(name))).toEqual(names.map((name) => `${name}\n`));
});
