import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from '@playwright/test';
import { inProject } from './project-paths.mjs';
import { runWhenMain } from './run-when-main.mjs';

const folder = 'artefacts/rehearsal';
const waitLimit = 30_000;
const themes = /** @type {const} */ (['light', 'dark']);

/**
 * @typedef {import('@playwright/test').ElectronApplication} Application
 * @typedef {import('@playwright/test').Page} Page
 */

/**
 * Leaves pictures of the real windows in a rehearsal. The application has a home and a state folder of its own, so
 * that nothing of the person at this computer gets into a picture.
 */
async function takeScreenshots() {
  const home = mkdtempSync(join(tmpdir(), 'openclaw-screenshots-'));
  mkdirSync(inProject(folder), { recursive: true });
  const app = await launch(home);
  try {
    await walk(app);
  } finally {
    await app.close();
    rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}

/** @param {string} home */
function launch(home) {
  const [program, ...args] = /** @type {string[]} */ (JSON.parse(process.env.OPENCLAW_SYNC_ELECTRON ?? '[]'));
  if (!program)
    throw new Error('OPENCLAW_SYNC_ELECTRON must hold the program and its arguments as a JSON array.');
  const { ELECTRON_RUN_AS_NODE: _node, OPENCLAW_SYNC_TOKEN: _token, ...inherited } = process.env;
  const env = /** @type {Record<string, string>} */ ({ ...inherited, HOME: home });
  return _electron.launch({
    executablePath: program,
    args: [...args, '--state-dir', join(home, 'state')],
    env,
    timeout: waitLimit,
  });
}

/**
 * Goes through the windows as a person does.
 * @param {Application} app
 */
async function walk(app) {
  const setup = await windowOf(app, 'setup');
  await setup.getByRole('button', { name: 'Test connection' }).waitFor();
  await picture(setup, 'first-run');
  await setup.getByRole('button', { name: 'Try it without GIIP' }).click();
  const popup = await windowBy(app, 'popup', () =>
    setup.getByRole('button', { name: 'Show status' }).click(),
  );
  const resolve = popup.getByRole('button', { name: 'Resolve' });
  await resolve.first().waitFor();
  // The session has no tray, which is said once; the picture is to show what stands under it.
  await popup.getByRole('button', { name: 'Understood' }).click();
  await picture(popup, 'popup');
  const settings = await windowBy(app, 'settings', () =>
    popup.getByRole('button', { name: 'Settings' }).click(),
  );
  await settings.getByRole('heading').first().waitFor();
  await picture(settings, 'settings');
  const conflicts = await windowBy(app, 'conflicts', () => resolve.first().click());
  await conflicts.getByRole('button', { name: 'Use mine' }).waitFor();
  await picture(conflicts, 'conflict');
}

/**
 * The window that this work opens.
 * @param {Application} app
 * @param {string} name
 * @param {() => Promise<void>} work
 */
async function windowBy(app, name, work) {
  const [page] = await Promise.all([windowOf(app, name), work()]);
  return page;
}

/**
 * @param {Application} app
 * @param {string} name
 * @returns {Promise<Page>}
 */
async function windowOf(app, name) {
  const isWanted = (/** @type {Page} */ page) => new URL(page.url()).hash.split('?')[0] === `#${name}`;
  const page =
    app.windows().find(isWanted) ??
    (await app.waitForEvent('window', { predicate: isWanted, timeout: waitLimit }));
  page.setDefaultTimeout(waitLimit);
  return page;
}

/**
 * @param {Page} page
 * @param {string} name
 */
async function picture(page, name) {
  for (const colorScheme of themes) {
    const file = `${folder}/${name}-${colorScheme}.png`;
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: inProject(file), animations: 'disabled' });
    process.stdout.write(`Screenshot: ${file}\n`);
  }
}

await runWhenMain(import.meta, takeScreenshots);
