import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { TOKEN, test } from './app-fixture.ts';
import { connectedPopup } from './connect.ts';
import { keepPicture } from './keep-picture.ts';
import { addSecond, FIRST_NAME, SECOND, SECOND_NAME, secondFolder } from './second-connection.ts';
import type { TrayHost } from './tray/tray-host.ts';
import type { TrayItem, TrayMenuRow } from './tray/tray-item.ts';

const config = (level: string, token: string): string =>
  JSON.stringify({ log: { level }, token, agent: 'main' });

async function registered(host: TrayHost): Promise<TrayItem> {
  await expect.poll(() => host.item() !== undefined).toBe(true);
  return host.item() as TrayItem;
}

const labels = (rows: readonly TrayMenuRow[]): readonly string[] =>
  rows.map(({ label }) => label).filter((label) => label !== '');

async function rowOf(item: TrayItem, ...path: readonly string[]): Promise<TrayMenuRow> {
  let rows = await item.menu();
  let found: TrayMenuRow | undefined;
  for (const label of path) {
    found = rows.find((row) => row.label.startsWith(label));
    if (found === undefined) throw new Error(`no ${label} among ${labels(rows).join(', ')}`);
    rows = found.children;
  }
  return found as TrayMenuRow;
}

const choice = (popup: Page, name: string) =>
  popup.getByRole('navigation', { name: 'Connections' }).getByRole('button', { name });

test('two connections sync side by side; the worst state is on the icon; each is resolved, paused and removed by itself', async ({
  trayHost,
  start,
  place,
  giip,
}) => {
  writeFileSync(join(place.workspace, 'docs/one.md'), 'one\n');
  writeFileSync(join(place.workspace, 'configs/main.json'), config('INFO', 'abc-123'));
  writeFileSync(join(place.workspace, 'configs/same.json'), '{"a": 1, "b": 2}');
  const app = await start();
  const item = await registered(trayHost);
  const popup = await connectedPopup(app, place);
  await expect(popup.getByRole('navigation', { name: 'Connections' })).toHaveCount(0);

  const folder = secondFolder(place, {
    'docs/two.md': 'two\n',
    'configs/main.json': config('DEBUG', 'xyz-789'),
    'configs/same.json': '{ "b": 2, "a": 1 }',
    'configs/more.json': '{}',
  });
  const settings = await addSecond(app, popup, folder);
  await expect.poll(() => giip.doc('docs/two.md', SECOND)).toBe('two\n');
  expect(giip.doc('docs/one.md')).toBe('one\n');
  expect(giip.doc('docs/two.md')).toBeUndefined();

  giip.setDoc('docs/two.md', 'theirs\n', SECOND);
  writeFileSync(join(folder, 'docs/two.md'), 'mine\n');
  await expect.poll(() => item.tooltip()).toContain(`1 conflict to resolve\n${SECOND_NAME}`);
  const menu = labels(await item.menu());
  expect(menu).toContain(`${SECOND_NAME}: 1 conflict to resolve`);
  expect(menu).toContain(`${FIRST_NAME}: Everything is in step`);
  expect(menu.indexOf(`${SECOND_NAME}: 1 conflict to resolve`)).toBeLessThan(
    menu.indexOf(`${FIRST_NAME}: Everything is in step`),
  );

  await expect(choice(popup, FIRST_NAME)).toHaveAttribute('aria-current', 'true');
  await expect(popup.getByRole('status')).toContainText('Everything is in step');
  await choice(popup, SECOND_NAME).focus();
  await popup.keyboard.press('Enter');
  await expect(choice(popup, SECOND_NAME)).toHaveAttribute('aria-current', 'true');
  await expect(popup.getByRole('status')).toContainText('1 conflict to resolve');
  // The settings have taken the focus from it meanwhile; it comes back with what a person must look at.
  await app.startAgain();
  await expect.poll(() => app.isShown('popup')).toBe(true);
  await keepPicture(popup, 'several-popup');
  await keepPicture(settings, 'several-settings');

  await popup.getByRole('list', { name: 'Conflicts' }).getByRole('button', { name: 'Resolve' }).click();
  const conflicts = await app.window('conflicts');
  await expect(conflicts.getByText(SECOND_NAME)).toBeVisible();
  expect(await conflicts.title()).toBe(`${SECOND_NAME} – Openclaw Sync`);
  await keepPicture(conflicts, 'several-conflicts');
  await conflicts.getByRole('button', { name: 'Use mine' }).first().click();
  await expect.poll(() => giip.doc('docs/two.md', SECOND)).toBe('mine\n');
  await expect.poll(() => item.tooltip()).toContain('Everything is in step');

  const list = settings.getByRole('list', { name: 'All connections' });
  await settings.getByRole('button', { name: 'Compare configs…' }).click();
  await comparesConfigs(await app.window('compare'));

  const second = list.getByRole('listitem').filter({ hasText: SECOND_NAME });
  await second.getByRole('button', { name: 'Pause' }).click();
  await expect(second).toContainText('Paused');
  await expect(list.getByRole('listitem').filter({ hasText: FIRST_NAME })).toContainText('in step');
  await choose(item, SECOND_NAME, 'Resume');
  await expect(second).not.toContainText('Paused');

  await second.getByRole('button', { name: 'Remove…' }).click();
  await expect(settings.getByRole('dialog')).toContainText('Its files stay as they are');
  await keepPicture(settings, 'several-remove');
  await settings.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await expect(second).toHaveCount(0);
  await expect(popup.getByRole('navigation', { name: 'Connections' })).toHaveCount(0);
  await expect(popup.getByRole('status')).toContainText('Everything is in step');
  expect(readFileSync(join(folder, 'docs/two.md'), 'utf8')).toBe('mine\n');
  const requests = giip.requests.length;
  await choose(item, 'Sync now');
  await expect.poll(() => giip.requests.length).toBeGreaterThan(requests);
  expect(giip.requests.slice(requests).map(({ json }) => JSON.stringify(json))).not.toContain(String(SECOND));
});

