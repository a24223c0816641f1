import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { BrowserProcess } from '../browser/browser-process.ts';
import { startTestGiip } from '../giip-server/start-test-giip.ts';
import { startTlsFront } from '../giip-server/start-tls-front.ts';

test('the keys of a connection are written nowhere, whatever SSLKEYLOGFILE says', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'openclaw-keys-'));
  const file = join(folder, 'keys');
  const giip = await startTestGiip({ token: 'sk-keys-0123456789' });
  const front = await startTlsFront('giip', giip.url);
  const browser = await BrowserProcess.start({ environment: { SSLKEYLOGFILE: file } });
  const transport = await browser.open({ only: 'chromium' });
  const url = new URL(`https://localhost:${front.port}/api/GetOpenclawSync`);
  const signal = AbortSignal.timeout(10_000);
  const answer = await transport.send({ method: 'POST', url, body: '{}', signal });
  // It came as far as keys: the certificate is what it does not like.
  expect(answer).toMatchObject({ ok: false, error: { code: 'tls-failed' } });
  for (const one of [browser, front, giip]) await one.close();
  expect(existsSync(file)).toBe(false);
  rmSync(folder, { recursive: true });
}, 90_000);
