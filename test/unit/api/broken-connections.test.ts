import { afterEach, beforeEach, expect, test } from 'vitest';
import { faults } from '../../giip-server/giip-fault.ts';
import { openRemote } from '../../giip-server/open-remote.ts';
import { startTestGiip, type TestGiip } from '../../giip-server/start-test-giip.ts';
import { startTlsFront } from '../../giip-server/start-tls-front.ts';

const opened: { close(): Promise<void> }[] = [];
let giip: TestGiip;

function keep<T extends { close(): Promise<void> }>(one: T): T {
  opened.push(one);
  return one;
}

beforeEach(async () => {
  giip = keep(await startTestGiip());
});
afterEach(async () => {
  for (const one of opened.splice(0).reverse()) await one.close();
});

async function codeOfPull(apiUrl: string): Promise<string> {
  const answer = await keep(openRemote(apiUrl)).pull({});
  return answer.ok ? 'ok' : answer.error.code;
}

test('H18 nobody listens', async () => {
  await giip.close();
  expect(await codeOfPull(giip.url)).toBe('server-unreachable');
});

test('H07 the connection ends in the middle of the answer', async () => {
  giip.setDoc('docs/a.md', 'a'.repeat(10_000));
  giip.fail('get', faults.cutConnection(5_000));
  expect(await codeOfPull(giip.url)).toBe('server-unreachable');
});

test('what answers does not speak HTTP', async () => {
  giip.fail('get', faults.garbage('SSH-2.0-OpenSSH_9.2\r\n'));
  expect(await codeOfPull(giip.url)).toBe('server-answer-invalid');
});

test('https to a server that speaks http only', async () => {
  expect(await codeOfPull(giip.url.replace('http:', 'https:'))).toBe('tls-failed');
});

test.each(['giip', 'other', 'expired'] as const)(
  'H03 a certificate that nobody here trusts (%s) ends it before anything is sent',
  async (certificate) => {
    const front = keep(await startTlsFront(certificate, giip.url));
    expect(await codeOfPull(`https://localhost:${front.port}/api`)).toBe('tls-failed');
    expect(giip.requests).toHaveLength(0);
  },
);
