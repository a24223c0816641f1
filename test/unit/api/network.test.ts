import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rootCertificates } from 'node:tls';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { NetworkEnvironment } from '../../../electron/api/environment-proxy.ts';
import { openNetwork } from '../../../electron/api/network.ts';
import { networkError } from '../../../electron/api/network-error.ts';
import { trustedAuthorities } from '../../../electron/api/trusted-authorities.ts';
import { openRemote } from '../../giip-server/open-remote.ts';
import { startConnectProxy } from '../../giip-server/start-connect-proxy.ts';
import { startSink } from '../../giip-server/start-sink.ts';
import { startSocksProxy } from '../../giip-server/start-socks-proxy.ts';
import { startTestGiip, type TestGiip } from '../../giip-server/start-test-giip.ts';
import { startTlsFront, tlsFile } from '../../giip-server/start-tls-front.ts';

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

const CA = { NODE_EXTRA_CA_CERTS: tlsFile('authority') };

async function codeOfPull(apiUrl: string, environment: NetworkEnvironment = {}): Promise<string> {
  const answer = await keep(openRemote(apiUrl, {}, { environment })).pull({});
  return answer.ok ? 'ok' : answer.error.code;
}

describe('failures of the network', () => {
  test.each([
    ['ENOTFOUND', 'server-unreachable'],
    ['EAI_AGAIN', 'server-unreachable'],
    ['EHOSTUNREACH', 'server-unreachable'],
    ['ENETUNREACH', 'server-unreachable'],
    ['ECONNREFUSED', 'server-unreachable'],
    ['ECONNRESET', 'server-unreachable'],
    ['UND_ERR_SOCKET', 'server-unreachable'],
    ['ETIMEDOUT', 'server-timeout'],
    ['UND_ERR_CONNECT_TIMEOUT', 'server-timeout'],
    ['CERT_HAS_EXPIRED', 'tls-failed'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'tls-failed'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'tls-failed'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'tls-failed'],
    ['ERR_SSL_WRONG_VERSION_NUMBER', 'tls-failed'],
    ['HPE_INVALID_CONSTANT', 'server-answer-invalid'],
    ['Z_DATA_ERROR', 'server-answer-invalid'],
    ['UND_ERR_PRX_TLS', 'proxy-failed'],
  ])('H18 %s is %s', (code, expected) => {
    const error = Object.assign(new Error('cause'), { code });
    expect(networkError(error, 'giip.test', null).error.code).toBe(expected);
    // Several addresses tried: the first one speaks for all.
    expect(networkError(new AggregateError([error]), 'giip.test', null).error.code).toBe(expected);
  });
});

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

describe('a SOCKS5 proxy', () => {
  test('looks up the name itself, and is signed in to', async () => {
    const front = keep(await startTlsFront('giip', giip.url));
    const open = keep(await startSocksProxy(front.port));
    const closed = keep(await startSocksProxy(front.port, 'me:pa@ss'));
    expect(
      await codeOfPull('https://giip.test/api', { ...CA, HTTPS_PROXY: `socks5://127.0.0.1:${open.port}` }),
    ).toBe('ok');
    const signed = `socks5://me:pa%40ss@127.0.0.1:${closed.port}`;
    expect(await codeOfPull('https://giip.test/api', { ...CA, HTTPS_PROXY: signed })).toBe('ok');
    expect([...open.asked, ...closed.asked]).toEqual([
      { target: 'giip.test:443', user: null },
      { target: 'giip.test:443', user: 'me:pa@ss' },
    ]);
  });

  test('that refuses or is not there is the proxy’s failure, not GIIP’s', async () => {
    const closed = keep(await startSocksProxy(1, 'me:pass'));
    const wrong = `socks5://me:wrong@127.0.0.1:${closed.port}`;
    expect(await codeOfPull('https://giip.test/api', { HTTPS_PROXY: wrong })).toBe('proxy-auth-required');
    const sink = await startSink();
    await sink.close();
    const dead = `socks5://127.0.0.1:${sink.port}`;
    expect(await codeOfPull('https://giip.test/api', { HTTPS_PROXY: dead })).toBe('proxy-failed');
  });

  test.each(['expired', 'other'] as const)('does not hide a bad certificate (%s)', async (certificate) => {
    const front = keep(await startTlsFront(certificate, giip.url));
    const proxy = keep(await startSocksProxy(front.port));
    const environment = { ...CA, HTTPS_PROXY: `socks5://127.0.0.1:${proxy.port}` };
    expect(await codeOfPull('https://giip.test/api', environment)).toBe('tls-failed');
    expect(giip.requests).toHaveLength(0);
  });
});

