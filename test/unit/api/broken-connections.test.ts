import { beforeEach, expect, test } from 'vitest';
import { closedAfterEach } from '../../giip-server/closed-after-each.ts';
import { codeOfPull } from '../../giip-server/code-of-pull.ts';
import { faults } from '../../giip-server/giip-fault.ts';
import { startTestGiip, type TestGiip } from '../../giip-server/start-test-giip.ts';
import { startTlsFront } from '../../giip-server/start-tls-front.ts';

const keep = closedAfterEach();
let giip: TestGiip;

beforeEach(async () => {
  giip = keep(await startTestGiip());
});

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
