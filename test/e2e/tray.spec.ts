import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from './app-fixture.ts';
import { connect } from './connect.ts';
import type { TrayHost } from './tray/tray-host.ts';
import type { TrayItem, TrayMenuRow } from './tray/tray-item.ts';

test('before set-up the icon says so, and a click opens set-up', async ({ trayHost, start }) => {
  const app = await start('--hidden');
  const item = await registered(trayHost);
  await expect.poll(() => item.tooltip()).toBe('Openclaw Sync: Not connected yet');
  expect(labels(await item.menu())).toEqual(['Not connected yet', 'Set up…', 'Quit']);
  expect(app.hasWindow('setup')).toBe(false);

  await item.activate();
  await expect.poll(() => app.isShown('setup')).toBe(true);
});

test('a click on the icon that stands there before the application does is not lost', async ({
  trayHost,
  start,
}) => {
  const starting = start('--hidden');
  const item = await registered(trayHost);
  await item.activate();
  const app = await starting;
  await expect.poll(() => app.isShown('setup')).toBe(true);
});

test('icon, tooltip and menu follow the state', async ({ trayHost, start, place, giip }) => {
  writeFileSync(join(place.workspace, 'docs/a.md'), 'base\n');
  const app = await start();
  const item = await registered(trayHost);
  const unconnected = await item.picture();
  expect(unconnected).toMatchObject({ width: 48, height: 48 });
  expect(unconnected.argb).toHaveLength(48 * 48 * 4);

  await connect(app, place);
  await expect
    .poll(() => item.tooltip())
    .toMatch(/^Openclaw Sync: Everything is in step\nLast synced just now$/);
  const inStep = await item.picture();
  expect(inStep.argb.equals(unconnected.argb)).toBe(false);
  expect(labels(await item.menu())).toEqual([
    'Everything is in step',
    'Open Openclaw Sync',
    'Sync now',
    'Pause',
    'What would happen now?',
    'History…',
    'Undo last sync…',
    'Open folder',
    'Check connection…',
    'Settings',
    'Quit',
  ]);

  giip.setDoc('docs/a.md', 'theirs\n');
  writeFileSync(join(place.workspace, 'docs/a.md'), 'mine\n');
  await expect.poll(() => item.tooltip()).toContain('1 conflict to resolve');
  expect(labels(await item.menu())).toContain('Resolve conflicts…');
  expect((await item.picture()).argb.equals(inStep.argb)).toBe(false);
});

test('the menu acts: pause, resume, sync now, settings', async ({ trayHost, start, place, giip }) => {
  const app = await start();
  const item = await registered(trayHost);
  await connect(app, place);
  await expect.poll(() => item.tooltip()).toContain('Everything is in step');

  await choose(item, 'Pause', 'Until resumed');
  await expect.poll(() => item.tooltip()).toContain('Paused until you resume');
  await choose(item, 'Resume');
  await expect.poll(() => item.tooltip()).toContain('Everything is in step');

  const before = giip.requests.length;
  await choose(item, 'Sync now');
  await expect.poll(() => giip.requests.length).toBeGreaterThan(before);

  await choose(item, 'Settings');
  await expect.poll(() => app.isShown('settings')).toBe(true);

  await choose(item, 'Check connection…');
  await expect.poll(() => app.isShown('doctor')).toBe(true);
});

test('the menu leads to conflicts, preview and history, and undoing to its plan', async ({
  trayHost,
  start,
  place,
  giip,
}) => {
  giip.setDoc('docs/a.md', 'base\n');
  const app = await start();
  const item = await registered(trayHost);
  await connect(app, place);
  await expect.poll(() => item.tooltip()).toContain('Everything is in step');
  await choose(item, 'What would happen now?');
  await expect.poll(() => app.isShown('preview')).toBe(true);
  await choose(item, 'History…');
  await expect.poll(() => app.isShown('history')).toBe(true);

  giip.setDoc('docs/a.md', 'theirs\n');
  await choose(item, 'Sync now');
  await expect.poll(async () => (await item.menu()).find(isUndo)?.enabled).toBe(true);
  await choose(item, 'Undo last sync…');
  // The window stands there already: its page follows the address, and is not loaded anew.
  const history = await app.window('history');
  await expect.poll(() => new URL(history.url()).hash).toBe('#history?undo');

  giip.setDoc('docs/b.md', 'theirs\n');
  writeFileSync(join(place.workspace, 'docs/b.md'), 'mine\n');
  await expect.poll(() => item.tooltip()).toContain('1 conflict to resolve');
  await choose(item, 'Resolve conflicts…');
  await expect.poll(() => app.isShown('conflicts')).toBe(true);
});

test('a click shows the popup at first paint, the next one takes it away', async ({
  trayHost,
  start,
  place,
}) => {
  const app = await start();
  const item = await registered(trayHost);
  await connect(app, place);
  expect(app.hasWindow('popup')).toBe(false);

  await item.activate();
  await expect.poll(() => app.isShown('popup')).toBe(true);
  const popup = await app.window('popup');
  await expect(popup.getByRole('status')).toContainText('Everything is in step');
  await item.activate();
  await expect.poll(() => app.isShown('popup')).toBe(false);
});

test('Escape takes the popup away', async ({ trayHost, start, place }) => {
  const app = await start();
  const item = await registered(trayHost);
  await connect(app, place);
  await item.activate();
  const popup = await app.window('popup');
  await expect(popup.getByRole('status')).toBeVisible();
  await expect.poll(() => app.isShown('popup')).toBe(true);
  await popup.keyboard.press('Escape');
  await expect.poll(() => app.isShown('popup')).toBe(false);
});

test('Quit in the menu ends the program', async ({ trayHost, start }) => {
  const app = await start('--hidden');
  const item = await registered(trayHost);
  // The icon stands there before its menu does.
  await expect.poll(() => item.tooltip()).toContain('Not connected yet');
  const ended = app.ended();
  await expect.poll(async () => labels(await item.menu())).toContain('Quit');
  // The program may be gone before it has acknowledged the click.
  await chooseOnce(item, ['Quit']).catch(() => undefined);
  expect(await ended).toBe(0);
});

async function registered(host: TrayHost): Promise<TrayItem> {
  // One of the tests does not wait for the start of the program before.
  const patient = { message: 'an icon registers', timeout: 30_000 };
  await expect.poll(() => host.item() !== undefined, patient).toBe(true);
  return host.item() as TrayItem;
}

function isUndo({ label }: TrayMenuRow): boolean {
  return label === 'Undo last sync…';
}

/** What can be read in the menu: separators have no label. */
function labels(rows: readonly TrayMenuRow[]): readonly string[] {
  return rows.map(({ label }) => label).filter((label) => label !== '');
}

/** Chooses as a person does: a menu that is made anew under the pointer takes no click, and is opened once more. */
async function choose(item: TrayItem, ...path: readonly string[]): Promise<void> {
  await expect(() => chooseOnce(item, path)).toPass({ intervals: [50, 100, 250], timeout: 15_000 });
}

/** Goes down the menu by labels and chooses the last one. */
async function chooseOnce(item: TrayItem, path: readonly string[]): Promise<void> {
  let rows = await item.menu();
  for (const [depth, label] of path.entries()) {
    const row = rows.find((candidate) => candidate.label === label);
    if (!row) throw new Error(`The menu has no "${label}": ${labels(rows).join(', ')}`);
    if (depth === path.length - 1) await item.choose(row);
    rows = row.children;
  }
}
