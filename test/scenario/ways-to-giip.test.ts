import { describe, expect, onTestFinished } from 'vitest';
import { startConnectProxy } from '../giip-server/start-connect-proxy.ts';
import { startSocksProxy } from '../giip-server/start-socks-proxy.ts';
import { startTlsFront, tlsFile } from '../giip-server/start-tls-front.ts';
import { LSSN, type Machine } from './support/machine.ts';
import { test } from './support/scenario-test.ts';

const URL_OF_GIIP = 'https://giip.test/api';
const CA = { NODE_EXTRA_CA_CERTS: tlsFile('authority') };

function kept<T extends { close(): Promise<void> }>(server: T): T {
  onTestFinished(() => server.close());
  return server;
}

/** A sync of this computer over another way than its own. */
function syncOver(machine: Machine, environment: Readonly<Record<string, string>>, apiUrl = URL_OF_GIIP) {
  const where = ['--workspace', machine.workspace, '--state-dir', machine.stateDir];
  const env = { ...machine.environment, ...CA, ...environment };
  return machine.runWith({ env }, 'sync', ...where, '--api-url', apiUrl, '--lssn', String(LSSN));
}

/** The bundle has a part of undici only (build/only-used-undici.mjs): what it has must do all that the whole does. */
describe('the built program reaches GIIP', () => {
  test('over TLS, with a text as long as one may be', async ({ machine, giip }) => {
    const front = kept(await startTlsFront('giip', giip.url));
    const large = `${'x'.repeat(1023)}\n`.repeat(4 * 1024);
    machine.write('docs/large.md', large);
    giip.setDoc('docs/theirs.md', 'theirs\n');
    const { code, stderr } = await syncOver(machine, {}, `https://localhost:${front.port}/api`);
    expect([code, stderr]).toEqual([0, '']);
    expect([giip.doc('docs/large.md') === large, machine.read('docs/theirs.md')]).toEqual([true, 'theirs\n']);
  });

  test('through an HTTP proxy that asks for a password', async ({ machine, giip }) => {
    const proxy = kept(await startConnectProxy(kept(await startTlsFront('giip', giip.url)).port));
    machine.write('docs/mine.md', 'mine\n');
    const { code, stderr } = await syncOver(machine, {
      HTTPS_PROXY: `http://user:pw@127.0.0.1:${proxy.port}`,
    });
    expect([code, stderr]).toEqual([0, '']);
    expect(giip.doc('docs/mine.md')).toBe('mine\n');
    const authorization = `Basic ${Buffer.from('user:pw').toString('base64')}`;
    expect(new Set(proxy.asked.map((asked) => JSON.stringify(asked)))).toEqual(
      new Set([JSON.stringify({ target: 'giip.test:443', authorization })]),
    );
  });

  test('through a SOCKS proxy that asks for a password', async ({ machine, giip }) => {
    const proxy = kept(await startSocksProxy(kept(await startTlsFront('giip', giip.url)).port, 'user:pw'));
    machine.write('docs/mine.md', 'mine\n');
    const { code } = await syncOver(machine, {
      HTTPS_PROXY: `socks5://user:pw@127.0.0.1:${proxy.port}`,
    });
    // undici warns that it calls its SOCKS experimental.
    expect(code).toBe(0);
    expect(giip.doc('docs/mine.md')).toBe('mine\n');
    expect(proxy.asked[0]).toEqual({ target: 'giip.test:443', user: 'user:pw' });
  });

  test('and sends nothing to one whose certificate is not trusted', async ({ machine, giip }) => {
    const front = kept(await startTlsFront('other', giip.url));
    machine.write('docs/mine.md', 'mine\n');
    const environment = { NODE_TLS_REJECT_UNAUTHORIZED: '0' };
    const { code } = await syncOver(machine, environment, `https://localhost:${front.port}/api`);
    expect([code, giip.requests]).toEqual([5, []]);
  });
});
