import { existsSync } from 'node:fs';
import { expect } from '@playwright/test';
import { test as apps } from './app-fixture.ts';
import { UpdatableApp } from './updates/updatable-app.ts';
import { UpdateFeed } from './updates/update-feed.ts';

interface Fixtures {
  readonly feed: UpdateFeed;
  readonly updatable: UpdatableApp;
}

const test = apps.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from this pattern
  feed: async ({}, use) => {
    const feed = await UpdateFeed.start();
    await use(feed);
    await feed.close();
  },
  updatable: async ({ place, feed }, use) => {
    const updatable = await UpdatableApp.start(place, feed);
    await use(updatable);
    await updatable.app.end();
  },
});

test('an offer that is not the publisher’s is refused, whatever is wrong with it', async ({
  feed,
  updatable,
}) => {
  const { settings } = updatable;
  const program = updatable.nextProgram();
  const said = settings.getByRole('region', { name: 'Updates' }).getByRole('status');
  // Answered when the look has ended, so that what was asked for is known then.
  const look = () => settings.evaluate(() => Reflect.get(window, 'api').call('updates.look', null));

  await test.step('a feed that was changed after it was signed', async () => {
    feed.offer({ version: '0.2.0', program });
    feed.tamper('/latest-linux.yml', (text) => text.replace('0.2.0', '9.9.9'));
    await look();
    await expect(said).toContainText('not signed by the publisher');
    expect(feed.programsAskedFor()).toEqual([]);
  });

  await test.step('an older version', async () => {
    feed.offer({ version: '0.0.9', program });
    await look();
    await expect(said).toHaveText('This is the newest version.');
    expect(feed.programsAskedFor()).toEqual([]);
  });

  await test.step('another one’s turn in a staged release', async () => {
    feed.offer({ version: '0.2.0', program, staging: 0 });
    await look();
    await expect(said).toHaveText('This is the newest version.');
    expect(feed.programsAskedFor()).toEqual([]);
  });

  await test.step('no signature at all', async () => {
    feed.offer({ version: '0.2.0', program });
    feed.tamper('/latest-linux.yml.sig', () => '');
    await look();
    await expect(said).toContainText('not signed by the publisher');
    expect(feed.programsAskedFor()).toEqual([]);
  });

  await test.step('a signed feed that leads out of its folder', async () => {
    const sha512 = 'A'.repeat(86);
    feed.sign(`version: 0.2.0\nfiles:\n  - url: ../other/x.AppImage\n    sha512: ${sha512}==\n    size: 1\n`);
    await look();
    await expect(said).toContainText('not signed by the publisher');
    expect(feed.programsAskedFor()).toEqual([]);
  });

  await test.step('a program that was changed', async () => {
    const path = feed.offer({ version: '0.2.0', program });
    feed.tamper(path, (text) => text.replace('printf', 'PRINTF'));
    await look();
    await expect(said).toContainText('arrived damaged');
    expect(feed.programsAskedFor()).toEqual([path]);
  });

  await test.step('a program that lies on another server', async () => {
    const elsewhere = await UpdateFeed.start();
    const path = feed.offer({ version: '0.2.0', program });
    elsewhere.offer({ version: '0.2.0', program });
    feed.redirect(path, `${elsewhere.url}${path}`);
    await look();
    await expect(said).toContainText('not signed by the publisher');
    expect(elsewhere.requests).toEqual([]);
    await elsewhere.close();
  });

  await updatable.app.quit();
  expect(updatable.installed()).toBe('the version that runs');
  expect(updatable.startedWith()).toBeNull();
  expect(feed.headers).not.toContain('x-user-staging-id');
});

test('a signed, newer version is fetched, waits for the conflict window, and is there after the restart', async ({
  feed,
  updatable,
}) => {
  const { settings, app, image } = updatable;
  const updates = settings.getByRole('region', { name: 'Updates' });
  const restart = updates.getByRole('button', { name: 'Restart to update to 0.2.0' });
  feed.offer({ version: '0.2.0', program: updatable.nextProgram() });
  await updates.getByRole('button', { name: 'Look now' }).click();
  await expect(updates.getByRole('status')).toContainText('Version 0.2.0 is ready');
  expect(updatable.installed()).toBe('the version that runs');

  await settings.evaluate(() => Reflect.get(window, 'api').call('app.openWindow', 'conflicts'));
  const conflicts = await app.window('conflicts');
  await restart.click();
  await expect(updates.getByRole('status')).toContainText('The conflict window is open');
  await conflicts.close();

  const ended = app.ended();
  await restart.click();
  expect(await ended).toBe(0);
  expect(updatable.installed()).toBe(updatable.nextProgram());
  await expect.poll(() => updatable.startedWith()).toContain('--state-dir');
  // The mounted folder is gone by then: the next version sets its own.
  expect(updatable.startedWith()).not.toContain(image);
  expect(existsSync(`${image}.update`)).toBe(false);
});

test('an update that is ready is installed by quitting, and nothing starts', async ({ feed, updatable }) => {
  const { settings, app } = updatable;
  const updates = settings.getByRole('region', { name: 'Updates' });
  feed.offer({ version: '0.2.0', program: updatable.nextProgram() });
  await updates.getByRole('button', { name: 'Look now' }).click();
  await expect(updates.getByRole('status')).toContainText('Version 0.2.0 is ready');
  await app.quit();
  expect(updatable.installed()).toBe(updatable.nextProgram());
  expect(updatable.startedWith()).toBeNull();
});

apps('a build without a feed and a key has no updates, and says so', async ({ start }) => {
  const app = await start();
  const setup = await app.window('setup');
  await setup.evaluate(() => Reflect.get(window, 'api').call('app.openSettings', 'updates'));
  const settings = await app.window('settings');
  const updates = settings.getByRole('region', { name: 'Updates' });
  await expect(updates.getByRole('status')).toHaveText(
    'This build is not signed for updates: install new versions by hand.',
  );
  await expect(updates.getByRole('button')).toHaveCount(0);
});
