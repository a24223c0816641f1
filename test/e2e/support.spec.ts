import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { expect, type Page } from '@playwright/test';
import { faults } from '../giip-server/giip-fault.ts';
import { DOC_CANARY, earFor } from '../hostile/support/canary-ear.ts';
import { type Place, TOKEN, test } from './app-fixture.ts';
import { connectedPopup } from './connect.ts';
import { keepPicture } from './keep-picture.ts';
import type { RunningApp } from './running-app.ts';

const SECRET_NAME = 'merger-plan-4711.md';

/** The texts of an archive, by its own directory. */
function unzipped(zip: Buffer): Readonly<Record<string, string>> {
  const end = zip.length - 22;
  let at = zip.readUInt32LE(end + 16);
  const files: Record<string, string> = {};
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [packed, nameLength, local] = [
      zip.readUInt32LE(at + 20),
      zip.readUInt16LE(at + 28),
      zip.readUInt32LE(at + 42),
    ];
    const data = local + 30 + nameLength;
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
    files[name] = inflateRawSync(zip.subarray(data, data + packed)).toString('utf8');
    at += 46 + nameLength;
  }
  return files;
}

async function openSupport(app: RunningApp, popup: Page): Promise<Page> {
  await popup.evaluate(() => Reflect.get(window, 'api').call('app.openSettings', 'about'));
  const settings = await app.window('settings');
  await settings.getByRole('button', { name: 'Create support bundle…' }).click();
  const page = await app.window('support');
  await expect(page.getByText(/files, .* before packing\./u)).toBeVisible({ timeout: 40_000 });
  return page;
}

/** The dialog of the operating system answers with this file. */
async function answerDialog(app: RunningApp, file: string): Promise<void> {
  await app.electron.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, file);
}

test('a support bundle is looked at before it is saved, and what was shown is what is saved', async ({
  start,
  place,
  giip,
}) => {
  writeFileSync(join(place.workspace, 'docs', SECRET_NAME), `${DOC_CANARY}\n`);
  const app = await start();
  const popup = await connectedPopup(app, place);
  writeFileSync(join(place.workspace, 'configs', 'broken.json'), `{ ${DOC_CANARY}`);

  const page = await openSupport(app, popup);
  await expect(page.getByRole('region', { name: 'Text of manifest.json' })).toContainText('"fileNames"');
  await keepPicture(page, 'support-1-manifest');
  await page.getByRole('radio', { name: /^manifest\.json/u }).focus();
  for (let step = 0; step < 5; step += 1) await page.keyboard.press('ArrowDown');
  const items = page.getByRole('region', { name: 'Text of items.json' });
  await expect(items).toContainText('"filesHere": 2');
  await expect(items).not.toContainText(SECRET_NAME);
  await keepPicture(page, 'support-2-items');
  await page.keyboard.press('Tab');
  await expect(items.locator('pre')).toBeFocused();

  const file = join(place.root, 'bundle.zip');
  await answerDialog(app, file);
  await page.getByRole('button', { name: 'Save…' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Saved as bundle.zip. Nothing was sent.')).toBeVisible();
  await keepPicture(page, 'support-3-saved');
  const files = unzipped(readFileSync(file));
  expect(files['items.json']).toBe(await items.locator('pre').textContent());
  expect(Object.keys(files)).toEqual(
    expect.arrayContaining([
      'manifest.json',
      'doctor.json',
      'logs/application.log',
      'logs/application.jsonl',
    ]),
  );
  const all = Object.values(files).join('\n');
  for (const secret of [TOKEN, SECRET_NAME, DOC_CANARY, 'merger', join(place.root, 'home')])
    expect(all).not.toContain(secret);
  expect(giip.requests.filter(({ text }) => text.includes('"fileNames"'))).toEqual([]);

  await page.getByRole('checkbox', { name: 'Include file names' }).check();
  await expect(items).toContainText('configs/broken.json');
  await keepPicture(page, 'support-4-names');
  await page.getByRole('button', { name: 'Save…' }).click();
  await expect(page.getByText('Saved as bundle.zip. Nothing was sent.')).toBeVisible();
  expect(unzipped(readFileSync(file))['items.json']).toContain('configs/broken.json');
});

/** Every file of the state folder but the database, which holds texts, and the encrypted token. */
function outputs({ stateDir }: Place): readonly (readonly [name: string, bytes: Buffer])[] {
  const files = readdirSync(stateDir, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return files
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !file.startsWith(join(stateDir, 'state')) && !file.endsWith('credentials.json'))
    .map((file) => [file.slice(stateDir.length + 1), readFileSync(file)] as const);
}

test('the application keeps silent about token and texts, whatever fails', async ({ start, place, giip }) => {
  const text = `${DOC_CANARY}\n`;
  writeFileSync(join(place.workspace, 'docs', 'a.md'), text);
  const app = await start();
  const said: Buffer[] = [];
  for (const stream of [app.electron.process().stdout, app.electron.process().stderr])
    stream?.on('data', (chunk: Buffer) => said.push(chunk));
  const popup = await connectedPopup(app, place);
  const quoted = `${TOKEN} ${DOC_CANARY}`;
  giip.fail('get', faults.answer(500, JSON.stringify({ RstVal: 500, RstMsg: TOKEN })));
  giip.fail('get', faults.answer(500, `<h1>${quoted}</h1>`));
  await popup.getByRole('button', { name: 'Sync now' }).click();
  await expect(popup.getByRole('status')).not.toContainText('Everything is in step');
  giip.heal();
  giip.fail('put', faults.answer(400, JSON.stringify({ RstVal: 400, RstMsg: quoted })), 'always');
  writeFileSync(join(place.workspace, 'docs', 'refused.md'), text);
  mkdirSync(join(place.workspace, 'docs', 'b.md'));
  await popup.getByRole('button', { name: 'Sync now' }).click();
  await expect.poll(() => giip.requests.filter(({ call }) => call === 'put').length).toBeGreaterThan(1);
  await app.electron.evaluate((_electron, message) => {
    setTimeout(() => void Promise.reject(new Error(message)), 0);
  }, quoted);
  const log = (): string => readFileSync(join(place.stateDir, 'logs', 'application.jsonl'), 'utf8');
  await expect.poll(log).toContain('promise-unhandled');
  await popup.evaluate((message) => Reflect.get(window, 'api').call('history.text', message), quoted);
  await expect.poll(log).toContain('call-refused');
  const gone = once(app.electron.process(), 'exit');
  const page = await app.window('popup');
  await page.evaluate((message) => {
    document.title = message;
  }, quoted);
  await app.inWindow('popup', (window) => window.webContents.forcefullyCrashRenderer());
  await expect.poll(log).toContain('page-ended');
  await app.electron
    .evaluate((_electron, message) => {
      setTimeout(() => {
        throw new Error(message);
      }, 0);
    }, quoted)
    .catch(() => undefined);
  await gone;
  expect(log()).toContain('exception-uncaught');
  for (const [name, canary] of [
    ['the token', TOKEN],
    ['a text', DOC_CANARY],
  ] as const) {
    const hears = earFor(canary);
    for (const [where, bytes] of [...outputs(place), ['standard output', Buffer.concat(said)] as const])
      expect([name, where, hears(bytes)]).toEqual([name, where, false]);
  }
});
