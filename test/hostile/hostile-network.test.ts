import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished } from 'vitest';
import { faults } from '../giip-server/giip-fault.ts';
import { startConnectProxy } from '../giip-server/start-connect-proxy.ts';
import { startSink } from '../giip-server/start-sink.ts';
import { startTlsFront, tlsFile } from '../giip-server/start-tls-front.ts';
import type { Synced } from '../scenario/support/machine.ts';
import { syncInProcess } from '../scenario/support/run-in-process.ts';
import { provesRejected } from './support/answers.ts';
import { inStep, type World, worksAgain } from './support/hostile-story.ts';
import { test } from './support/hostile-test.ts';
import { ownEngine } from './support/own-engine.ts';

/** Something that was started for this test. */
function kept<T extends { close(): Promise<void> }>(started: T): T {
  onTestFinished(() => started.close());
  return started;
}

function syncWith({ machine }: World, environment: Record<string, string>, apiUrl: string): Promise<Synced> {
  const { connection, environment: own } = machine;
  return syncInProcess({ connection, environment: { ...own, ...environment } }, '--api-url', apiUrl);
}

const CA = { NODE_EXTRA_CA_CERTS: tlsFile('authority') };

describe('redirects', () => {
  test.for([301, 302, 303, 307, 308] as const)(
    'H01 %i to another host is followed neither by a pull nor by a push',
    async (status, { world }) => {
      const { giip, machine } = world;
      const sink = kept(await startSink());
      await inStep(world);
      machine.write('docs/mine.md', 'mine\n');
      for (const call of ['get', 'put'] as const) {
        giip.fail(call, faults.redirect(status, `http://127.0.0.1:${sink.port}/api/x`));
        expect(await syncInProcess(machine)).toMatchObject({ code: 1, error: { code: 'server-redirected' } });
      }
      expect(sink.connections()).toBe(0);
      expect(giip.doc('docs/mine.md')).toBeUndefined();
      expect(await syncInProcess(machine)).toMatchObject({ code: 0, pushed: ['docs/mine.md'] });
      await worksAgain(world);
    },
  );

  test('H02 to the same host, to http, to nowhere: an error as well', ({ world }) => {
    const own = `${world.giip.url}/GetOpenclawSync`;
    const answers = [own, own.replace('http:', 'https:'), '/api/GetOpenclawSync', '', 'file:///etc/passwd'];
    return provesRejected(
      world,
      answers.map((to) => faults.redirect(307, to)),
      { code: 'server-redirected' },
    );
  });
});

