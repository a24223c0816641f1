import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { BrowserStack } from '../../../electron/api/browser-stack.ts';
import type { NetworkOptions } from '../../../electron/api/network.ts';
import { tlsLook } from '../../../electron/doctor/tls-look.ts';
import { NO_POLICY } from '../../../shared/model/policy.ts';
import { closedAfterEach } from '../../giip-server/closed-after-each.ts';
import { faults } from '../../giip-server/giip-fault.ts';
import { startConnectProxy } from '../../giip-server/start-connect-proxy.ts';
import { startNtlmProxy } from '../../giip-server/start-ntlm-proxy.ts';
import { startSink } from '../../giip-server/start-sink.ts';
import { startSocksProxy } from '../../giip-server/start-socks-proxy.ts';
import { startTestGiip, type TestGiip } from '../../giip-server/start-test-giip.ts';
import { startTlsFront, tlsFile } from '../../giip-server/start-tls-front.ts';
import { failedIn, lineOf, Patient, TOKEN } from './examine.ts';

let giip: TestGiip;
let patient: Patient;

// The last of these hooks runs first: the patient goes when nothing asks it any more.
afterEach(() => patient[Symbol.dispose]());
const keep = closedAfterEach();

beforeEach(async () => {
  patient = new Patient();
  giip = keep(await startTestGiip({ token: TOKEN }));
});

const CA = { NODE_EXTRA_CA_CERTS: tlsFile('authority') };
const AUTHORITY = 'Openclaw Sync test CA';

async function front(certificate: Parameters<typeof startTlsFront>[0], host = '127.0.0.1'): Promise<string> {
  return `https://${host}:${keep(await startTlsFront(certificate, giip.url)).port}/api`;
}

describe('TLS', () => {
  test('an authority of its own is trusted by its file, and a person is told whose it is', async () => {
    const report = await patient.examine(await front('giip'), { environment: CA });
    expect(failedIn(report)).toEqual([]);
    expect(lineOf(report, 'tls')).toMatchObject({
      status: 'warning',
      finding: 'tls-private',
      facts: { host: '127.0.0.1', issuer: AUTHORITY, until: expect.stringMatching(/^2126-/) },
    });
    expect(lineOf(report, 'token-accepted').status).toBe('ok');
  });

  test('without it the issuer is named, and no token leaves', async () => {
    const report = await patient.examine(await front('giip'));
    expect(failedIn(report)).toEqual(['tls']);
    expect(lineOf(report, 'tls')).toMatchObject({
      finding: 'tls-untrusted',
      facts: { issuer: AUTHORITY },
      error: { code: 'tls-failed' },
      fix: 'settings',
    });
    expect(lineOf(report, 'pull')).toMatchObject({ status: 'skipped', facts: { because: 'tls' } });
    expect(giip.requests).toEqual([]);
  });

  test.each([
    ['expired', 'tls-expired', { until: '2020-02-01' }],
    ['other', 'tls-wrong-host', { host: '127.0.0.1' }],
  ] as const)('a certificate that is %s', async (certificate, finding, facts) => {
    const report = await patient.examine(await front(certificate), { environment: CA });
    expect(failedIn(report)).toEqual(['tls']);
    expect(lineOf(report, 'tls')).toMatchObject({ finding, facts });
    expect(giip.requests).toEqual([]);
  });

  test('a variable that turns the checks off turns nothing off', async () => {
    process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';
    try {
      expect(failedIn(await patient.examine(await front('giip')))).toEqual(['tls']);
    } finally {
      delete process.env.NODE_TLS_REJECT_UNAUTHORIZED;
    }
  });

  test('what the operating system trusts is no failure: requests get through', async () => {
    const report = await patient.examine(await front('giip'), { browser: refusingGiip() });
    expect(lineOf(report, 'tls')).toMatchObject({ finding: 'tls-private', facts: { issuer: AUTHORITY } });
    expect(lineOf(report, 'push').status).toBe('ok');
  });

  test('a file with authorities that cannot be read is named', async () => {
    const environment = { NODE_EXTRA_CA_CERTS: '/no/such/file.pem' };
    const report = await patient.examine(await front('giip'), { environment });
    expect(lineOf(report, 'tls')).toMatchObject({ status: 'failed', error: { code: 'tls-failed' } });
    expect(lineOf(report, 'tls').error?.detail).toContain('/no/such/file.pem');
  });

  test('plain http to this computer needs none', async () => {
    expect(lineOf(await patient.examine(giip.url), 'tls').finding).toBe('tls-none');
    expect(tlsLook.needs).toEqual(['connection']);
  });
});

