import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, type Page } from '@playwright/test';
import type { WindowName } from '../../shared/ipc/contract.ts';
import { test } from './app-fixture.ts';
import { metInConflict } from './conflict-place.ts';
import type { RunningApp } from './running-app.ts';

const folder = resolve(import.meta.dirname, '../../artefacts/screenshots');
const WINDOWS: readonly WindowName[] = ['popup', 'conflicts', 'settings', 'history', 'preview', 'doctor'];

/** Whatever stands on the page in a system with few colours of its own has one of these. */
async function inForcedColours(page: Page, name: string): Promise<void> {
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
  expect(await page.evaluate(() => matchMedia('(forced-colors: active)').matches)).toBe(true);
  await page.screenshot({ path: join(folder, `${name}-forced-colours.png`), animations: 'disabled' });
  // Without a border a button is plain text there: its background is taken away.
  const bare = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button, select, input:not([type=checkbox], [type=radio])')]
      .filter((each) => each.checkVisibility() && each.matches('.button, select, input'))
      .filter((each) => Number.parseFloat(getComputedStyle(each).borderTopWidth) === 0)
      .map((each) => each.outerHTML.slice(0, 120)),
  );
  expect(bare).toEqual([]);
  await page.emulateMedia({ forcedColors: 'none' });
}

/** Everything twice as large: the page grows downwards, nothing is pushed out at its side. */
async function atTwiceTheSize(app: RunningApp, page: Page, name: WindowName): Promise<void> {
  // One for all pages of an origin.
  await app.inWindow(name, (window) => window.webContents.setZoomFactor(2));
  await expect.poll(() => page.evaluate(() => devicePixelRatio)).toBe(2);
  const outside = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button, input, select, h1, h2, p')]
      .filter((each) => each.checkVisibility() && each.getBoundingClientRect().width > 1)
      .filter((each) => each.getBoundingClientRect().right > innerWidth + 1)
      .map((each) => each.outerHTML.slice(0, 120)),
  );
  expect(outside).toEqual([]);
}

test('every window in forced colours and twice as large', async ({ start, place, giip }) => {
  const app = await start();
  const popup = await metInConflict(app, place, giip, [
    { path: 'docs/guide.md', base: 'one\ntwo\n', mine: 'one\nmine\n', server: 'one\ntheirs\n' },
    { path: 'configs/main.json', base: '{"a":1}', mine: '{"a":2}', server: '{"a":3}' },
  ]);
  writeFileSync(join(place.workspace, 'docs/more.md'), 'more\n');
  for (const name of WINDOWS) {
    if (name !== 'popup')
      await popup.evaluate((n) => Reflect.get(window, 'api').call('app.openWindow', n), name);
    const page = await app.window(name);
    await expect(page.locator('main')).toBeVisible();
    await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
    await inForcedColours(page, name);
  }
  for (const name of WINDOWS) await atTwiceTheSize(app, await app.window(name), name);
});
