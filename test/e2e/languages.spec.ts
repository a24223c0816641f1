import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import * as jaMore from '../../renderer/words/ja/conflict-text.ts';
import * as ja from '../../renderer/words/ja/setup-text.ts';
import * as koMore from '../../renderer/words/ko/conflict-text.ts';
import * as ko from '../../renderer/words/ko/setup-text.ts';
import * as zhMore from '../../renderer/words/zh/conflict-text.ts';
import * as zh from '../../renderer/words/zh/setup-text.ts';
import type { CallInput, CallName } from '../../shared/ipc/contract.ts';
import { LSSN, type Place, TOKEN, test } from './app-fixture.ts';
import { connectedPopup } from './connect.ts';
import { keepPicture } from './keep-picture.ts';
import type { RunningApp } from './running-app.ts';

const WORDS = {
  ko: { setup: ko.setupText, conflict: koMore.conflictText },
  ja: { setup: ja.setupText, conflict: jaMore.conflictText },
  zh: { setup: zh.setupText, conflict: zhMore.conflictText },
} as const;
type Translated = keyof typeof WORDS;

/** What the settings file of a person who chose this language holds. */
function chooseLanguage({ stateDir }: Place, language: string): void {
  mkdirSync(stateDir, { recursive: true });
  writeFileSync(join(stateDir, 'settings.json'), JSON.stringify({ language }));
}

/** Makes a call as a button of the page would. */
function call<N extends CallName>(page: Page, name: N, input: CallInput<N>): Promise<unknown> {
  return page.evaluate(([n, i]) => Reflect.get(window, 'api').call(n, i), [name, input] as const);
}

/** Buttons, headings and labels whose words do not fit into them, and a page that is wider than its window. */
function clipped(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const narrow = [...document.querySelectorAll<HTMLElement>('button, h1, h2, h3, label, th, legend')]
      .filter((each) => each.clientWidth > 1 && each.scrollWidth > each.clientWidth + 1)
      .map((each) => each.textContent ?? '');
    const wide = document.documentElement.scrollWidth > innerWidth ? ['the page'] : [];
    return [...narrow, ...wide];
  });
}

async function keep(page: Page, language: Translated, name: string): Promise<void> {
  await expect(page.locator('html')).toHaveAttribute('lang', language === 'zh' ? 'zh-Hans' : language);
  await keepPicture(page, `${language}-${name}`);
  expect(await clipped(page)).toEqual([]);
}

async function setUp(app: RunningApp, place: Place, language: Translated): Promise<void> {
  const { setup } = WORDS[language];
  const page = await app.window('setup');
  await expect(page.getByRole('heading', { name: setup.title })).toBeVisible();
  await page.getByLabel(setup.token, { exact: true }).fill(TOKEN);
  await page.getByLabel(setup.lssn).fill(String(LSSN));
  await page.getByLabel(setup.folder).fill(place.workspace);
  await keep(page, language, 'setup');
  await page.getByRole('button', { name: setup.start }).click();
  await expect(page.getByRole('heading', { name: setup.plan.title })).toBeVisible();
  await keep(page, language, 'setup-plan');
  await page.getByRole('button', { name: setup.start }).click();
  await expect(page.getByRole('heading', { name: setup.done.title })).toBeVisible();
}

for (const language of ['ko', 'ja', 'zh'] as const)
  test(`every window in ${language}`, async ({ start, place, giip, trayHost }) => {
    expect(trayHost.item()).toBeUndefined();
    chooseLanguage(place, language);
    const write = (path: string, text: string): void => writeFileSync(join(place.workspace, path), text);
    write('docs/guide.md', 'one\ntwo\nthree\n');
    write('configs/main.json', '{\n  "auto_update": true,\n  "log_level": "INFO"\n}\n');
    const app = await start();
    await setUp(app, place, language);
    await app.startAgain();
    const popup = await app.window('popup');
    await expect.poll(() => giip.doc('docs/guide.md')).toBe('one\ntwo\nthree\n');
    await keep(popup, language, 'popup-in-step');

    await call(popup, 'sync.pause', 'resumed');
    giip.setDoc('docs/guide.md', 'one\ntwo as GIIP has it\nthree\n');
    write('docs/guide.md', 'one\ntwo as I have it\nthree\n');
    giip.setConfig('main.json', '{"auto_update":false,"log_level":"WARN"}');
    write('configs/main.json', '{\n  "auto_update": true,\n  "log_level": "DEBUG"\n}\n');
    giip.setDoc('docs/new.md', 'new on GIIP\n');
    await call(popup, 'sync.resume', null);
    await call(popup, 'sync.now', null);
    await expect(popup.getByRole('button', { name: resolveName(language) })).toHaveCount(2);
    await keep(popup, language, 'popup-conflicts');

    await call(popup, 'app.openWindow', 'conflicts');
    const conflicts = await app.window('conflicts');
    const { conflict } = WORDS[language];
    await expect(conflicts.getByRole('button', { name: conflict.useMine })).toBeVisible();
    await keep(conflicts, language, 'conflict-config');
    await conflicts.getByRole('button', { name: conflict.next }).click();
    await expect(conflicts.getByRole('heading', { name: 'docs/guide.md' })).toBeVisible();
    await keep(conflicts, language, 'conflict-document');

    for (const name of ['settings', 'history', 'preview', 'doctor'] as const) {
      await call(popup, 'app.openWindow', name);
      const page = await app.window(name);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
      await keep(page, language, name);
    }
  });

function resolveName(language: Translated): string {
  return { ko: '해결', ja: '解決', zh: '解决' }[language];
}

test('a language chosen in the settings is spoken at once, in every window', async ({
  start,
  place,
  trayHost,
}) => {
  expect(trayHost.item()).toBeUndefined();
  const app = await start();
  const popup = await connectedPopup(app, place);
  await popup.getByRole('button', { name: 'Settings' }).click();
  const page = await app.window('settings');
  await page.getByRole('tab', { name: 'Behaviour' }).click();
  await page.getByLabel('Language').selectOption('日本語');
  await expect(page.locator('html')).toHaveAttribute('lang', 'ja');
  await expect(popup.locator('html')).toHaveAttribute('lang', 'ja');
  await expect(popup.getByRole('status')).toContainText('すべて一致しています');
});
