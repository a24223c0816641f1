import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { TOKEN, test } from './app-fixture.ts';
import { connect, fillSetup } from './connect.ts';
import { textOf } from './text-of.ts';

test('a fresh start asks for three things and then both sides are in step', async ({
  start,
  place,
  giip,
}) => {
  giip.setDoc('docs/from-giip.md', 'from GIIP\n');
  writeFileSync(join(place.workspace, 'docs/from-here.md'), 'from here\n');

  const app = await start();
  await connect(app, place);

  const arrived = join(place.workspace, 'docs/from-giip.md');
  await expect.poll(() => textOf(arrived)).toBe('from GIIP\n');
  await expect.poll(() => giip.doc('docs/from-here.md')).toBe('from here\n');
});

test('nothing is written anywhere before the plan was seen', async ({ start, place, giip }) => {
  giip.setDoc('docs/a.md', 'theirs\n');
  writeFileSync(join(place.workspace, 'docs/a.md'), 'mine\n');
  const app = await start();
  const page = await app.window('setup');
  await fillSetup(page, place);
  await page.getByRole('button', { name: 'Start syncing' }).click();

  await expect(page.getByRole('heading', { name: 'What the first sync will do' })).toBeVisible();
  await expect(page.getByText('No file on this computer will be overwritten.')).toBeVisible();
  expect(textOf(join(place.workspace, 'docs/a.md'))).toBe('mine\n');
  expect(giip.requests.filter(({ call }) => call !== 'get')).toEqual([]);
});

test('the connection can be tested first', async ({ start, place, giip }) => {
  giip.setDoc('docs/a.md', 'a\n');
  const app = await start();
  const page = await app.window('setup');
  await fillSetup(page, place);
  await page.getByRole('button', { name: 'Test connection' }).click();
  await expect(page.getByText('GIIP answered. It holds 1 item')).toBeVisible();
  expect(JSON.stringify(giip.requests.map(({ json }) => json))).toContain(TOKEN);
});

test('a number that is none is said beside its field', async ({ start, place, giip }) => {
  const app = await start();
  const page = await app.window('setup');
  await fillSetup(page, place);
  await page.getByLabel('Server number (lssn)').fill('seventy-one');
  await page.getByRole('button', { name: 'Test connection' }).click();
  await expect(page.getByText('Enter a whole number from 1 to 2147483647.')).toBeVisible();
  expect(giip.requests).toEqual([]);
});

test('a folder that is not there is said, and never made', async ({ start, place }) => {
  const app = await start();
  const page = await app.window('setup');
  await fillSetup(page, place);
  await page.getByLabel('Openclaw folder').fill(join(place.root, 'nowhere'));
  await page.getByRole('button', { name: 'Start syncing' }).click();
  await expect(page.getByText('The Openclaw folder is not there.')).toBeVisible();
});
