import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import * as en from '../../renderer/words/en/setup-text.ts';
import * as enPopup from '../../renderer/words/en/text.ts';
import * as ja from '../../renderer/words/ja/setup-text.ts';
import * as jaPopup from '../../renderer/words/ja/text.ts';
import * as ko from '../../renderer/words/ko/setup-text.ts';
import * as koPopup from '../../renderer/words/ko/text.ts';
import * as zh from '../../renderer/words/zh/setup-text.ts';
import * as zhPopup from '../../renderer/words/zh/text.ts';
import type { CallInput, CallName, WindowName } from '../../shared/ipc/contract.ts';
import type { Language } from '../../shared/language.ts';
import { SETTINGS_SECTIONS } from '../../shared/model/settings-section.ts';
import { LSSN, type Place, TOKEN } from './app-fixture.ts';
import { CONFIG, conflictWindow, fileOf, GUIDE, metInConflict } from './conflict-place.ts';
import { connectedPopup } from './connect.ts';
import type { RunningApp } from './running-app.ts';
import { addSecond, FIRST_NAME, SECOND, SECOND_NAME, secondFolder } from './second-connection.ts';
import { lookAtAll, type View } from './visual/look-at.ts';
import { test } from './visual/picture-test.ts';

const WORDS = {
  en: { ...en.setupText, rehearse: enPopup.text.rehearsal.start },
  ko: { ...ko.setupText, rehearse: koPopup.text.rehearsal.start },
  ja: { ...ja.setupText, rehearse: jaPopup.text.rehearsal.start },
  zh: { ...zh.setupText, rehearse: zhPopup.text.rehearsal.start },
} as const;
const SECTIONS = SETTINGS_SECTIONS.filter((name) => name !== 'managed');
const KEY = `-----BEGIN RSA PRIVATE KEY-----\n${`${'MIIEpAIBAAKCAQEA7bq5'.repeat(3)}\n`.repeat(12)}-----END RSA PRIVATE KEY-----\n`;

// Every picture is asked for many times over: four languages, light and dark.
test.setTimeout(400_000);

/** Makes a call as a button of the page would. */
function call<N extends CallName>(page: Page, name: N, input: CallInput<N>): Promise<unknown> {
  return page.evaluate(([n, i]) => Reflect.get(window, 'api').call(n, i), [name, input] as const);
}

async function opened(app: RunningApp, from: Page, name: WindowName): Promise<Page> {
  await call(from, 'app.openWindow', name);
  return app.window(name);
}

const write = (place: Place, path: string, text: string): void => writeFileSync(fileOf(place, path), text);
const status = (popup: Page): Locator => popup.getByRole('status');

async function fill(page: Page, place: Place, language: Language): Promise<void> {
  const words = WORDS[language];
  await page.getByLabel(words.token, { exact: true }).fill(TOKEN);
  await page.getByLabel(words.lssn).fill(String(LSSN));
  await page.getByLabel(words.folder).fill(place.workspace);
}

async function planned(page: Page, place: Place, language: Language): Promise<void> {
  await fill(page, place, language);
  await page.getByRole('button', { name: WORDS[language].start }).click();
  await expect(page.getByRole('heading', { name: WORDS[language].plan.title })).toBeVisible();
}

async function rehearsed(page: Page, language: Language): Promise<void> {
  await page.getByRole('button', { name: WORDS[language].rehearse }).click();
  await expect(page.getByRole('heading', { name: WORDS[language].done.title })).toBeVisible();
}

/** What came at once is listed in the order in which it was written, which differs. */
const withoutActivity = (popup: Page): Promise<void> =>
  popup
    .locator('.popup-body section')
    .last()
    .evaluate((list: HTMLElement) => list.style.setProperty('display', 'none'));

/** A part of the settings. */
function section(page: Page, name: string): View {
  const shown = async (): Promise<void> => {
    await page.locator(`#tab-${name}`).click();
    await expect(page.locator(`#panel-${name}`)).toBeVisible();
  };
  return { name: `settings-${name}`, page, ready: shown };
}

