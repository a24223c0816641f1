import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { TOKEN, test } from './app-fixture.ts';
import { connectedPopup } from './connect.ts';
import { textOf } from './text-of.ts';

test('killed in the middle of a push, the next start goes on where it was', async ({
  start,
  place,
  giip,
}) => {
  const doc = join(place.workspace, 'docs/a.md');
  writeFileSync(doc, 'base\n');
  const first = await start();
  await connectedPopup(first, place);

  const held = giip.hold('put');
  writeFileSync(doc, 'edited before the kill\n');
  await held.arrived;
  await first.kill();
  await held.release();
  giip.setDoc('docs/b.md', 'written meanwhile\n');

  const second = await start();
  await expect.poll(() => giip.doc('docs/a.md')).toBe('edited before the kill\n');
  await expect.poll(() => textOf(join(place.workspace, 'docs/b.md'))).toBe('written meanwhile\n');
  expect(second.hasWindow('setup')).toBe(false);
  const popup = await second.window('popup');
  await expect(popup.getByRole('status')).toContainText('Everything is in step');
  await expect(popup.getByRole('list', { name: 'Conflicts' })).toHaveCount(0);
});

test('the token survives a restart in the keyring, and no file holds it', async ({ start, place, giip }) => {
  const first = await start();
  await connectedPopup(first, place);
  await first.quit();
  expect(filesHolding(place.root, TOKEN)).toEqual([]);

  giip.requests.length = 0;
  const second = await start();
  await expect.poll(() => giip.requests.length).toBeGreaterThan(0);
  expect(giip.requests[0]?.json).toMatchObject({ at: TOKEN });
  expect(second.hasWindow('setup')).toBe(false);
});

test('quitting ends the process with nothing left behind in the folder', async ({ start, place }) => {
  const app = await start();
  await connectedPopup(app, place);
  await app.quit();
  expect(readdirSync(place.workspace).sort()).toEqual(['configs', 'docs']);
});

function filesHolding(folder: string, text: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => readFileSync(path).includes(text));
}
