import { once } from 'node:events';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createSecureServer } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createGiipRemote } from '../../electron/api/giip-remote.ts';
import { ok, type SyncError } from '../../shared/model/sync-error.ts';
import { BrowserProcess, type BrowserTransport } from '../browser/browser-process.ts';
import type { BrowserOptions } from '../browser/messages.ts';
import { closedAfterEach } from '../giip-server/closed-after-each.ts';
import { startConnectProxy } from '../giip-server/start-connect-proxy.ts';
import { startNtlmProxy } from '../giip-server/start-ntlm-proxy.ts';
import { startPacServer } from '../giip-server/start-pac-server.ts';
import { startSignedProxy } from '../giip-server/start-signed-proxy.ts';
import { startSink } from '../giip-server/start-sink.ts';
import { startTestGiip, type TestGiip } from '../giip-server/start-test-giip.ts';
import { startTlsFront, type TlsFront, tlsFile } from '../giip-server/start-tls-front.ts';
import { systemClock } from '../giip-server/system-clock.ts';

/** The network as it ships, inside a real Electron, against real proxies and certificates. */

const API = 'https://giip.test/api';
const TOKEN = 'sk-corporate-0123456789';
const USER = { name: 'us@er', password: 'pa:ss wörd' };
const CA = { caFile: tlsFile('authority') };

const keep = closedAfterEach();
let browser: BrowserProcess;
let giip: TestGiip;
let front: TlsFront;

beforeAll(async () => {
  browser = await BrowserProcess.start({ environment: { NODE_TLS_REJECT_UNAUTHORIZED: '0' } });
});
afterAll(() => browser.close());
beforeEach(async () => {
  giip = keep(await startTestGiip({ token: TOKEN }));
  front = keep(await startTlsFront('giip', giip.url));
});

interface Pulled {
  readonly transport: BrowserTransport;
  readonly error: SyncError | null;
  /** Events and their fields, as far as they say which way was gone. */
  readonly logged: readonly (readonly [string, unknown])[];
}

async function pull(options: BrowserOptions, apiUrl = API, inside = browser): Promise<Pulled> {
  const transport = keep(await inside.open(options));
  const token = async () => ok(TOKEN);
  const remote = createGiipRemote({ apiUrl, lssn: 71, token, clock: systemClock, transport });
  const answer = await remote.pull({});
  const logged = transport.logged.map(({ event, fields }) => [event, fields] as const);
  expect(JSON.stringify([answer, logged])).not.toMatch(/pa:ss|cGE6c3M|sk-corporate/);
  return { transport, error: answer.ok ? null : answer.error, logged };
}

async function deadPort(): Promise<number> {
  const sink = await startSink();
  await sink.close();
  return sink.port;
}

describe('a PAC file', () => {
  test('names the proxy for undici, and nothing else goes there', async () => {
    const proxy = keep(await startConnectProxy(front.port));
    const { url: pac } = keep(await startPacServer(`PROXY 127.0.0.1:${proxy.port}; DIRECT`));
    expect(await pull({ ...CA, pac })).toMatchObject({ error: null, logged: [] });
    // Nor does the spell checker's dictionary, which Chromium would fetch for a new session.
    expect(proxy.asked).toEqual([{ target: 'giip.test:443', authorization: undefined }]);
    expect(giip.requests).toHaveLength(1);
  });

  test('names two, of which the first is dead: the second one is used, and the log says so', async () => {
    const [dead, proxy] = [await deadPort(), keep(await startConnectProxy(front.port))];
    const { url: pac } = keep(await startPacServer(`PROXY 127.0.0.1:${dead}; PROXY 127.0.0.1:${proxy.port}`));
    expect(await pull({ ...CA, pac })).toMatchObject({
      error: null,
      logged: [['proxy-passed-over', { way: `127.0.0.1:${dead}` }]],
    });
    expect(proxy.asked).toHaveLength(1);
  });

  test('names a proxy that refuses: that is its answer, and nobody else is asked', async () => {
    const [refusing, other] = [
      keep(await startConnectProxy(1, 403)),
      keep(await startConnectProxy(front.port)),
    ];
    const answer = `PROXY 127.0.0.1:${refusing.port}; PROXY 127.0.0.1:${other.port}`;
    const { url: pac } = keep(await startPacServer(answer));
    expect(await pull({ ...CA, pac })).toMatchObject({ error: { code: 'proxy-failed' } });
    expect(other.asked).toHaveLength(0);
  });

  test('has no say about loopback, nor where a setting or the environment has spoken', async () => {
    const sink = keep(await startSink());
    const proxy = keep(await startConnectProxy(front.port));
    const { url: pac } = keep(await startPacServer(`PROXY 127.0.0.1:${sink.port}`));
    const environment = { HTTPS_PROXY: `http://127.0.0.1:${proxy.port}` };
    expect((await pull({ pac }, giip.url)).error).toBeNull();
    expect((await pull({ ...CA, pac, environment })).error).toBeNull();
    expect((await pull({ ...CA, pac, setting: environment.HTTPS_PROXY })).error).toBeNull();
    expect((await pull({ ...CA, pac, setting: 'direct' })).error).toMatchObject({
      code: 'server-unreachable',
    });
    expect(sink.connections()).toBe(0);
  });
});