describe('TLS and proxies', () => {
  test.for([
    ['H03 self-signed', 'giip', {}],
    ['H03 C05 expired, or this computer’s clock is wrong', 'expired', CA],
    ['H03 of another host', 'other', CA],
    [
      'H03 checked with a file of authorities that is not there',
      'giip',
      { NODE_EXTRA_CA_CERTS: '/nowhere.pem' },
    ],
  ] as const)('%s: fails closed in clear words', async ([, certificate, environment], { world }) => {
    const front = kept(await startTlsFront(certificate, world.giip.url));
    world.machine.write('docs/mine.md', 'mine\n');
    const met = await syncWith(world, environment, `https://localhost:${front.port}/api`);
    expect(met).toMatchObject({ code: 5, outcome: 'offline', error: { code: 'tls-failed' }, pushed: [] });
    expect(`${met.error?.message} ${met.error?.help}`).toContain('clock');
    expect(world.giip.requests).toEqual([]);
    expect(await syncInProcess(world.machine)).toMatchObject({ code: 0, pushed: ['docs/mine.md'] });
    await worksAgain(world);
  });

  // On Windows and macOS the system's authorities come with Electron's network stack: see the README beside this file.
  test('H04 an authority of the company works from a file', async ({ world }) => {
    const front = kept(await startTlsFront('giip', world.giip.url));
    world.giip.setDoc('docs/theirs.md', 'theirs\n');
    const met = await syncWith(world, CA, `https://localhost:${front.port}/api`);
    expect(met).toMatchObject({ code: 0, pulled: ['docs/theirs.md'] });
  });

  test('H04 H05 proxy and authorities from the settings are used by commands, too', async ({ world }) => {
    const front = kept(await startTlsFront('giip', world.giip.url));
    const proxy = kept(await startConnectProxy(front.port));
    const settings = { proxy: `http://127.0.0.1:${proxy.port}`, caFile: tlsFile('authority') };
    mkdirSync(world.machine.stateDir, { recursive: true });
    writeFileSync(join(world.machine.stateDir, 'settings.json'), JSON.stringify(settings));
    const met = await syncWith(world, { HTTPS_PROXY: 'http://127.0.0.1:1' }, 'https://giip.test/api');
    expect(met).toMatchObject({ code: 0 });
    expect(proxy.asked[0]).toEqual({ target: 'giip.test:443', authorization: undefined });
  });

  test('H05 a proxy with credentials is used; one that refuses is named, its password is not', async ({
    world,
  }) => {
    const front = kept(await startTlsFront('giip', world.giip.url));
    for (const status of [200, 407] as const) {
      const proxy = kept(await startConnectProxy(front.port, status));
      const environment = { ...CA, HTTPS_PROXY: `http://user:s3cret@127.0.0.1:${proxy.port}` };
      const met = await syncWith(world, environment, 'https://giip.test/api');
      expect(met.code).toBe(status === 200 ? 0 : 5);
      expect(met.error?.code).toBe(status === 200 ? undefined : 'proxy-auth-required');
      expect(proxy.asked[0]?.authorization).toBe(`Basic ${Buffer.from('user:s3cret').toString('base64')}`);
      expect(JSON.stringify(met)).not.toMatch(/s3cret|c2VjcmV0/);
    }
  });
});

