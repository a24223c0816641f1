import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test as apps, TOKEN } from './app-fixture.ts';
import { connect } from './connect.ts';
import { NotificationServer } from './notifications/notification-server.ts';
import { textOf } from './text-of.ts';

interface Fixtures {
  readonly desktop: NotificationServer;
}

// With a panel for the tray icon no window stands open by itself.
const test = apps.extend<Fixtures>({
  desktop: async ({ trayHost: _panel }, use) => {
    const desktop = await NotificationServer.start();
    await use(desktop);
    desktop.end();
  },
});

test('a conflict is told once, with names only, and a click leads to it', async ({
  desktop,
  start,
  place,
  giip,
}) => {
  const file = join(place.workspace, 'docs/a.md');
  writeFileSync(file, 'base\n');
  const app = await start();
  await connect(app, place);
  await expect.poll(() => giip.doc('docs/a.md')).toBe('base\n');
  giip.setDoc('docs/a.md', 'their words\n');
  writeFileSync(file, 'my words\n');

  await expect.poll(() => desktop.titles()).toEqual(['A conflict to resolve']);
  const [told] = desktop.shown;
  if (!told) throw new Error('nothing was shown');
  expect(told.body).toBe(body('docs/a.md'));
  expect(told.actions).toContain('default');

  desktop.click(told);
  await expect.poll(() => app.isShown('conflicts')).toBe(true);
  const conflicts = await app.window('conflicts');
  await expect(conflicts.getByRole('heading', { name: 'docs/a.md' })).toBeVisible();
  await app.quit();

  giip.setDoc('docs/b.md', 'their words\n');
  writeFileSync(join(place.workspace, 'docs/b.md'), 'my words\n');
  // The next start tells of the new one only.
  await start();
  await expect.poll(() => desktop.shown.length).toBe(2);
  expect(desktop.shown[1]).toMatchObject({ title: 'A conflict to resolve', body: body('docs/b.md') });
});

test('a refused token is told, a click leads to the settings, and its end is told too', async ({
  desktop,
  start,
  place,
  giip,
}) => {
  writeFileSync(join(place.workspace, 'docs/a.md'), 'base\n');
  const app = await start();
  await connect(app, place);
  await expect.poll(() => giip.doc('docs/a.md')).toBe('base\n');
  giip.switches.token = 'sk-another';
  writeFileSync(join(place.workspace, 'docs/a.md'), 'edited\n');

  await expect.poll(() => desktop.titles()).toEqual(['The Agent Token does not work']);
  const [told] = desktop.shown;
  if (!told) throw new Error('nothing was shown');
  expect(told.body).not.toContain(TOKEN);
  desktop.click(told);
  await expect.poll(() => app.isShown('settings')).toBe(true);
  const settings = await app.window('settings');

  giip.switches.token = TOKEN;
  await settings.evaluate(() => Reflect.get(window, 'api').call('sync.now', null));
  await app.inWindow('settings', (window) => window.hide());
  await expect.poll(() => desktop.titles()).toEqual(['The Agent Token does not work', 'All is well again']);
  // What is over does not stand on the screen any longer.
  expect([...desktop.standing]).toEqual([2]);
});

test('a kind that is switched off stays silent', async ({ desktop, start, place, giip }) => {
  const file = join(place.workspace, 'docs/a.md');
  writeFileSync(file, 'base\n');
  const app = await start();
  const setup = await app.window('setup');
  await setup.evaluate(() => Reflect.get(window, 'api').call('app.openSettings', 'notifications'));
  const settings = await app.window('settings');
  await settings.getByRole('switch', { name: 'New conflicts' }).click();
  await expect(settings.getByText('Saved')).toBeVisible();
  await settings.close();
  await connect(app, place);
  // What GIIP is given between a pull and its push is lost to the push, and then nothing is in conflict.
  await expect.poll(() => giip.doc('docs/a.md')).toBe('base\n');
  giip.setDoc('docs/a.md', 'their words\n');
  writeFileSync(file, 'my words\n');
  await expect.poll(() => textOf(join(place.stateDir, 'notices.json'))).toContain('docs/a.md');
  expect(desktop.titles()).toEqual([]);
});

test('in front of the popup nobody is told, and what is over is taken back', async ({
  desktop,
  start,
  place,
  giip,
}) => {
  const inWorkspace = (path: string): string => join(place.workspace, path);
  for (const path of ['docs/a.md', 'docs/b.md']) writeFileSync(inWorkspace(path), 'base\n');
  const app = await start();
  await connect(app, place);
  await expect.poll(() => giip.doc('docs/b.md')).toBe('base\n');
  await app.startAgain();
  await expect.poll(() => app.inWindow('popup', (window) => window.isFocused())).toBe(true);
  giip.setDoc('docs/a.md', 'their words\n');
  writeFileSync(inWorkspace('docs/a.md'), 'my words\n');
  const known = (): string | null => textOf(join(place.stateDir, 'notices.json'));
  await expect.poll(known).toContain('docs/a.md');
  expect(desktop.titles()).toEqual([]);

  await app.inWindow('popup', (window) => window.hide());
  giip.setDoc('docs/b.md', 'their words\n');
  writeFileSync(inWorkspace('docs/b.md'), 'my words\n');
  await expect.poll(() => desktop.titles()).toEqual(['A conflict to resolve']);
  expect([...desktop.standing]).toEqual([1]);
  for (const path of ['docs/a.md', 'docs/b.md']) writeFileSync(inWorkspace(path), 'their words\n');
  await expect.poll(() => desktop.titles()).toEqual(['A conflict to resolve', 'All is well again']);
  expect([...desktop.standing]).toEqual([2]);
});

function body(path: string): string {
  return `${path}\nBoth versions are kept as they are.`;
}