describe('the proxy', () => {
  const API = 'https://giip.test/api';

  test('H05 https goes through it, with its credentials', async () => {
    const front = keep(await startTlsFront('giip', giip.url));
    const proxy = keep(await startConnectProxy(front.port));
    const network = { ...CA, HTTPS_PROXY: `http://us%40er:pa%3Ass@127.0.0.1:${proxy.port}` };

    expect(await codeOfPull(API, network)).toBe('ok');
    expect(proxy.asked).toEqual([
      { target: 'giip.test:443', authorization: `Basic ${Buffer.from('us@er:pa:ss').toString('base64')}` },
    ]);
  });

  test.each([
    ['a certificate for another host', 'other', 'tls-failed'],
    ['an expired certificate', 'expired', 'tls-failed'],
  ] as const)('H03 %s behind it', async (_name, certificate, code) => {
    const front = keep(await startTlsFront(certificate, giip.url));
    const proxy = keep(await startConnectProxy(front.port));
    expect(await codeOfPull(API, { ...CA, HTTPS_PROXY: `127.0.0.1:${proxy.port}` })).toBe(code);
    expect(giip.requests).toHaveLength(0);
  });

  test.each([407, 403, 502])('H05 it answers %i, and no credentials are told', async (status) => {
    const proxy = keep(await startConnectProxy(1, status));
    const remote = keep(
      openRemote(API, {}, { environment: { HTTPS_PROXY: `http://user:s3cret@127.0.0.1:${proxy.port}` } }),
    );
    const answer = await remote.pull({});
    expect(answer).toMatchObject({
      ok: false,
      error: {
        code: status === 407 ? 'proxy-auth-required' : 'proxy-failed',
        detail: expect.stringContaining(`${status}`),
      },
    });
    expect(JSON.stringify(answer)).not.toMatch(/s3cret|c2VjcmV0|user:/);
  });

  test('it is not there', async () => {
    const sink = await startSink();
    await sink.close();
    expect(await codeOfPull(API, { HTTPS_PROXY: `http://127.0.0.1:${sink.port}` })).toBe('proxy-failed');
  });

  test('a request through it leaves nothing behind for the next one', async () => {
    const front = keep(await startTlsFront('giip', giip.url));
    const proxy = keep(await startConnectProxy(front.port));
    expect(await codeOfPull(API, { ...CA, HTTPS_PROXY: `127.0.0.1:${proxy.port}` })).toBe('ok');
    expect(await codeOfPull(giip.url)).toBe('ok');
    expect(giip.requests.map(({ headers }) => headers.host)).toEqual(['giip.test', new URL(giip.url).host]);
  });

  test('its address cannot be read, and is not repeated', async () => {
    const remote = keep(
      openRemote(API, {}, { environment: { HTTPS_PROXY: 'http://user:s3cret@bad host:1' } }),
    );
    const answer = await remote.pull({});
    expect(answer).toMatchObject({ ok: false, error: { code: 'proxy-failed' } });
    expect(JSON.stringify(answer)).not.toContain('s3cret');
  });

  test.each(['giip.test', '.test', 'other.example, giip.test:443', '*'])(
    'NO_PROXY %s leaves it out',
    async (noProxy) => {
      const sink = keep(await startSink());
      const code = await codeOfPull(API, { HTTPS_PROXY: `http://127.0.0.1:${sink.port}`, NO_PROXY: noProxy });
      expect(code).toBe('server-unreachable');
      expect(sink.connections()).toBe(0);
    },
  );

  test('loopback never goes through it, with http or https', async () => {
    const sink = keep(await startSink());
    const front = keep(await startTlsFront('giip', giip.url));
    const network = { ...CA, HTTPS_PROXY: `http://127.0.0.1:${sink.port}` };
    expect(await codeOfPull(giip.url, network)).toBe('ok');
    expect(await codeOfPull(`https://localhost:${front.port}/api`, network)).toBe('ok');
    expect(await codeOfPull(`https://127.0.0.1:${front.port}/api`, network)).toBe('ok');
    expect(sink.connections()).toBe(0);
  });

  test('the environment is read by name; small letters win, as everywhere', async () => {
    const network = openNetwork({
      environment: {
        HTTPS_PROXY: 'http://a',
        https_proxy: 'http://b',
        NO_PROXY: 'giip.test',
        no_proxy: 'x',
        NODE_EXTRA_CA_CERTS: '/ca.pem',
        HTTP_PROXY: 'http://c',
      },
    });
    expect(await network.resolve(new URL(API))).toEqual({
      ok: true,
      value: [{ proxy: new URL('http://b'), source: 'environment' }],
    });
    expect(network.authorityFiles()).toEqual(['/ca.pem']);
  });
});
