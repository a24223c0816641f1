import { describe, expect } from 'vitest';
import { faults } from '../giip-server/giip-fault.ts';
import { startSink } from '../giip-server/start-sink.ts';
import { test } from './support/scenario-test.ts';

describe('a pull that fails changes nothing here, and the next sync goes on', () => {
  test.for([
    { name: 'HTTP 500 as a page', fault: faults.html(500), code: 'server-unavailable', exit: 5 },
    { name: 'RstVal 500', fault: faults.rstVal(500), code: 'server-unavailable', exit: 5 },
    { name: 'a sign-in page', fault: faults.html(), code: 'server-answer-invalid', exit: 1 },
    { name: 'cut-off JSON', fault: faults.cut(40), code: 'server-answer-invalid', exit: 1 },
    { name: 'a reset', fault: faults.resetBefore(), code: 'server-unreachable', exit: 5 },
    { name: 'a cut connection', fault: faults.cutConnection(40), code: 'server-unreachable', exit: 5 },
    { name: 'garbage', fault: faults.garbage('SSH-2.0-nothing\r\n'), code: 'server-answer-invalid', exit: 1 },
    { name: 'RstVal 304 out of order', fault: faults.rstVal(304), code: 'server-answer-invalid', exit: 1 },
    { name: 'RstVal 400', fault: faults.rstVal(400), code: 'parameter-refused', exit: 1 },
  ])('$name', async ({ fault, code, exit }, { machine, giip }) => {
    machine.write('docs/a.md', 'mine\n');
    giip.setDoc('docs/b.md', 'theirs\n');
    giip.fail('get', fault, 'always');
    const failed = await machine.sync();
    expect(failed).toMatchObject({ code: exit, pulled: [], pushed: [], verified: false, error: { code } });
    expect(failed.error?.message.length).toBeGreaterThan(20);
    expect(failed.error?.help.length).toBeGreaterThan(10);
    expect(machine.read('docs/b.md')).toBeNull();
    giip.heal();
    expect(await machine.sync()).toMatchObject({ code: 0, pulled: ['docs/b.md'], pushed: ['docs/a.md'] });
  });
});

test('Retry-After is honoured by the next sync too', async ({ machine, giip }) => {
  giip.fail('get', faults.retryLater(429, '600'));
  expect(await machine.sync()).toMatchObject({ code: 5, error: { code: 'server-rate-limited' } });
  giip.requests.length = 0;
  expect(await machine.sync()).toMatchObject({
    code: 5,
    error: { code: 'server-rate-limited' },
    requests: 0,
  });
  expect(giip.requests).toEqual([]);
});

test('a short Retry-After is sat out by the next sync', async ({ machine, giip }) => {
  giip.fail('get', faults.retryLater(429, '2'));
  expect(await machine.sync()).toMatchObject({ code: 5, error: { code: 'server-rate-limited' } });
  const refusedAt = Date.now();
  expect(await machine.sync()).toMatchObject({ code: 0, outcome: 'inSync' });
  expect(Date.now() - refusedAt).toBeGreaterThan(1_000);
});

test.for([301, 302, 303, 307, 308] as const)(
  'a redirect %i is never followed',
  async (status, { machine, giip }) => {
    const sink = await startSink();
    giip.fail('get', faults.redirect(status, `http://127.0.0.1:${sink.port}/api/GetOpenclawSync`), 'always');
    expect(await machine.sync()).toMatchObject({ code: 1, error: { code: 'server-redirected' } });
    expect(sink.connections()).toBe(0);
    await sink.close();
  },
);

describe('a push that is too much at once', () => {
  const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g'] as const;

  test('is halved on HTTP 413 until all of it is there', async ({ machine, giip }) => {
    giip.switches.maxBodyBytes = 6000;
    for (const name of names) machine.write(`docs/${name}.md`, `${name.repeat(2000)}\n`);
    expect(await machine.sync()).toMatchObject({ code: 0, pushed: names.map((name) => `docs/${name}.md`) });
    expect(giip.content().docs.size).toBe(names.length);
  });

  test('is halved on RstVal 400 down to the one item that is refused; the rest goes on', async ({
    machine,
    giip,
  }) => {
    giip.switches.refuses = (wire) => wire === 'docs/d.md';
    for (const name of names) machine.write(`docs/${name}.md`, `${name}\n`);
    const report = await machine.sync();
    expect([...giip.content().docs.keys()].sort()).toEqual(
      names.filter((name) => name !== 'd').map((name) => `docs/${name}.md`),
    );
    expect(report).toMatchObject({ code: 6, outcome: 'held', held: [{ path: 'docs/d.md' }] });
    giip.requests.length = 0;
    expect(await machine.sync()).toMatchObject({ code: 6, held: [{ path: 'docs/d.md' }] });
    expect(giip.requests.filter(({ call }) => call === 'put')).toEqual([]);
    // It is sent again when it changes.
    giip.switches.refuses = () => false;
    machine.write('docs/d.md', 'd, shorter\n');
    expect(await machine.sync()).toMatchObject({ code: 0, pushed: ['docs/d.md'], held: [] });
  });
});

test('a refused token ends with 3 after one request, whatever waits', async ({ machine, giip }) => {
  giip.switches.token = 'sk-another';
  machine.write('docs/a.md', 'a\n');
  for (const status of [200, 401] as const) {
    giip.switches.unauthorizedStatus = status;
    giip.requests.length = 0;
    expect(await machine.sync()).toMatchObject({
      code: 3,
      outcome: 'unauthorized',
      error: { code: 'token-refused' },
      pushed: [],
    });
    expect(giip.requests).toHaveLength(1);
  }
});

test('a server that drops what a push does not name is found out by the first one', async ({
  machine,
  giip,
}) => {
  giip.setDoc('docs/theirs.md', 'theirs\n');
  giip.setDoc('docs/theirs-too.md', 'theirs too\n');
  expect((await machine.sync()).code).toBe(0);
  giip.switches.push = 'replace-all';
  machine.write('docs/mine.md', 'mine\n');
  expect(await machine.sync()).toMatchObject({ code: 1, error: { code: 'push-replaces-everything' } });
  expect(giip.doc('docs/theirs.md')).toBe('theirs\n');
  expect(giip.doc('docs/theirs-too.md')).toBe('theirs too\n');
  expect(machine.read('docs/mine.md')).toBe('mine\n');

  giip.switches.push = 'atomic';
  expect(await machine.sync()).toMatchObject({ code: 1, error: { code: 'push-replaces-everything' } });
  expect(await machine.sync('--approve')).toMatchObject({ code: 0, pushed: ['docs/mine.md'] });
});