/** What only a browser can reach; what it reaches refuses a request without a token, as GIIP does. */
function refusingGiip(): BrowserStack {
  const body = '{"RstVal":400,"RstMsg":"Invalid parameter","Data":null}';
  return {
    request: async () => ({
      status: 200,
      headers: {},
      body: Readable.from([Buffer.from(body)]),
      end: () => undefined,
    }),
  };
}

describe('the way', () => {
  const throughProxy = async (
    status = 200,
  ): Promise<{ api: string; proxy: string; asked: () => unknown }> => {
    const api = await front('giip', 'giip.test');
    const proxy = keep(await startConnectProxy(Number(new URL(api).port), status));
    return { api, proxy: `127.0.0.1:${proxy.port}`, asked: () => proxy.asked };
  };

  test('through a proxy that the environment names, signed in', async () => {
    const { api, proxy, asked } = await throughProxy();
    const environment = { ...CA, HTTPS_PROXY: `http://mina:5ecret@${proxy}` };
    const report = await patient.examine(api, { environment });
    expect(failedIn(report)).toEqual([]);
    expect(lineOf(report, 'proxy')).toMatchObject({
      finding: 'proxy-used',
      facts: { proxy, from: 'environment' },
    });
    expect(lineOf(report, 'dns')).toMatchObject({ finding: 'dns-not-needed', facts: { host: '127.0.0.1' } });
    expect(lineOf(report, 'tls')).toMatchObject({ finding: 'tls-private', facts: { host: 'giip.test' } });
    expect(JSON.stringify(report)).not.toContain('5ecret');
    const basic = `Basic ${Buffer.from('mina:5ecret').toString('base64')}`;
    expect(asked()).toContainEqual({ target: new URL(api).host, authorization: basic });
  });

  test('a proxy of the settings, and one that the policy has set, are told apart', async () => {
    const { api, proxy } = await throughProxy();
    const settings = (): ReturnType<NonNullable<NetworkOptions['settings']>> => ({
      proxy: `http://${proxy}`,
      caFile: tlsFile('authority'),
    });
    const chosen = await patient.examine(api, { settings });
    expect(lineOf(chosen, 'proxy').facts).toEqual({ proxy, from: 'setting' });
    const policy = { ...NO_POLICY, managed: { proxy: { source: 'policy.json' } } };
    const managed = await patient.examine(api, { settings }, { policy });
    expect(lineOf(managed, 'proxy').facts).toEqual({ proxy, from: 'policy' });
    expect(lineOf(managed, 'policy')).toMatchObject({ finding: 'policy-ok', facts: { keys: 1 } });
  });

  test('a PAC file whose first proxy is switched off', async () => {
    const { api, proxy } = await throughProxy();
    const sink = await startSink();
    await sink.close();
    const system = async (): Promise<string> => `PROXY 127.0.0.1:${sink.port}; PROXY ${proxy}`;
    const report = await patient.examine(api, { environment: CA, system });
    expect(failedIn(report)).toEqual([]);
    expect(lineOf(report, 'proxy')).toMatchObject({
      status: 'warning',
      facts: { dead: `127.0.0.1:${sink.port}`, used: proxy },
    });
  });

  test('a proxy that refuses stops here and is not asked for more than it was', async () => {
    const { api, proxy } = await throughProxy(407);
    const report = await patient.examine(api, { environment: { ...CA, HTTPS_PROXY: `http://${proxy}` } });
    expect(failedIn(report)).toEqual(['tls']);
    expect(lineOf(report, 'tls')).toMatchObject({ error: { code: 'proxy-auth-required' }, fix: 'settings' });
  });

  test('a SOCKS proxy: the certificate is not looked at by itself, everything after it is', async () => {
    const api = await front('giip', 'giip.test');
    const proxy = keep(await startSocksProxy(Number(new URL(api).port)));
    const environment = { ...CA, HTTPS_PROXY: `socks5://127.0.0.1:${proxy.port}` };
    const report = await patient.examine(api, { environment });
    expect(failedIn(report)).toEqual([]);
    expect(lineOf(report, 'tls').finding).toBe('tls-unseen');
    expect(lineOf(report, 'lssn').status).toBe('ok');
  });

  test('a proxy that only a browser can sign in to', async () => {
    const api = await front('giip', 'giip.test');
    const proxy = keep(await startNtlmProxy(Number(new URL(api).port)));
    const environment = { ...CA, HTTPS_PROXY: `http://127.0.0.1:${proxy.port}` };
    const without = await patient.examine(api, { environment });
    expect(lineOf(without, 'tls')).toMatchObject({ error: { code: 'proxy-auth-required' }, fix: 'settings' });
    const report = await patient.examine(api, { environment, browser: refusingGiip() });
    expect(lineOf(report, 'tls').finding).toBe('tls-unseen');
    expect(lineOf(report, 'push').status).toBe('ok');
  });

  test('a proxy that does not answer is not taken for GIIP', async () => {
    const sink = await startSink();
    await sink.close();
    const environment = { HTTPS_PROXY: `http://127.0.0.1:${sink.port}` };
    const report = await patient.examine('https://giip.test/api', { environment });
    expect(lineOf(report, 'connection')).toMatchObject({ error: { code: 'proxy-failed' } });
  });

  test('a host that NO_PROXY names goes straight, and its name has no address', async () => {
    const environment = { HTTPS_PROXY: 'http://127.0.0.1:9', NO_PROXY: 'invalid' };
    const report = await patient.examine('https://giip.invalid/api', { environment });
    expect(lineOf(report, 'proxy')).toMatchObject({ facts: { why: 'environment' } });
    expect(lineOf(report, 'dns')).toMatchObject({ status: 'failed', error: { code: 'server-unreachable' } });
    expect(lineOf(report, 'tls')).toMatchObject({ status: 'skipped', facts: { because: 'dns' } });
  });

  test('a proxy whose name has no address is not taken for GIIP either', async () => {
    const environment = { HTTPS_PROXY: 'http://proxy.invalid:3128' };
    const report = await patient.examine('https://giip.test/api', { environment });
    expect(lineOf(report, 'dns')).toMatchObject({ error: { code: 'proxy-failed' }, fix: 'settings' });
  });

  test('nobody at the port', async () => {
    const sink = await startSink();
    await sink.close();
    const report = await patient.examine(`http://127.0.0.1:${sink.port}/api`);
    expect(failedIn(report)).toEqual(['connection']);
  });
});

