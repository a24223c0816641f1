import { writeFileSync } from 'node:fs';
import { expect, type Locator, type Page } from '@playwright/test';
import { LSSN, TOKEN, test } from './app-fixture.ts';
import { fileOf, metInConflict, textIn } from './conflict-place.ts';
import { connectedPopup } from './connect.ts';

/** More steps than any window has; who needs more is caught in a ring. */
const MANY_STEPS = 60;

async function isFocused(target: Locator): Promise<boolean> {
  return (await target.count()) === 1 && target.evaluate((element) => element === document.activeElement);
}

/** A person must see where they are: an outline, a ring or a border that the unfocused element has not. */
async function expectVisible(page: Page): Promise<void> {
  const visible = await page.evaluate(() => {
    const element = document.activeElement;
    if (!element?.matches(':focus-visible')) return false;
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
    return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
  });
  expect(visible, 'the focus can be seen').toBe(true);
}

/** Goes there with Tab alone. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let step = 0; step < MANY_STEPS; step += 1) {
    if (await isFocused(target)) return expectVisible(page);
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${target}`);
}

async function press(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('Enter');
}

const button = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true });

async function type(page: Page, label: string, text: string): Promise<void> {
  await tabTo(page, page.getByLabel(label, { exact: true }));
  await page.keyboard.press('Control+a');
  await page.keyboard.type(text);
}

test('set up with the keyboard alone', async ({ start, place, giip }) => {
  giip.setDoc('docs/guide.md', '# Guide\n');
  const app = await start();
  const page = await app.window('setup');
  await type(page, 'Agent token', TOKEN);
  await type(page, 'Server number (lssn)', String(LSSN));
  await type(page, 'Openclaw folder', place.workspace);
  await press(page, button(page, 'Start syncing'));
  await expect(page.getByRole('heading', { name: 'What the first sync will do' })).toBeVisible();
  await press(page, button(page, 'Start syncing'));
  await expect(page.getByRole('heading', { name: 'Openclaw Sync is at work' })).toBeVisible();
  await tabTo(page, button(page, 'Show status'));
  // The window closes itself, maybe before the key is acknowledged: the popup is what counts.
  await page.keyboard.press('Enter').catch(() => undefined);
  const popup = await app.window('popup');
  await expect(popup.getByRole('list', { name: 'Recent activity' })).toContainText('guide.md');
});

test('sync now, and undo it, with the keyboard alone', async ({ start, place, giip }) => {
  writeFileSync(fileOf(place, 'docs/guide.md'), 'as I wrote it\n');
  const app = await start();
  const popup = await connectedPopup(app, place);
  giip.setDoc('docs/guide.md', 'as GIIP has it\n');
  await press(popup, button(popup, 'Sync now'));
  await expect.poll(() => textIn(place, 'docs/guide.md')).toBe('as GIIP has it\n');
  await expect(popup.getByRole('status')).toContainText('Everything is in step');

  await press(popup, button(popup, 'More'));
  const undo = popup.getByRole('menuitem', { name: 'Undo last sync…' });
  await expect(undo).toBeVisible();
  for (let step = 0; step < MANY_STEPS && !(await isFocused(undo)); step += 1)
    await popup.keyboard.press('ArrowDown');
  await popup.keyboard.press('Enter');
  const page = await app.window('history');
  await expect(page.getByRole('heading', { name: 'Undo this sync?' })).toBeVisible();
  await press(page, button(page, 'Undo for 1 file'));
  await expect.poll(() => textIn(place, 'docs/guide.md')).toBe('as I wrote it\n');
});

test('resolve a conflict with the keyboard alone', async ({ start, place, giip }) => {
  const app = await start();
  const popup = await metInConflict(app, place, giip, [
    {
      path: 'docs/guide.md',
      base: 'one\ntwo\nthree\n',
      mine: 'one\ntwo of mine\nthree\n',
      server: 'one\ntwo of GIIP\nthree\n',
    },
  ]);
  await press(popup, button(popup, 'Resolve'));
  const page = await app.window('conflicts');
  await expect(page.getByRole('region', { name: 'Result' })).toBeVisible();
  await page.keyboard.press('F7');
  await page.keyboard.press('Alt+2');
  await page.keyboard.press('Control+Enter');
  await expect.poll(() => textIn(place, 'docs/guide.md')).toBe('one\ntwo of GIIP\nthree\n');
  await expect(popup.getByRole('status')).toContainText('Everything is in step');
});

test('find out why it fails with the keyboard alone', async ({ start, place, giip }) => {
  const app = await start();
  const popup = await connectedPopup(app, place);
  giip.switches.token = 'sk-reissued-meanwhile';
  await press(popup, button(popup, 'Sync now'));
  await expect(popup.getByRole('status')).toContainText('GIIP refused the token');
  await press(popup, button(popup, 'Find out why…'));
  const page = await app.window('doctor');
  await expect(page.getByText('One problem stands in the way of a sync', { exact: false })).toBeVisible();
  await tabTo(page, button(page, 'Copy report'));
  giip.switches.token = TOKEN;
  await press(page, button(page, 'Check again'));
  await expect(page.getByText('Nothing stands in the way of a sync')).toBeVisible();
  const closed = page.waitForEvent('close');
  await page.keyboard.press('Escape').catch(() => undefined);
  await closed;
});
