import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from './app-fixture.ts';
import { connectedPopup } from './connect.ts';
import { keepPicture } from './keep-picture.ts';

const KEY = `-----BEGIN RSA PRIVATE KEY-----\n${`${'MIIEpAIBAAKCAQEA7bq5'.repeat(3)}\n`.repeat(12)}-----END RSA PRIVATE KEY-----\n`;

test('a document with a private key is held, everything else goes, and "Send once" sends it', async ({
  start,
  place,
  giip,
}) => {
  mkdirSync(join(place.workspace, 'docs'), { recursive: true });
  const app = await start();
  const popup = await connectedPopup(app, place);
  writeFileSync(join(place.workspace, 'docs/server.md'), `# Server\n\n${KEY}`);
  writeFileSync(join(place.workspace, 'docs/plain.md'), 'plain\n');
  await expect.poll(() => giip.doc('docs/plain.md')).toBe('plain\n');

  const card = popup.getByRole('region', { name: 'A secret is not sent' });
  await expect(card).toContainText('Line 3: a private key');
  await expect(card).not.toContainText('MIIE');
  expect(giip.doc('docs/server.md')).toBeUndefined();
  await keepPicture(popup, 'popup-secret');

  await card.getByRole('button', { name: 'Keep on this computer' }).click();
  const notSynced = popup.getByRole('list', { name: 'Not synced' });
  await expect(notSynced).toContainText('server.md');
  await expect(card).toBeHidden();

  await notSynced.getByRole('button', { name: 'Ask me again' }).click();
  await card.getByRole('button', { name: 'Send once' }).click();
  await expect.poll(() => giip.doc('docs/server.md')).toBe(`# Server\n\n${KEY}`);
  await expect(card).toBeHidden();
});