/** The menu is renewed a moment after the windows. */
async function choose(item: TrayItem, ...path: readonly string[]): Promise<void> {
  await expect
    .poll(() =>
      rowOf(item, ...path).then(
        () => true,
        () => false,
      ),
    )
    .toBe(true);
  await item.choose(await rowOf(item, ...path));
}

/** Same, different with a secret, and only in one. */
async function comparesConfigs(page: Page): Promise<void> {
  await expect(page.getByText('2 of 3 files differ')).toBeVisible();
  const keys = page.getByRole('table', { name: 'Keys that differ in configs/main.json' });
  await expect(keys.getByRole('row')).toHaveText([
    `Key${FIRST_NAME}${SECOND_NAME}`,
    'log › level"INFO""DEBUG"',
    'token"••••••""••••••"',
  ]);
  await expect(page.getByText(`Only in ${SECOND_NAME}`)).toBeVisible();
  await keepPicture(page, 'several-compare');
  await page.getByLabel('Only differences').uncheck();
  await expect(page.getByText('Same in both')).toBeVisible();
  await page.getByLabel('Compare', { exact: true }).selectOption({ label: SECOND_NAME });
  await expect(keys.getByRole('row').first()).toHaveText(`Key${SECOND_NAME}${FIRST_NAME}`);
}

test('a folder of one connection is refused for another, and both are there again after a restart', async ({
  start,
  place,
}) => {
  const app = await start();
  const popup = await connectedPopup(app, place);
  await popup.evaluate(() => Reflect.get(window, 'api').call('connections.add', null));
  const page = await app.window('setup');
  await page.getByLabel('Agent token').fill(TOKEN);
  await page.getByLabel('Server number (lssn)').fill(String(SECOND));
  await page.getByLabel('Openclaw folder').fill(join(place.workspace, 'docs'));
  await page.getByRole('button', { name: 'Start syncing' }).click();
  await expect(page.getByText('This folder belongs to another connection already')).toBeVisible();
  await keepPicture(page, 'several-refused');

  await page.getByLabel('Openclaw folder').fill(secondFolder(place, {}));
  await page.getByRole('button', { name: 'Start syncing' }).click();
  await page.getByRole('button', { name: 'Start syncing' }).click();
  await expect(page.getByRole('heading', { name: 'Openclaw Sync is at work' })).toBeVisible();
  await app.quit();

  const again = await start();
  await again.startAgain();
  const next = await again.window('popup');
  await choice(next, SECOND_NAME).click();
  await expect(next.getByRole('status')).toContainText('Everything is in step');

  await next.evaluate(() => Reflect.get(window, 'api').call('settings.update', { language: 'ko' }));
  await expect(next.getByRole('navigation', { name: '연결' })).toBeVisible();
  await keepPicture(next, 'several-popup-ko');
  for (const name of ['settings', 'compare'] as const) {
    await next.evaluate((n) => Reflect.get(window, 'api').call('app.openWindow', n), name);
    const page = await again.window(name);
    await expect(page.locator('main h1')).toBeVisible();
    await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
    await keepPicture(page, `several-${name}-ko`);
  }
});
