import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ok } from '../../../shared/model/sync-error.ts';
import { type Fault, faults } from '../../giip-server/giip-fault.ts';
import { type OpenedRemote, openRemote } from '../../giip-server/open-remote.ts';
import { type Sink, startSink } from '../../giip-server/start-sink.ts';
import { startTestGiip, type TestGiip } from '../../giip-server/start-test-giip.ts';

const DOC = { section: 'doc', wire: 'docs/a.md', text: 'a' } as const;

let giip: TestGiip;
let sink: Sink;
let remote: OpenedRemote;

beforeAll(async () => {
  giip = await startTestGiip();
  sink = await startSink();
});
beforeEach(() => {
  giip.requests.length = 0;
  remote = openRemote(giip.url);
  return () => remote.close();
});
afterAll(async () => {
  await giip.close();
  await sink.close();
});

/** The error of a pull and of a push that meet this fault. */
async function errorsOf(fault: Fault) {
  giip.fail('get', fault);
  giip.fail('put', fault);
  const pulled = await remote.pull({});
  const pushed = await openRemote(giip.url).push([DOC]);
  giip.heal();
  return { pull: pulled.ok ? null : pulled.error, push: pushed };
}

describe('status and RstVal', () => {
  test.each([
    ['J22 HTTP 500 with RstVal 1', faults.rstVal(1, { status: 500 }), 'server-unavailable'],
    ['J22 HTTP 200 with RstVal 500', faults.rstVal(500), 'server-unavailable'],
    ['HTTP 500 with HTML', faults.html(500), 'server-unavailable'],
    [
      'HTTP 502 with bytes that are no text',
      faults.answer(502, Buffer.from([0xff, 0xfe])),
      'server-unavailable',
    ],
    ['HTTP 503', faults.html(503), 'server-unavailable'],
    ['HTTP 429', faults.html(429), 'server-rate-limited'],
    ['RstVal -1', faults.rstVal(-1), 'token-refused'],
    ['HTTP 401 with RstVal -1', faults.rstVal(-1, { status: 401 }), 'token-refused'],
    ['HTTP 403 with RstVal -1', faults.rstVal(-1, { status: 403 }), 'token-refused'],
    [
      'HTTP 401 with RstVal -1 in a long answer',
      faults.rstVal(-1, { status: 401, message: 'x'.repeat(100_000) }),
      'token-refused',
    ],
    ['J01 HTTP 401 with HTML', faults.html(401), 'server-answer-invalid'],
    ['J01 HTTP 403 with HTML', faults.html(403), 'server-answer-invalid'],
    ['HTTP 401 with RstVal 1', faults.rstVal(1, { status: 401 }), 'server-answer-invalid'],
    ['HTTP 404 with HTML', faults.html(404), 'server-answer-invalid'],
    ['H09 HTTP 204', faults.answer(204, ''), 'server-answer-invalid'],
    ['HTTP 200 with HTML', faults.html(), 'server-answer-invalid'],
    ['HTTP 407', faults.html(407), 'proxy-failed'],
  ])('%s', async (_name, fault, code) => {
    const { pull, push } = await errorsOf(fault);
    expect(pull).toMatchObject({ code });
    expect(push).toMatchObject({ accepted: [], refused: [], error: { code } });
  });

  test.each([
    ['RstVal 400', faults.rstVal(400)],
    ['HTTP 400', faults.html(400)],
    ['HTTP 400 with RstVal 400', faults.rstVal(400, { status: 400 })],
    ['HTTP 413', faults.html(413)],
  ])('%s refuses a pull, and a pushed item by itself', async (_name, fault) => {
    const { pull, push } = await errorsOf(fault);
    expect(pull).toMatchObject({ code: 'parameter-refused' });
    expect(push).toEqual({
      accepted: [],
      refused: [{ item: DOC, error: expect.objectContaining({ code: 'parameter-refused' }) }],
    });
  });

  test.each([
    ['J21 RstVal 304', faults.rstVal(304)],
    ['HTTP 304', faults.answer(304, '')],
  ])('%s to a push says nothing about it', async (_name, fault) => {
    const { push } = await errorsOf(fault);
    expect(push).toMatchObject({ accepted: [], refused: [], error: { code: 'server-answer-invalid' } });
  });

  test('a push is done with RstVal 1, whatever its Data', async () => {
    giip.fail('put', faults.answer(200, '{"RstVal":"1"}'));
    expect(await remote.push([DOC])).toEqual({ accepted: [DOC], refused: [] });
  });
});

describe('what GIIP says', () => {
  test('J23 stands in the detail, without the token', async () => {
    const message = 'at=sk-test \u001b[1mis bad\u001b[0m <b>';
    const { pull, push } = await errorsOf(faults.rstVal(500, { message }));
    expect(pull?.detail).toBe('at=[token] is bad <b>');
    expect(push.error?.detail).toBe('at=[token] is bad <b>');
  });

  test.each([
    ['5', 5_000],
    ['1000000000', 3_600_000],
    ['garbage', undefined],
  ])('H10 Retry-After %s comes with 429 and 503', async (value, retryAfterMs) => {
    expect((await errorsOf(faults.retryLater(429, value))).pull).toMatchObject({
      code: 'server-rate-limited',
    });
    const { pull, push } = await errorsOf(faults.retryLater(503, value));
    expect(pull?.retryAfterMs).toBe(retryAfterMs);
    expect(push.error?.retryAfterMs).toBe(retryAfterMs);
  });
});