test('the popup where no tray is', async ({ start, place }) => {
  writeFileSync(join(place.stateDir, 'settings.json'), '{"language":"en"}');
  const app = await start();
  const popup = await connectedPopup(app, place);
  await expect(popup.getByText('This desktop shows no tray icons')).toBeVisible();
  await lookAtAll(app, [{ name: 'popup-without-tray', page: popup }]);
});

test.describe('with a panel', () => {
  // A page says otherwise that there are no tray icons here.
  test.beforeEach(({ trayHost }) => expect(trayHost.item()).toBeUndefined());

  test('before the first sync', async ({ start, place, giip }) => {
    giip.setDoc('docs/guide.md', '# Guide\n');
    giip.setDoc('docs/shared.md', 'theirs\n');
    giip.setConfig('main.json', '{"model":"one"}');
    write(place, 'docs/notes.md', '# Notes\n');
    write(place, 'docs/shared.md', 'mine\n');
    const app = await start();
    const page = await app.window('setup');
    await lookAtAll(app, [
      { name: 'setup', page, ready: (_, language) => fill(page, place, language) },
      { name: 'setup-plan', page, ready: (_, language) => planned(page, place, language) },
      { name: 'popup-not-set-up', page: await opened(app, page, 'popup') },
    ]);
  });

  test('in a rehearsal', async ({ start }) => {
    const app = await start();
    const page = await app.window('setup');
    await lookAtAll(app, [{ name: 'setup-done', page, ready: (_, language) => rehearsed(page, language) }]);
    const popup = await opened(app, page, 'popup');
    await expect(popup.getByRole('button', { name: 'Resolve' }).first()).toBeVisible();
    await lookAtAll(app, [{ name: 'popup-rehearsal', page: popup, ready: withoutActivity }]);
  });

  test('in step', async ({ start, place, giip }) => {
    write(place, GUIDE.path, GUIDE.base);
    write(place, CONFIG.path, CONFIG.base);
    const app = await start();
    const popup = await connectedPopup(app, place);
    giip.setDoc(GUIDE.path, GUIDE.server);
    await popup.getByRole('button', { name: 'Sync now' }).click();
    await expect(popup.getByRole('list', { name: 'Recent activity' })).toContainText('Fetched');
    await lookAtAll(app, [{ name: 'popup-in-step', page: popup }]);

    const settings = await opened(app, popup, 'settings');
    const window = async (name: WindowName): Promise<View> => ({
      name,
      page: await opened(app, settings, name),
    });
    await lookAtAll(app, [
      ...SECTIONS.map((name) => section(settings, name)),
      await window('history'),
      await window('preview'),
      await window('doctor'),
      await window('support'),
    ]);
  });

  test('at work and away', async ({ start, place, giip }) => {
    const app = await start();
    const popup = await connectedPopup(app, place);
    const held = giip.hold('put');
    write(place, 'docs/notes.md', '# Notes\n');
    await held.arrived;
    await expect(status(popup)).toContainText('Syncing');
    await lookAtAll(app, [{ name: 'popup-syncing', page: popup }]);
    await held.release();
    await expect(status(popup)).toContainText('Everything is in step');
    await call(popup, 'sync.pause', 'resumed');
    await expect(status(popup)).toContainText('Paused');
    await lookAtAll(app, [{ name: 'popup-paused', page: popup }]);
    await giip.close();
    write(place, 'docs/written-offline.md', '# Written offline\n');
    await call(popup, 'sync.resume', null);
    await expect(status(popup)).toContainText('Waiting for GIIP');
    await expect(popup.getByRole('list', { name: 'Pending changes' })).toContainText('written-offline.md');
    // Not while it tries once more.
    const waits = (): Promise<void> => expect(popup.locator('.countdown')).toBeVisible();
    await lookAtAll(app, [{ name: 'popup-pending', page: popup, ready: waits }]);
  });

  test('in conflict', async ({ start, place, giip }) => {
    const app = await start();
    const popup = await metInConflict(app, place, giip, [GUIDE, CONFIG]);
    await lookAtAll(app, [{ name: 'popup-conflict', page: popup }]);
    const page = await conflictWindow(app, popup);
    const keys = (): Promise<void> => expect(page.getByRole('radiogroup').first()).toBeVisible();
    const next = async (): Promise<void> => {
      await keys();
      await page.keyboard.press('Control+PageDown');
      await expect(page.getByRole('heading', { name: GUIDE.path })).toBeVisible();
    };
    await lookAtAll(app, [
      { name: 'conflict-config', page, ready: keys },
      { name: 'conflict-document', page, ready: next },
    ]);
  });

  test('held', async ({ start, place }) => {
    const names = Array.from({ length: 12 }, (_, at) => `docs/${String(at + 1).padStart(2, '0')}.md`);
    for (const name of names) write(place, name, `${name}\n`);
    const app = await start();
    const popup = await connectedPopup(app, place);
    write(place, 'docs/server.md', `# Server\n\n${KEY}`);
    const secret = popup.getByRole('region', { name: 'A secret is not sent' });
    await expect(secret).toContainText('Line 3: a private key');
    await lookAtAll(app, [{ name: 'popup-secret', page: popup }]);
    await secret.getByRole('button', { name: 'Keep on this computer' }).click();
    await expect(secret).toBeHidden();
    await call(popup, 'sync.pause', 'resumed');
    for (const name of names.slice(1)) rmSync(fileOf(place, name));
    await call(popup, 'sync.resume', null);
    await popup.getByRole('button', { name: 'Sync now' }).click();
    await expect(status(popup)).toContainText('11 items to review');
    await lookAtAll(app, [{ name: 'popup-held', page: popup }]);
  });

  test('two connections', async ({ start, place, giip }) => {
    write(place, CONFIG.path, CONFIG.base);
    const app = await start();
    const popup = await connectedPopup(app, place);
    const files = { [GUIDE.path]: GUIDE.base, [CONFIG.path]: CONFIG.mine, 'configs/more.json': '{}' };
    const folder = secondFolder(place, files);
    const settings = await addSecond(app, popup, folder);
    await expect.poll(() => giip.doc(GUIDE.path, SECOND)).toBe(GUIDE.base);
    giip.setDoc(GUIDE.path, GUIDE.server, SECOND);
    writeFileSync(join(folder, GUIDE.path), GUIDE.mine);
    const connections = popup.getByRole('navigation', { name: 'Connections' });
    await expect(connections.getByRole('button').first()).toContainText('1 conflict to resolve');
    // It hid when the settings came, and shows the connection that is worst off.
    await app.startAgain();
    await expect(status(popup)).toContainText('1 conflict to resolve');
    await lookAtAll(app, [{ name: 'popup-several', page: popup, ready: withoutActivity }]);
    await settings.getByRole('button', { name: 'Compare configs…' }).click();
    const compare = await app.window('compare');
    await expect(compare.getByText(`Only in ${SECOND_NAME}`)).toBeVisible();
    const { ready: list } = section(settings, 'connection');
    const removing = async (page: Page, language: Language): Promise<void> => {
      await list?.(page, language);
      await page.getByRole('listitem').filter({ hasText: FIRST_NAME }).getByRole('button').last().click();
      await expect(page.getByRole('dialog')).toBeVisible();
    };
    await lookAtAll(app, [
      { name: 'compare', page: compare, ready: (page) => expect(page.getByRole('table')).toBeVisible() },
      { ...section(settings, 'connection'), name: 'settings-several' },
      { name: 'settings-remove', page: settings, ready: removing },
    ]);
  });

  test('refused', async ({ start, place, giip }) => {
    const app = await start();
    const popup = await connectedPopup(app, place);
    giip.switches.token = 'sk-another-one';
    await popup.getByRole('button', { name: 'Sync now' }).click();
    await expect(status(popup)).toContainText('GIIP refused the token');
    await lookAtAll(app, [{ name: 'popup-error', page: popup }]);
    const page = await opened(app, popup, 'doctor');
    await lookAtAll(app, [{ name: 'doctor-refused', page }]);
  });
});