describe('a proxy that wants to be signed in to', () => {
  test('is told the user name and password that are kept for it, over undici', async () => {
    const behind = keep(await startConnectProxy(front.port));
    const proxy = keep(await startSignedProxy(behind.port, USER));
    const setting = `http://127.0.0.1:${proxy.port}`;
    expect(await pull({ ...CA, setting, user: USER })).toMatchObject({ error: null, logged: [] });
    expect(proxy.asked.at(-1)).toEqual({ target: 'giip.test:443', ...USER });
    expect(giip.requests[0]?.headers).not.toHaveProperty('proxy-authorization');
  });

  test.each([
    ['none are kept', undefined],
    ['they are wrong', { name: 'us@er', password: 'pa:ss2' }],
  ])('%s: an error that says what to do, and nothing reached GIIP', async (_name, user) => {
    const proxy = keep(await startSignedProxy(1, USER));
    const options = { ...CA, setting: `http://127.0.0.1:${proxy.port}` };
    const { error } = await pull(user === undefined ? options : { ...options, user });
    expect(error).toEqual({ code: 'proxy-auth-required', detail: 'the proxy answered 407, basic' });
    expect(giip.requests).toHaveLength(0);
  });

  test('by NTLM: Chromium takes over, decided once and logged', async () => {
    const proxy = keep(await startNtlmProxy(front.port));
    const options = {
      setting: `http://127.0.0.1:${proxy.port}`,
      user: { name: 'WORK\\me', password: 'pa:ss' },
    };
    const { transport, error, logged } = await pull(options, API, trusting);
    expect(error).toBeNull();
    const chosen = ['network-stack-chosen', { reason: 'no-sign-in', way: `127.0.0.1:${proxy.port}` }];
    expect(logged).toEqual([chosen]);
    expect(proxy.names).toEqual(['me']);
    const before = proxy.messages.length;
    await transport.send(message());
    // Chromium asks once without anything; undici would have asked before that.
    expect(proxy.messages.slice(before)).toEqual([0, 1, 3]);
    expect(transport.logged).toHaveLength(1);
  });

  test('by NTLM, without a user name and password: the same error', async () => {
    const proxy = keep(await startNtlmProxy(front.port));
    const { error } = await pull({ setting: `http://127.0.0.1:${proxy.port}` }, API, trusting);
    expect(error?.code).toBe('proxy-auth-required');
    expect(giip.requests).toHaveLength(0);
  });
});

let trusting: BrowserProcess;
let home: string;

/** A home whose owner has told Chromium to trust the test authority. */
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'openclaw-trusting-'));
  mkdirSync(join(home, '.pki/nssdb'), { recursive: true });
  const store = resolve(import.meta.dirname, '../giip-server/tls/nss/cert9.db');
  copyFileSync(store, join(home, '.pki/nssdb/cert9.db'));
  trusting = await BrowserProcess.start({ home });
});
afterAll(async () => {
  await trusting.close();
  rmSync(home, { recursive: true, force: true, maxRetries: 5 });
});

function message() {
  const body = JSON.stringify({ at: TOKEN, lssn: 71 });
  const url = new URL(`${API}/GetOpenclawSync`);
  return { method: 'POST', url, body, signal: new AbortController().signal } as const;
}

// Where the store lies is Linux's; on Windows and macOS Chromium asks the system's own.
describe.runIf(process.platform === 'linux')('an authority that only the operating system trusts', () => {
  test('is trusted by way of Chromium, decided once and logged', async () => {
    const url = `https://localhost:${front.port}/api`;
    const { transport, error, logged } = await pull({}, url, trusting);
    expect(error).toBeNull();
    expect(logged).toEqual([['network-stack-chosen', { reason: 'issuer-unknown', way: 'direct' }]]);
    const again = await transport.send({ ...message(), url: new URL(`${url}/GetOpenclawSync`) });
    expect(again.ok).toBe(true);
    expect(transport.logged).toHaveLength(1);
  });

  test('is asked over HTTP/1.1, one connection for each request, whatever the server offers', async () => {
    const pem = readFileSync(tlsFile('giip'));
    const versions: string[] = [];
    const server = createSecureServer({ key: pem, cert: pem, allowHTTP1: true }, (request, response) => {
      versions.push(request.httpVersion);
      response.end('{"RstVal":1,"Data":{}}');
    });
    let connections = 0;
    server.on('secureConnection', () => {
      connections += 1;
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const { port } = server.address() as AddressInfo;
    const { transport, error } = await pull({}, `https://localhost:${port}/api`, trusting);
    expect(error).toBeNull();
    connections = 0;
    const url = new URL(`https://localhost:${port}/api/GetOpenclawSync`);
    for (let i = 0; i < 2; i += 1) expect((await transport.send({ ...message(), url })).ok).toBe(true);
    server.close();
    expect([versions, connections]).toEqual([['1.1', '1.1', '1.1'], 2]);
  });

  test.each(['expired', 'other'] as const)('does not make a bad certificate (%s) a good one', async (bad) => {
    const badFront = keep(await startTlsFront(bad, giip.url));
    const { error } = await pull({}, `https://localhost:${badFront.port}/api`, trusting);
    expect(error?.code).toBe('tls-failed');
    expect(giip.requests).toHaveLength(0);
  });
});

describe('certificates, whatever NODE_TLS_REJECT_UNAUTHORIZED says', () => {
  test.each([
    ['an unknown authority', 'giip', {}, 'tls-failed'],
    ['the authority of the file in the settings', 'giip', CA, undefined],
    ['an expired one', 'expired', CA, 'tls-failed'],
    ['one for another host', 'other', CA, 'tls-failed'],
    [
      'a file that holds none',
      'giip',
      { caFile: tlsFile('authority').replace('authority.pem', 'README.md') },
      'tls-failed',
    ],
  ] as const)('%s', async (_name, certificate, options, code) => {
    const own = keep(await startTlsFront(certificate, giip.url));
    const { error } = await pull(options, `https://localhost:${own.port}/api`);
    expect(error?.code).toBe(code);
    expect(giip.requests).toHaveLength(code === undefined ? 1 : 0);
  });
});
