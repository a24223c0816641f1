import { expect } from '@playwright/test';
import { test } from './app-fixture.ts';
import { connect, connectedPopup } from './connect.ts';
import { TrayHost } from './tray/tray-host.ts';

test('without a tray the popup is an ordinary window that says why, once', async ({ start, place }) => {
  const first = await start();
  const popup = await connectedPopup(first, place);
  const hint = popup.getByText('This desktop shows no tray icons');
  await expect(hint).toBeVisible();
  await popup.getByRole('button', { name: 'Understood' }).click();
  await expect(hint).toHaveCount(0);
  await first.quit();

  const second = await start();
  const again = await second.window('popup');
  await expect(again.getByRole('status')).toContainText('Everything is in step');
  await expect(again.getByText('This desktop shows no tray icons')).toHaveCount(0);
});

test('it stays when it loses the focus, goes when it is closed, and starting again brings it back', async ({
  start,
  place,
}) => {
  const app = await start();
  await connectedPopup(app, place);
  await app.inWindow('popup', (window) => window.blur());
  expect(await app.isShown('popup')).toBe(true);
  expect(await app.inWindow('popup', (window) => window.getTitle())).toBe('Openclaw Sync');

  await app.inWindow('popup', (window) => window.close());
  await expect.poll(() => app.isShown('popup')).toBe(false);
  expect(await app.startAgain()).toBe(0);
  await expect.poll(() => app.isShown('popup')).toBe(true);
});

test('with --hidden it starts without a window', async ({ start, place }) => {
  const first = await start();
  await connect(first, place);
  await first.quit();

  const second = await start('--hidden');
  expect(await second.startAgain('--hidden')).toBe(0);
  expect(second.electron.windows()).toEqual([]);
  expect(await second.startAgain()).toBe(0);
  await expect.poll(() => second.isShown('popup')).toBe(true);
});

test('quitting at the moment at which a window goes ends the program all the same', async ({ start }) => {
  const app = await start();
  await app.window('setup');
  const ended = app.ended();
  // The window is destroyed already and nobody has been told: our own listener comes after this one.
  await app.electron
    .evaluate(({ app: program, BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      window?.prependOnceListener('closed', () => program.quit());
      window?.close();
    })
    .catch(() => undefined);
  expect(await ended).toBe(0);
});

test('a second start before set-up brings set-up to the front', async ({ start }) => {
  const app = await start();
  await app.window('setup');
  await app.inWindow('setup', (window) => window.minimize());
  expect(await app.startAgain()).toBe(0);
  await expect.poll(() => app.isShown('setup')).toBe(true);
  expect(app.electron.windows()).toHaveLength(1);
});

test('a panel that comes later gets an icon', async ({ start }) => {
  const app = await start();
  await app.window('setup');
  const host = await TrayHost.start();
  await expect.poll(() => host.item() !== undefined, { message: 'an icon registers' }).toBe(true);
  expect(await host.item()?.tooltip()).toBe('Openclaw Sync: Not connected yet');
  host.end();
});

test('a panel that goes leaves an ordinary window', async ({ start, place }) => {
  const host = await TrayHost.start();
  const app = await start();
  await connect(app, place);
  await app.startAgain();
  await expect.poll(() => app.isShown('popup')).toBe(true);
  const popup = await app.window('popup');
  expect(await app.inWindow('popup', (window) => window.isResizable())).toBe(false);

  host.end();
  await expect(popup.getByText('This desktop shows no tray icons')).toBeVisible();
  await app.startAgain();
  // The old window is destroyed meanwhile, so the main process is asked and not a page of it.
  const resizable = (): Promise<readonly boolean[]> =>
    app.electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map((window) => window.isResizable()),
    );
  await expect.poll(resizable).toEqual([true]);
});
