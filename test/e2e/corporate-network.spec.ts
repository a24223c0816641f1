import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { startConnectProxy } from '../giip-server/start-connect-proxy.ts';
import { startSignedProxy } from '../giip-server/start-signed-proxy.ts';
import { startTlsFront, tlsFile } from '../giip-server/start-tls-front.ts';
import { test } from './app-fixture.ts';
import { connect, fillSetup } from './connect.ts';
import { keepPicture } from './keep-picture.ts';

const API = 'https://giip.test/api';
const USER = { name: 'me', password: 'pr0xy-pa:ss' };

/** Every file that the application has written, as text. */
function written(folder: string): string {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return files.map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1')).join('\n');
}

test('behind a proxy that wants to be signed in to, with the company’s own authority', async ({
  start,
  place,
  giip,
}) => {
  const front = await startTlsFront('giip', giip.url);
  const behind = await startConnectProxy(front.port);
  const proxy = await startSignedProxy(behind.port, USER);
  mkdirSync(place.stateDir, { recursive: true });
  const settings = { proxy: `http://127.0.0.1:${proxy.port}`, caFile: tlsFile('authority') };
  writeFileSync(join(place.stateDir, 'settings.json'), JSON.stringify(settings));

  const app = await start('--api-url', API);
  const setup = await app.window('setup');
  await fillSetup(setup, place);
  await setup.getByRole('button', { name: 'Test connection' }).click();
  await expect(setup.getByText('The proxy wants a user name and a password')).toBeVisible();

  await setup.evaluate(() => Reflect.get(window, 'api').call('app.openSettings', 'network'));
  const page = await app.window('settings');
  const network = page.getByRole('region', { name: 'Network' });
  await network.getByLabel('User name for the proxy').fill(USER.name);
  await network.getByLabel('Password for the proxy').fill(USER.password);
  await network.scrollIntoViewIfNeeded();
  await keepPicture(page, 'settings-proxy');
  await network.getByRole('button', { name: 'Keep user name and password' }).click();
  await expect(network.getByText('are stored, encrypted by this system')).toBeVisible();
  await keepPicture(page, 'settings-proxy-signed-in');

  await connect(app, place);
  expect(giip.requests.length).toBeGreaterThan(0);
  expect(proxy.asked.at(-1)).toEqual({ target: 'giip.test:443', ...USER });
  await app.quit();
  expect(written(place.stateDir)).not.toContain(USER.password);
  for (const one of [proxy, behind, front]) await one.close();
});
