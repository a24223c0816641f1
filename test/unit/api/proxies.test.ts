import { beforeEach, describe, expect, test } from 'vitest';
import { openNetwork } from '../../../electron/api/network.ts';
import { closedAfterEach } from '../../giip-server/closed-after-each.ts';
import { codeOfPull } from '../../giip-server/code-of-pull.ts';
import { openRemote } from '../../giip-server/open-remote.ts';
import { startConnectProxy } from '../../giip-server/start-connect-proxy.ts';
import { startSink } from '../../giip-server/start-sink.ts';
import { startSocksProxy } from '../../giip-server/start-socks-proxy.ts';
import { startTestGiip, type TestGiip } from '../../giip-server/start-test-giip.ts';
import { startTlsFront, tlsFile } from '../../giip-server/start-tls-front.ts';

const keep = closedAfterEach();
let giip: TestGiip;

beforeEach(async () => {
  giip = keep(await startTestGiip());
});

const CA = { NODE_EXTRA_CA_CERTS: tlsFile('authority') };

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
