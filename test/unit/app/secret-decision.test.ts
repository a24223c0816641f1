import { expect, test } from 'vitest';
import type { SecretScanner } from '../../../electron/sync/secret-ports.ts';
import { settle } from '../sync/manual-clock.ts';
import { startApp } from './app-world.ts';

const PATH = 'docs/a.md';

/** Every line with `SECRET` in it. */
const scanner: SecretScanner = {
  rules: async () => 'words',
  scan: async (_path, text) =>
    text
      .split('\n')
      .flatMap((secret, at) => (secret.includes('SECRET') ? [{ kind: 'other', line: at + 1, secret }] : [])),
};

const holdingOne = () =>
  startApp({ [PATH]: 'a\n' }, ({ m }) => {
    Object.assign(m.engine, { secrets: scanner });
    m.files.edit(PATH, 'SECRETone\n');
  });

test('what is on the screen goes out when a person says so', async () => {
  const { app, giip, until } = await holdingOne();
  expect(app.snapshot().held).toMatchObject([{ path: PATH, secrets: [{ line: 1 }] }]);
  expect(await app.handlers['secret.decide']({ paths: [PATH], decision: 'once' })).toMatchObject({
    ok: true,
  });
  await until(({ held, pending, progress }) => held.length + pending.length === 0 && progress === null);
  expect(giip.doc(PATH)).toBe('SECRETone\n');
  await app.stop();
});

test('a secret that the sync under way finds meanwhile is none that was agreed to', async () => {
  const { app, giip, m, until, holdPulls } = await holdingOne();
  m.files.edit(PATH, 'SECRETone\nSECRETtwo\n');
  const release = holdPulls();
  await app.handlers['sync.now'](null);
  await settle();
  const deciding = app.handlers['secret.decide']({ paths: [PATH], decision: 'always' });
  release();
  await until(({ held }) => held[0]?.secrets?.length === 2);
  expect(await deciding).toMatchObject({ ok: false });
  expect(giip.doc(PATH)).toBe('a\n');
  await app.stop();
});