describe('GIIP', () => {
  test('one pull with the token, one knock without anything; nothing on GIIP changes', async () => {
    giip.setDoc('docs/a.md', 'a\n');
    const report = await patient.examine(giip.url);
    expect(failedIn(report)).toEqual([]);
    expect(giip.requests.map(({ call, text }) => [call, text.includes(TOKEN)])).toEqual([
      ['put', false],
      ['get', true],
    ]);
    expect(giip.doc('docs/a.md')).toBe('a\n');
    expect(lineOf(report, 'pull')).toMatchObject({ finding: 'pull-ok', facts: { items: 1 } });
  });

  test.each([
    ['a page that blocks PUT', () => faults.html(405), 'push-blocked', 'server-answer-invalid'],
    ['a failing server', () => faults.rstVal(500), 'error', 'server-unavailable'],
    ['a redirect', () => faults.redirect(302, 'https://example.com'), 'error', 'server-redirected'],
  ] as const)('%s at the push is told although pulls work', async (_name, fault, finding, code) => {
    giip.fail('put', fault());
    const report = await patient.examine(giip.url);
    expect(failedIn(report)).toEqual(['push']);
    expect(lineOf(report, 'push')).toMatchObject({ finding, error: { code } });
    expect(lineOf(report, 'pull').status).toBe('ok');
  });

  test('a refused token, a refused server number: each in its own line', async () => {
    giip.switches.token = 'sk-another';
    const token = await patient.examine(giip.url);
    expect(failedIn(token)).toEqual(['token-accepted']);
    expect(lineOf(token, 'lssn')).toMatchObject({ status: 'skipped', facts: { because: 'token-accepted' } });
    giip.switches.token = TOKEN;
    giip.switches.lssns = [1];
    const lssn = await patient.examine(giip.url);
    expect(failedIn(lssn)).toEqual(['lssn']);
    expect(lineOf(lssn, 'token-accepted')).toMatchObject({ status: 'skipped', facts: { because: 'lssn' } });
  });

  test.each([
    [30, 'ok', 'clock-ok'],
    [-120, 'warning', 'clock-off'],
    [600, 'failed', 'clock-off'],
    [-600, 'failed', 'clock-off'],
  ] as const)('a server that is %d s away', async (seconds, status, finding) => {
    const date = new Date(Date.now() + seconds * 1000).toUTCString();
    giip.fail('put', faults.answer(200, '{"RstVal":400,"RstMsg":"","Data":null}', { date }));
    const clock = lineOf(await patient.examine(giip.url), 'clock');
    expect(clock).toMatchObject({ status, finding });
    if (finding === 'clock-off') expect(clock.facts).toMatchObject({ isAhead: seconds < 0 });
  });
});
