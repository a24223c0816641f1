import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { LANGUAGES, type Language } from '../../../shared/language.ts';
import type { RunningApp } from '../running-app.ts';
import { liveRegions, treeProblems } from './accessibility-tree.ts';
import { BASELINES, differentConditions } from './conditions.ts';
import { inItsColours, isKept, keep } from './kept-picture.ts';

const NOT_COMPARED = resolve(import.meta.dirname, '../../../artefacts/screenshots');
/** Chromium draws the corner of a card in one of two ways, now and then: up to 18 points of it by less than a tenth. */
const LIMITS = { threshold: 0.05, maxDiffPixels: 10 };
const SCHEMES = ['light', 'dark'] as const;

/** A state of a window, and the way to it once its page has been loaded anew in another language. */
export interface View {
  readonly name: string;
  readonly page: Page;
  readonly ready?: (page: Page, language: Language) => Promise<unknown>;
}

interface Looking {
  readonly app: RunningApp;
  readonly page: Page;
  /** Why pictures are not compared, or null where they are. */
  readonly differs: string | null;
}

/** Buttons, headings and labels whose words do not fit into them, and a page that is wider than its window. */
function clipped(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const narrow = [...document.querySelectorAll<HTMLElement>('button, h1, h2, h3, label, th, legend')]
      .filter((each) => !each.matches('.visually-hidden'))
      .filter((each) => each.clientWidth > 1 && each.scrollWidth > each.clientWidth + 1)
      .map((each) => each.textContent ?? '');
    const wide = document.documentElement.scrollWidth > innerWidth ? ['the page'] : [];
    return [...narrow, ...wide];
  });
}

/** What axe finds wrong. In the dark only the colours are others. */
async function axeFindings(page: Page, colorScheme: 'light' | 'dark'): Promise<readonly string[]> {
  // Its usual mode opens a page of its own, which Electron refuses.
  const axe = new AxeBuilder({ page }).setLegacyMode(true);
  const { violations } = await (colorScheme === 'light' ? axe : axe.withRules('color-contrast')).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

/** Kept pictures and trees are written anew in this run. */
const renewing = (): boolean => test.info().config.updateSnapshots !== 'none';

/** The page once it stands still: two pictures in a row are the same. */
async function stillPicture(page: Page): Promise<Buffer> {
  let picture = await page.screenshot({ animations: 'disabled' });
  await expect(async () => {
    const before = picture;
    picture = await page.screenshot({ animations: 'disabled' });
    expect(picture.equals(before)).toBe(true);
  }).toPass();
  return picture;
}

/** A large page takes a moment to draw itself in other colours: the picture of that moment is nobody's fault. */
function isSoonKept(page: Page, path: string): Promise<boolean> {
  const look = async (): Promise<void> =>
    expect(isKept(path, await page.screenshot({ animations: 'disabled' }))).toBe(true);
  return expect(look)
    .toPass({ timeout: renewing() ? 500 : 2000 })
    .then(
      () => true,
      () => false,
    );
}

async function comparePicture({ app, page, differs }: Looking, name: string): Promise<void> {
  const file = [...BASELINES, name];
  const path = test.info().snapshotPath(...file);
  if (differs !== null) await makeOnly(page, name, differs);
  else if (await isSoonKept(page, path)) return;
  else if (renewing()) await keep(app, path, await stillPicture(page));
  else expect.soft(await inItsColours(app, path, await stillPicture(page))).toMatchSnapshot(file, LIMITS);
}

async function makeOnly(page: Page, name: string, differs: string): Promise<void> {
  mkdirSync(NOT_COMPARED, { recursive: true });
  const picture = await page.screenshot({ path: join(NOT_COMPARED, name), animations: 'disabled' });
  expect(picture.length).toBeGreaterThan(1000);
  test.info().annotations.push({ type: 'made, not compared', description: `${name}: ${differs}` });
}

/** The window as a screen reader is told of it, held against a text that a person has read. */
async function compareTree(page: Page, name: string): Promise<void> {
  const tree = await page.locator('body').ariaSnapshot();
  const said = (await liveRegions(page)).map((region) => `# said aloud when it changes: ${region}\n`);
  expect.soft(`${tree}\n${said.join('')}`).toMatchSnapshot(['a11y', `${name}.yml`]);
}

async function lookAt(looking: Looking, name: string, language: Language): Promise<void> {
  const { page } = looking;
  // A pointer left over a button would colour it.
  await page.mouse.move(0, 0);
  for (const colorScheme of SCHEMES) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await comparePicture(looking, `${name}-${language}-${colorScheme}.png`);
    if (language === 'en' && !renewing())
      expect.soft(await axeFindings(page, colorScheme), `axe: ${name}`).toEqual([]);
  }
  expect.soft(await clipped(page), `cut off: ${name} in ${language}`).toEqual([]);
  expect.soft(await treeProblems(page), `tree: ${name} in ${language}`).toEqual([]);
  if (language === 'en') await compareTree(page, name);
}

/** What a person types into a window is not lost for a language: these are loaded anew by hand. */
async function speak(page: Page, language: Language): Promise<void> {
  const tag = language === 'zh' ? 'zh-Hans' : language;
  const html = page.locator('html');
  if (!/#(?:conflicts|setup)\b/u.test(page.url())) return expect(html).toHaveAttribute('lang', tag);
  return expect(async () => {
    if ((await html.getAttribute('lang')) !== tag) await page.reload();
    await expect(html).toHaveAttribute('lang', tag);
  }).toPass();
}

/** Every view in every language, light and dark; English comes last, and first nothing is said in between. */
export async function lookAtAll(app: RunningApp, views: readonly View[]): Promise<void> {
  const differs = await differentConditions(app);
  for (const language of [...LANGUAGES.slice(1), LANGUAGES[0]]) {
    await views[0]?.page.evaluate((chosen) => {
      void Reflect.get(window, 'api').call('settings.update', { language: chosen });
    }, language);
    for (const view of views) {
      await speak(view.page, language);
      await view.ready?.(view.page, language);
      // A page that was just loaded anew is blank, and not busy either.
      await expect(view.page.locator('main')).toBeVisible();
      await expect(view.page.locator('[aria-busy="true"]')).toHaveCount(0);
      await lookAt({ app, page: view.page, differs }, view.name, language);
    }
  }
}
