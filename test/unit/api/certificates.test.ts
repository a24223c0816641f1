import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rootCertificates } from 'node:tls';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { NetworkEnvironment } from '../../../electron/api/environment-proxy.ts';
import { trustedAuthorities } from '../../../electron/api/trusted-authorities.ts';
import { closedAfterEach } from '../../giip-server/closed-after-each.ts';
import { codeOfPull } from '../../giip-server/code-of-pull.ts';
import { openRemote } from '../../giip-server/open-remote.ts';
import { startConnectProxy } from '../../giip-server/start-connect-proxy.ts';
import { startSocksProxy } from '../../giip-server/start-socks-proxy.ts';
import { startTestGiip, type TestGiip } from '../../giip-server/start-test-giip.ts';
import { startTlsFront, tlsFile } from '../../giip-server/start-tls-front.ts';

const keep = closedAfterEach();
let giip: TestGiip;

beforeEach(async () => {
  giip = keep(await startTestGiip());
});

const CA = { NODE_EXTRA_CA_CERTS: tlsFile('authority') };

describe('TLS', () => {
  test.each([
    ['an unknown authority', 'giip', {}, 'tls-failed'],
    ['an authority from the extra file', 'giip', CA, 'ok'],
    ['a certificate for another host', 'other', CA, 'tls-failed'],
    ['an expired certificate', 'expired', CA, 'tls-failed'],
    ['an extra file that does not exist', 'giip', { NODE_EXTRA_CA_CERTS: '/nowhere/ca.pem' }, 'tls-failed'],
  ] as const)('H03 %s', async (_name, certificate, network, code) => {
    const front = keep(await startTlsFront(certificate, giip.url));
    expect(await codeOfPull(`https://localhost:${front.port}/api`, network)).toBe(code);
    expect(giip.requests).toHaveLength(code === 'ok' ? 1 : 0);
  });

  test('the extra file is trusted beside the built-in authorities, not instead of them', async () => {
    const trusted = await trustedAuthorities([CA.NODE_EXTRA_CA_CERTS]);
    expect(trusted.ok ? trusted.value.ca : []).toEqual([
      ...rootCertificates,
      expect.stringContaining('BEGIN CERTIFICATE'),
    ]);
    expect(await trustedAuthorities([])).toEqual({ ok: true, value: {} });
  });
});

describe('files of authorities', () => {
  const folder = mkdtempSync(join(tmpdir(), 'openclaw-authorities-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const authority = readFileSync(CA.NODE_EXTRA_CA_CERTS, 'utf8');

  async function judged(text: string): Promise<string> {
    const file = join(folder, 'ca.pem');
    writeFileSync(file, text);
    const found = await trustedAuthorities([file]);
    return found.ok
      ? `${(found.value.ca?.length ?? 0) - rootCertificates.length} more`
      : (found.error.detail ?? '');
  }

  test('one, several, and words around them', async () => {
    expect(await judged(authority)).toBe('1 more');
    expect(await judged(`# our company\r\n${authority}\nsomething\n${authority}`)).toBe('2 more');
  });

  test.each([
    ['', 'holds no certificate'],
    ['just words', 'holds no certificate'],
    ['-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----', 'holds no certificate'],
    [`${authority}${authority.replace(/[A-Za-z0-9+/]{30}/, '')}`, 'certificate 2 in the file'],
  ])('%j is an error with words, never passed over', async (text, words) => {
    expect(await judged(text)).toContain(words);
  });

  test('that of the environment and that of the settings both count', async () => {
    const front = keep(await startTlsFront('giip', giip.url));
    const none = join(folder, 'none.pem');
    writeFileSync(none, '');
    const ask = (environment: NetworkEnvironment, caFile: string | null) =>
      keep(
        openRemote(
          `https://localhost:${front.port}/api`,
          {},
          { environment, settings: () => ({ proxy: 'system', caFile }) },
        ),
      ).pull({});
    expect(await ask({}, CA.NODE_EXTRA_CA_CERTS)).toMatchObject({ ok: true });
    expect(await ask(CA, null)).toMatchObject({ ok: true });
    expect(await ask(CA, none)).toMatchObject({
      error: { code: 'tls-failed', detail: expect.stringContaining(none) },
    });
  });
});

describe('what the operating system trusts', () => {
  const authority = readFileSync(CA.NODE_EXTRA_CA_CERTS, 'utf8');

  async function ask(certificate: 'giip' | 'expired' | 'other') {
    const front = keep(await startTlsFront(certificate, giip.url));
    const logged: unknown[] = [];
    const log = { write: (...line: readonly unknown[]) => void logged.push(line) };
    const network = { systemAuthorities: () => [authority], log };
    const remote = keep(openRemote(`https://localhost:${front.port}/api`, {}, network));
    return { answers: [await remote.pull({}), await remote.pull({})], logged };
  }

  test('is asked where there is no browser, found out once and logged', async () => {
    const { answers, logged } = await ask('giip');
    expect(answers).toMatchObject([{ ok: true }, { ok: true }]);
    expect(logged).toEqual([['info', 'network-stack-chosen', { reason: 'issuer-unknown', way: 'direct' }]]);
  });

  test.each(['expired', 'other'] as const)(
    'makes no bad certificate (%s) a good one',
    async (certificate) => {
      const { answers, logged } = await ask(certificate);
      expect(answers).toMatchObject([{ error: { code: 'tls-failed' } }, { error: { code: 'tls-failed' } }]);
      expect([logged, giip.requests]).toEqual([[], []]);
    },
  );

  test('is the system’s own store', async () => {
    const front = keep(await startTlsFront('giip', giip.url));
    const program = join(import.meta.dirname, 'programs', 'one-pull.ts');
    const said = async (environment: NetworkEnvironment): Promise<string> => {
      const env = { ...process.env, NODE_EXTRA_CA_CERTS: '', ...environment };
      const run = promisify(execFile)(process.execPath, [program, `https://localhost:${front.port}/api`], {
        env,
      });
      return (await run).stdout;
    };
    expect(await said({ SSL_CERT_FILE: CA.NODE_EXTRA_CA_CERTS })).toBe('ok\n');
    expect(await said({})).toBe('tls-failed\n');
  });
});

describe('NODE_TLS_REJECT_UNAUTHORIZED=0', () => {
  afterEach(() => {
    delete process.env.NODE_TLS_REJECT_UNAUTHORIZED;
  });

  test.each(['direct', 'http', 'socks5'] as const)('has no effect on us (%s)', async (kind) => {
    process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';
    const front = keep(await startTlsFront('giip', giip.url));
    const http = keep(await startConnectProxy(front.port));
    const socks = keep(await startSocksProxy(front.port));
    const port = kind === 'http' ? http.port : socks.port;
    const proxied = codeOfPull('https://giip.test/api', { HTTPS_PROXY: `${kind}://127.0.0.1:${port}` });
    expect(await (kind === 'direct' ? codeOfPull(`https://localhost:${front.port}/api`) : proxied)).toBe(
      'tls-failed',
    );
    expect(giip.requests).toHaveLength(0);
  });
});
