import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { type Place, test } from './app-fixture.ts';
import { connectedPopup, fillSetup } from './connect.ts';
import { keepPicture } from './keep-picture.ts';
import type { RunningApp } from './running-app.ts';
import { textOf } from './text-of.ts';

const file = ({ workspace }: Place, path: string): string => join(workspace, path);

/** An entry of the popup's menu, as a person chooses it. */
async function choose(popup: Page, entry: string): Promise<void> {
  await popup.getByRole('button', { name: 'More' }).click();
  await popup.getByRole('menuitem', { name: entry }).click();
}

async function syncNow(popup: Page): Promise<void> {
  await popup.getByRole('button', { name: 'Sync now' }).click();
}

async function openHistory(app: RunningApp, popup: Page): Promise<Page> {
  await choose(popup, 'History…');
  const page = await app.window('history');
  await expect(page.getByRole('heading', { name: 'History', exact: true })).toBeVisible();
  return page;
}

test('a file that GIIP replaced is put back by undoing the last sync, and the next cycle sends it', async ({
  start,
  place,
  giip,
}) => {
  writeFileSync(file(place, 'docs/guide.md'), 'one\nas I wrote it\nthree\n');
  const app = await start();
  const popup = await connectedPopup(app, place);
  giip.setDoc('docs/guide.md', 'one\nas GIIP has it\nthree\n');
  await syncNow(popup);
  await expect.poll(() => textOf(file(place, 'docs/guide.md'))).toBe('one\nas GIIP has it\nthree\n');

  const page = await openHistory(app, popup);
  await page.getByRole('button', { name: /GIIP's changes to 1 file/u }).click();
  const changed = page.getByRole('list', { name: 'What changed' });
  await expect(changed).toContainText('guide.md');
  await keepPicture(page, 'history-1-run');
  await changed.getByRole('button', { name: 'Why?' }).click();
  await expect(page.getByRole('textbox', { name: 'Changed on GIIP' })).toContainText('as GIIP has it');
  await keepPicture(page, 'history-2-why');

  await choose(popup, 'Undo last sync…');
  await expect(page.getByRole('heading', { name: 'Undo this sync?' })).toBeVisible();
  await keepPicture(page, 'history-3-undo-plan');
  expect(textOf(file(place, 'docs/guide.md'))).toBe('one\nas GIIP has it\nthree\n');
  await page.getByRole('button', { name: 'Undo for 1 file' }).click();
  await expect(page.getByRole('status', { name: 'What was done' })).toContainText(
    '1 file is as before again.',
  );
  await keepPicture(page, 'history-4-undone');
  await expect.poll(() => textOf(file(place, 'docs/guide.md'))).toBe('one\nas I wrote it\nthree\n');
  await expect.poll(() => giip.doc('docs/guide.md')).toBe('one\nas I wrote it\nthree\n');
  await expect(page.getByRole('button', { name: /You undid the changes to 1 file/u })).toBeVisible();

  await page.getByRole('status', { name: 'What was done' }).getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => giip.doc('docs/guide.md')).toBe('one\nas GIIP has it\nthree\n');
});

test('the popup says why, with what had changed where, and its menu leads on', async ({
  start,
  place,
  giip,
}) => {
  writeFileSync(file(place, 'docs/guide.md'), 'one\nas I wrote it\nthree\n');
  const app = await start();
  const popup = await connectedPopup(app, place);
  giip.setDoc('docs/guide.md', 'one\nas GIIP has it\nthree\n');
  await syncNow(popup);
  const activity = popup.getByRole('list', { name: 'Recent activity' });
  const pulled = activity.getByRole('listitem').filter({ hasText: 'Fetched' });
  await pulled.getByRole('button', { name: 'Why?' }).click();
  const why = popup.getByRole('region', { name: 'Why: docs/guide.md' });
  await expect(why.getByRole('textbox', { name: 'Changed on GIIP' })).toContainText('as I wrote it');
  await keepPicture(popup, 'popup-why');
  await popup.getByRole('button', { name: 'More' }).click();
  await keepPicture(popup, 'popup-menu');
});

test('one key of a config is restored, and the rest stays as it is now', async ({ start, place, giip }) => {
  const config = (): string | null => textOf(file(place, 'configs/main.json'));
  writeFileSync(
    file(place, 'configs/main.json'),
    '{\n  "model": "one",\n  "limit": 1.50,\n  "log": "INFO"\n}\n',
  );
  const app = await start();
  const popup = await connectedPopup(app, place);
  giip.setConfig('main.json', '{"model":"two","limit":1.50,"log":"DEBUG"}');
  await syncNow(popup);
  await expect.poll(config).toContain('"two"');

  const page = await openHistory(app, popup);
  await page.getByRole('button', { name: 'Show versions of configs/main.json' }).first().click();
  const model = page.getByRole('row', { name: /^model/u });
  await expect(model).toContainText('"one"');
  await keepPicture(page, 'history-5-config');
  await model.getByRole('button', { name: 'Restore this key' }).click();
  await expect(page.getByRole('status', { name: 'What was done' })).toContainText(
    '“model” has its earlier value',
  );
  expect(config()).toBe('{\n  "model": "one",\n  "limit": 1.50,\n  "log": "DEBUG"\n}\n');
  await expect.poll(() => JSON.parse(giip.config('main.json') ?? '{}').model).toBe('one');
});

test('the folder is restored as it was after an earlier sync, but for what is left out', async ({
  start,
  place,
  giip,
}) => {
  for (const name of ['a', 'b', 'c']) writeFileSync(file(place, `docs/${name}.md`), `first ${name}\n`);
  const app = await start();
  const popup = await connectedPopup(app, place);
  for (const [name, text] of [
    ['a', 'second a\n'],
    ['b', 'second b\n'],
    ['c', 'second c\n'],
  ] as const) {
    giip.setDoc(`docs/${name}.md`, text);
    await syncNow(popup);
    await expect.poll(() => textOf(file(place, `docs/${name}.md`))).toBe(text);
  }

  const page = await openHistory(app, popup);
  await page.getByRole('button', { name: /Your changes to 3 files/u }).click();
  await page.getByRole('button', { name: 'Restore folder to this point…' }).click();
  await page.getByRole('checkbox', { name: 'docs/b.md' }).uncheck();
  await keepPicture(page, 'history-6-restore-plan');
  await page.getByRole('button', { name: 'Restore 2 files' }).click();
  await expect(page.getByRole('status', { name: 'What was done' })).toContainText(
    '2 files are as before again.',
  );
  const here = ['a', 'b', 'c'].map((name) => textOf(file(place, `docs/${name}.md`)));
  expect(here).toEqual(['first a\n', 'second b\n', 'first c\n']);
  await expect.poll(() => giip.doc('docs/a.md')).toBe('first a\n');
  expect(giip.doc('docs/b.md')).toBe('second b\n');
});

test('the versions of a file stand beside what it is now', async ({ start, place, giip }) => {
  const lines = (word: string): string =>
    Array.from({ length: 30 }, (_, at) => `Line ${at} ${at === 12 ? word : ''}\n`).join('');
  writeFileSync(file(place, 'docs/guide.md'), lines('mine'));
  const app = await start();
  const popup = await connectedPopup(app, place);
  giip.setDoc('docs/guide.md', lines('theirs'));
  await syncNow(popup);
  await expect.poll(() => textOf(file(place, 'docs/guide.md'))).toBe(lines('theirs'));

  const page = await openHistory(app, popup);
  await page.getByRole('radio', { name: 'By file' }).check();
  await page.getByRole('searchbox', { name: 'Filter files' }).fill('guide');
  await page.getByRole('option', { name: 'docs/guide.md' }).click();
  await page
    .getByRole('region', { name: 'Versions' })
    .getByRole('button', { name: /Written on this computer/u })
    .first()
    .click();
  const text = page.getByRole('textbox', { name: 'Compared with the file as it is now' });
  await expect(text).toContainText('Line 12 theirs');
  await expect(text).not.toContainText('Line 25');
  await keepPicture(page, 'history-7-file');
  await page.getByRole('button', { name: 'Restore this version' }).click();
  await expect.poll(() => giip.doc('docs/guide.md')).toBe(lines('mine'));
});

test('the preview says what would happen and writes nothing', async ({ start, place, giip }) => {
  writeFileSync(file(place, 'docs/a.md'), 'mine\n');
  const app = await start();
  const popup = await connectedPopup(app, place);
  await popup.evaluate(() => Reflect.get(window, 'api').call('sync.pause', 'resumed'));
  giip.setDoc('docs/a.md', 'theirs\n');
  writeFileSync(file(place, 'docs/new.md'), 'new\n');
  const written = giip.requests.filter(({ call }) => call !== 'get').length;

  await choose(popup, 'What would happen now?');
  const page = await app.window('preview');
  await expect(page.getByRole('list', { name: '1 file would come from GIIP' })).toContainText(
    'replaces the file here',
  );
  await expect(page.getByRole('list', { name: '1 file would be sent to GIIP' })).toContainText('new.md');
  await keepPicture(page, 'preview');
  expect(textOf(file(place, 'docs/a.md'))).toBe('mine\n');
  expect(giip.requests.filter(({ call }) => call !== 'get')).toHaveLength(written);

  await popup.evaluate(() => Reflect.get(window, 'api').call('sync.resume', null));
  await page.getByRole('button', { name: 'Sync now' }).click();
  await expect.poll(() => textOf(file(place, 'docs/a.md'))).toBe('theirs\n');
  await expect(popup.getByRole('status')).toContainText('Everything is in step');
  await page.getByRole('button', { name: 'Look again' }).click();
  await expect(page.getByText('Nothing would happen: both sides are in step.')).toBeVisible();
  await keepPicture(page, 'preview-in-step');
});

test('what differs on both sides is decided before the first sync', async ({ start, place, giip }) => {
  for (const name of ['a', 'b', 'c']) {
    giip.setDoc(`docs/${name}.md`, `theirs ${name}\n`);
    writeFileSync(file(place, `docs/${name}.md`), `mine ${name}\n`);
  }
  const app = await start();
  const page = await app.window('setup');
  await fillSetup(page, place);
  await page.getByRole('button', { name: 'Start syncing' }).click();
  await page.getByRole('combobox', { name: 'Choice for docs/a.md' }).selectOption('Keep mine');
  await page.getByRole('combobox', { name: 'Choice for docs/b.md' }).selectOption("Take GIIP's");
  await keepPicture(page, 'setup-5-choices');
  await page.getByRole('button', { name: 'Start syncing' }).click();
  await expect(page.getByRole('status', { name: 'Your choices' })).toContainText('carried out for 2 files.');
  await keepPicture(page, 'setup-6-choices-done');
  await expect.poll(() => giip.doc('docs/a.md')).toBe('mine a\n');
  await expect.poll(() => textOf(file(place, 'docs/b.md'))).toBe('theirs b\n');
  expect([textOf(file(place, 'docs/c.md')), giip.doc('docs/c.md')]).toEqual(['mine c\n', 'theirs c\n']);
});
