import { once } from 'node:events';
import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { mayMountHere } from '../scenario/support/may-mount.ts';
import { type OwnEtc, ownEtc } from '../scenario/support/own-etc.ts';
import { LSSN, type Place, TOKEN, test } from './app-fixture.ts';
import { keepPicture } from './keep-picture.ts';
import { PROGRAM, RunningApp } from './running-app.ts';

test.skip(!mayMountHere(), 'an /etc of its own needs the right to mount');

/** The packaged application on a computer whose administrator wrote a policy, where it is on a user's machine. */
async function startManaged(place: Place, { through }: OwnEtc): Promise<RunningApp> {
  const program = join(place.root, 'managed-program');
  const quoted = [...through, PROGRAM].map((word) => `'${word.replaceAll("'", "'\\''")}'`);
  writeFileSync(program, `#!/bin/sh\nexec ${quoted.join(' ')} "$@"\n`);
  chmodSync(program, 0o755);
  return RunningApp.start(place, [], { program });
}

test('a computer that IT has set up syncs at once; what is managed is shown, followed and kept', async ({
  place,
  giip,
}) => {
  const etc = ownEtc(place);
  const tokenFile = join(place.root, 'token');
  writeFileSync(tokenFile, `${TOKEN}\n`, { mode: 0o600 });
  writeFileSync(join(place.workspace, 'docs/a.md'), 'a\n');
  const connection = { apiUrl: giip.url, lssn: LSSN, workspace: place.workspace, tokenFile };
  etc.writePolicy({ ...connection, intervalSeconds: 120, quitAllowed: 'never', updatez: 'never' });

  const app = await startManaged(place, etc);
  // Once it has ended, Playwright has no process any more.
  const child = app.electron.process();
  try {
    // No window asks for anything: the popup is there because this desktop has no tray.
    await expect.poll(() => giip.doc('docs/a.md'), { timeout: 30_000 }).toBe('a\n');
    await expect.poll(() => app.hasWindow('popup'), { timeout: 30_000 }).toBe(true);
    expect(app.hasWindow('setup')).toBe(false);
    const popup = await app.window('popup');
    await expect(popup.getByRole('status')).toContainText('Everything is in step');

    await popup.getByRole('button', { name: 'More' }).click();
    await expect(popup.getByRole('menuitem', { name: /History/ })).toBeVisible();
    await expect(popup.getByRole('menuitem', { name: /^Quit/ })).toHaveCount(0);
    await popup.keyboard.press('Escape');

    await popup.getByRole('button', { name: 'Settings' }).click();
    const settings = await app.window('settings');
    const part = (name: string) => settings.getByRole('tab', { name }).click();
    await part('Behaviour');
    const interval = settings.getByLabel('Look for changes every');
    await expect(interval).toBeDisabled();
    await expect(interval).toHaveValue('120');
    await expect(
      settings.getByText('Managed by your organisation (/etc/openclaw-sync/policy.json)'),
    ).toBeVisible();
    await part('Managed by your organisation');
    await expect(settings.getByRole('list', { name: 'Managed settings' })).toContainText(
      'Server number (lssn): 71',
    );
    await expect(settings.getByRole('list', { name: 'Not used' })).toContainText('updatez');
    await keepPicture(settings, 'settings-managed');

    // Quitting is refused: a page that asks for it anyway, and the program itself.
    await app.electron.evaluate(({ app: electron }) => electron.quit());
    etc.writePolicy({ ...connection, quitAllowed: 'never' });
    await expect(settings.getByRole('list', { name: 'Not used' })).toHaveCount(0);
    await part('Behaviour');
    await expect(interval).toBeEnabled();

    // The system and the package manager still end it.
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    expect((await ended)[0]).toBe(0);
  } finally {
    // Quitting is refused here, also to the test's own end.
    child.kill('SIGKILL');
  }
});