describe('a failure whose body breaks off', () => {
  test('is what its status says', async () => {
    const { pull, push } = await errorsOf(faults.unfinished(503, 'reset', { 'retry-after': '7' }));
    expect(pull).toMatchObject({ code: 'server-unavailable', retryAfterMs: 7_000 });
    expect(push).toMatchObject({ error: { code: 'server-unavailable', retryAfterMs: 7_000 } });
  });
});

describe('redirects', () => {
  test.each([301, 302, 303, 307, 308] as const)(
    'H01 %i is followed neither by a pull nor by a push',
    async (status) => {
      const { pull, push } = await errorsOf(
        faults.redirect(status, `http://127.0.0.1:${sink.port}/api/GetOpenclawSync`),
      );
      expect(pull).toMatchObject({ code: 'server-redirected' });
      expect(push).toMatchObject({ accepted: [], refused: [], error: { code: 'server-redirected' } });
      expect(sink.connections()).toBe(0);
      expect(giip.requests).toHaveLength(2);
    },
  );

  test('H01 nor is its body awaited', async () => {
    const { pull } = await errorsOf(faults.unfinished(302, 'silence', { location: '/' }));
    expect(pull).toMatchObject({ code: 'server-redirected' });
  });

  test('H02 nor to the same host', async () => {
    const { pull } = await errorsOf(faults.redirect(307, `${giip.url}/GetOpenclawSync`));
    expect(pull).toMatchObject({ code: 'server-redirected' });
    expect(giip.requests).toHaveLength(2);
  });
});

describe('the token', () => {
  test('H15 one -1 stops every call of this remote, in whatever order they come', async () => {
    giip.fail('put', faults.rstVal(-1));
    expect(await remote.push([DOC, { ...DOC, wire: 'docs/b.md' }])).toMatchObject({
      error: { code: 'token-refused' },
    });
    expect(await remote.pull({})).toMatchObject({ error: { code: 'token-refused' } });
    expect(await remote.push([DOC])).toMatchObject({ error: { code: 'token-refused' } });
    expect(giip.requests).toHaveLength(1);
    expect(remote.requests()).toBe(1);
  });

  test.each(['https://api.netbako.com/api', 'http://127.0.0.1:1/api', 'not a URL'])(
    'entered for %s it is sent to no other origin',
    async (tokenOrigin) => {
      const other = openRemote(giip.url, { tokenOrigin });
      expect(await other.pull({})).toEqual({ ok: false, error: { code: 'token-other-origin' } });
      expect(await other.push([DOC])).toEqual({
        accepted: [],
        refused: [],
        error: { code: 'token-other-origin' },
      });
      expect([giip.requests.length, other.requests()]).toEqual([0, 0]);
    },
  );

  test('entered for another path of the same origin it is sent', async () => {
    const same = openRemote(giip.url, { tokenOrigin: new URL('/other/api', giip.url).href });
    expect(await same.pull({})).toMatchObject({ ok: true });
    await same.close();
  });

  test('cannot be read: no request is made', async () => {
    const locked = openRemote(giip.url, {
      token: async () => ({ ok: false, error: { code: 'token-locked' } }),
    });
    expect(await locked.pull({})).toEqual({ ok: false, error: { code: 'token-locked' } });
    expect(await locked.push([DOC])).toEqual({ accepted: [], refused: [], error: { code: 'token-locked' } });
    expect(giip.requests).toHaveLength(0);
  });

  test('an API URL that cannot be used is an answer, not a throw', async () => {
    const wrong = openRemote('http://api.netbako.com/api', { token: async () => ok('sk') });
    expect(await wrong.pull({})).toMatchObject({ ok: false, error: { code: 'api-url-invalid' } });
  });
});

describe('a request', () => {
  test('says its encoding, sends UTF-8 and names hashes only when there are some', async () => {
    await remote.pull({});
    await remote.pull({ doc: 'd"0' });
    expect(giip.requests.map(({ text }) => text)).toEqual([
      '{"at":"sk-test","lssn":71}',
      '{"at":"sk-test","lssn":71,"docHash":"d\\"0"}',
    ]);
    expect(giip.requests[0]?.headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'accept-encoding': 'gzip, deflate, br',
    });
  });

  test('has a connection of its own: none is kept that the server may close under a push', async () => {
    await remote.pull({});
    await remote.push([DOC]);
    expect(giip.requests.map(({ headers }) => headers.connection)).toEqual(['close', 'close']);
  });

  test('H17 brings back no cookie', async () => {
    const cookie = { 'content-type': 'application/json', 'set-cookie': 'session=1; Path=/', etag: '"1"' };
    giip.fail('get', faults.answer(200, '{"RstVal":1,"Data":{}}', cookie));
    await remote.pull({});
    await remote.pull({});
    expect(giip.requests[1]?.headers).not.toHaveProperty('cookie');
    expect(giip.requests[1]?.headers).not.toHaveProperty('if-none-match');
  });
});