describe('answers that do not come', () => {
  test('H06 a push without an answer is looked for, never repeated blindly', async ({ world }) => {
    const { giip, machine } = world;
    await inStep(world);
    const own = await ownEngine(world, { deadlines: { pull: 5_000, push: 150 } });
    machine.write('docs/mine.md', 'mine\n');
    // Executed when its client has long gone.
    const held = giip.hold('put');
    giip.requests.length = 0;
    const met = await own.cycle();
    expect(met).toMatchObject({ outcome: 'offline', error: { code: 'server-timeout' }, verified: false });
    const calls = giip.requests.map(({ call }) => call);
    expect(calls.filter((call) => call === 'put')).toHaveLength(1);
    expect(calls.slice(calls.indexOf('put') + 1).filter((call) => call === 'get').length).toBeLessThanOrEqual(
      1,
    );
    await held.release();
    expect(await own.cycle()).toMatchObject({ outcome: 'inSync', conflicts: [] });
    expect(giip.doc('docs/mine.md')).toBe('mine\n');
  });

  test('H11 a push that is executed long after: the newer local text wins, the old one is in history', async ({
    world,
  }) => {
    const { giip, machine } = world;
    await inStep(world);
    const own = await ownEngine(world, { deadlines: { pull: 5_000, push: 150 } });
    machine.write('docs/known.md', 'first try\n');
    const zombie = giip.hold('put');
    await own.cycle();
    machine.write('docs/known.md', 'newer\n');
    expect(await own.cycle()).toMatchObject({ outcome: 'inSync' });
    expect(giip.doc('docs/known.md')).toBe('newer\n');
    await zombie.release();
    expect(giip.doc('docs/known.md')).toBe('first try\n');
    expect(await own.cycle()).toMatchObject({ outcome: 'inSync', conflicts: [], held: [] });
    expect([machine.read('docs/known.md'), giip.doc('docs/known.md')]).toEqual(['newer\n', 'newer\n']);
    const kept = own.engine.state.history
      .list('docs/known.md')
      .map(({ id }) => own.engine.state.history.content(id)?.id);
    const texts = kept.map((id) => own.engine.state.contents.get(id ?? ''));
    expect(texts).toContain('known\n');
  });

  test('H07 a reset in the middle, a body that is too short', ({ world }) =>
    provesRejected(world, [faults.cutConnection(40), faults.unfinished(200, 'reset'), faults.resetBefore()], {
      code: 'server-unreachable',
      exit: 5,
    }));

  test('H08 an answer that trickles is cut by the deadline of the whole', async ({ world }) => {
    const { giip, machine } = world;
    await inStep(world);
    const own = await ownEngine(world, { deadlines: { pull: 200, push: 200 } });
    giip.setDoc('docs/theirs.md', 'theirs\n');
    giip.fail('get', faults.slow(1, 50));
    giip.fail('get', faults.unfinished(200, 'silence'));
    for (let n = 0; n < 2; n += 1)
      expect(await own.cycle()).toMatchObject({
        outcome: 'offline',
        error: { code: 'server-timeout' },
        pulled: [],
      });
    expect(machine.read('docs/theirs.md')).toBeNull();
    expect(await own.cycle()).toMatchObject({ outcome: 'inSync', pulled: ['docs/theirs.md'] });
  });

  test('H09 an empty 200 and a 204 say nothing', ({ world }) =>
    provesRejected(world, [faults.answer(200, ''), faults.answer(204, '')]));

  test('H09 a real HTTP 304 without a body is "no change", and the hashes stay', async ({ world }) => {
    world.giip.switches.notModified = 'http-304';
    await inStep(world);
    expect(await syncInProcess(world.machine)).toMatchObject({ code: 0, pulled: [], requests: 1 });
    await worksAgain(world);
  });

  test('H17 no cookie comes back, whatever is set', async ({ world }) => {
    const { giip, machine } = world;
    const headers = {
      'set-cookie': 'session=1; Path=/',
      'strict-transport-security': 'max-age=99',
      etag: '"x"',
    };
    giip.fail(
      'get',
      ({ execute, response }) => {
        const type = { 'content-type': 'application/json; charset=utf-8' };
        response.writeHead(200, { ...type, ...headers, 'cache-control': 'max-age=9999' }).end(execute().body);
      },
      'always',
    );
    await inStep(world);
    giip.setDoc('docs/fresh.md', 'fresh\n');
    expect(await syncInProcess(machine)).toMatchObject({ code: 0, pulled: ['docs/fresh.md'] });
    for (const { headers: sent } of giip.requests) {
      expect(sent).not.toHaveProperty('cookie');
      expect(sent).not.toHaveProperty('if-none-match');
    }
  });

  test('H18 nobody listens, and a name that no DNS knows: offline, nothing is lost', async ({ world }) => {
    const { machine } = world;
    await inStep(world);
    machine.write('docs/mine.md', 'mine\n');
    const sink = await startSink();
    await sink.close();
    for (const url of [`http://127.0.0.1:${sink.port}/api`, 'https://giip.invalid/api'])
      expect(await syncWith(world, {}, url)).toMatchObject({
        code: 5,
        error: { code: 'server-unreachable' },
      });
    expect(await syncInProcess(machine)).toMatchObject({ code: 0, pushed: ['docs/mine.md'] });
  });

  test.for([
    'http://giip.example.com/api',
    'https://user:s3cret@giip.example.com/api',
    'https://giip.example.com/api#s3cret',
    'https://giip.example.com/api?key=s3cret',
    'file:///etc/passwd',
    'https://giip.example.com\\@127.0.0.1/api',
  ])('H19 %s is refused before any request, and its password is not repeated', async (url, { world }) => {
    const { code, stdout, stderr } = await world.machine.run('sync', '--json', '--api-url', url);
    expect(code).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'api-url-invalid' }, requests: 0 });
    expect(stdout + stderr).not.toContain('s3cret');
  });
});
