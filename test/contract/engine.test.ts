import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createGiipRemote } from '../../electron/api/giip-remote.ts';
import { openNetwork } from '../../electron/api/network.ts';
import { networkTransport } from '../../electron/api/network-transport.ts';
import { type CycleOptions, runCycle } from '../../electron/sync/cycle.ts';
import type { Engine } from '../../electron/sync/engine.ts';
import { createNodeWorkspace } from '../../electron/workspace/node-workspace.ts';
import { safePath } from '../../electron/workspace/safe-path.ts';
import { ok } from '../../shared/model/sync-error.ts';
import type { SyncReport } from '../../shared/model/sync-report.ts';
import type { GiipSwitches } from '../giip-server/giip-switches.ts';
import { startTestGiip, type TestGiip } from '../giip-server/start-test-giip.ts';
import { systemClock } from '../giip-server/system-clock.ts';
import { digest, freshSqliteState, temporaryFolder } from './state-makers.ts';

const LSSN = 71;

/** A computer with the parts that ship: a real folder, a real database, real HTTP. */
interface Computer {
  readonly engine: Engine;
  edit(path: string, text: string): void;
  remove(path: string): void;
  text(path: string): string;
  cycle(options?: CycleOptions): Promise<SyncReport>;
}

function computer(giip: TestGiip): Computer {
  const root = join(temporaryFolder(), '.openclaw');
  mkdirSync(root);
  const transport = networkTransport(openNetwork({ environment: {} }));
  onTestFinished(() => transport.close());
  const engine: Engine = {
    workspace: createNodeWorkspace({ root }),
    paths: safePath,
    committed: { read: async () => new Map() },
    remote: createGiipRemote({
      apiUrl: giip.url,
      lssn: LSSN,
      token: async () => ok('sk-test'),
      clock: systemClock,
      transport,
    }),
    state: freshSqliteState(),
    clock: systemClock,
    digest,
    log: { write: () => undefined },
  };
  return {
    engine,
    edit(path, text) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    },
    remove: (path) => rmSync(join(root, path)),
    text: (path) => readFileSync(join(root, path), 'utf8'),
    cycle: (options) => runCycle(engine, options),
  };
}

const READINGS: readonly (readonly [string, Partial<GiipSwitches>])[] = [
  ['the plainest', {}],
  ['changes only, unchanged sections left out', { documents: 'changed-only', unchanged: 'omitted' }],
  ['unchanged sections null, RstVal as text', { unchanged: 'null', rstVal: 'string', data: 'data' }],
  ['unchanged sections empty, Data in a list', { unchanged: 'empty', data: 'array-of-one' }],
  ['one hash speaks for both, HTTP 304', { oneHashMatches: 'not-modified', notModified: 'http-304' }],
  ['a counter as hash', { hash: 'counter' }],
  ['another hash in each answer', { hash: 'per-response' }],
  ['texts are trimmed', { normalise: 'trim' }],
  ['CRLF everywhere', { normalise: 'crlf' }],
  ['backslashes in paths', { docPath: 'backslash' }],
  ['paths without docs/', { docPath: 'without-docs' }],
];

describe.each(READINGS)('two computers and a GIIP that reads its page like this: %s', (_name, switches) => {
  async function start(): Promise<{ giip: TestGiip; ann: Computer; bob: Computer }> {
    const giip = await startTestGiip({ lssn: LSSN, ...switches });
    onTestFinished(() => giip.close());
    giip.setDoc('docs/first.md', 'first');
    giip.setConfig('agent.json', '{"n":12345678901234567890,"a":1}');
    return { giip, ann: computer(giip), bob: computer(giip) };
  }

  test('pull, push, merge, conflict, deletion; and then rest', async () => {
    const { giip, ann, bob } = await start();
    ann.edit('docs/sub/b.md', '\ufeffone\r\ntwo\r\nthree\r\n');
    expect(await ann.cycle()).toMatchObject({
      outcome: 'inSync',
      pulled: ['configs/agent.json', 'docs/first.md'],
      pushed: ['docs/sub/b.md'],
      verified: true,
    });
    expect(ann.text('configs/agent.json')).toContain('12345678901234567890');
    expect((await bob.cycle()).pulled).toEqual(['configs/agent.json', 'docs/first.md', 'docs/sub/b.md']);

    ann.edit('docs/sub/b.md', '\ufeffONE\r\ntwo\r\nthree\r\n');
    ann.edit('configs/agent.json', '{ "n":12345678901234567890, "a":2 }');
    await ann.cycle();
    bob.edit('docs/sub/b.md', bob.text('docs/sub/b.md').replace('three', 'THREE'));
    bob.edit('docs/first.md', 'mine');
    giip.setDoc('docs/first.md', 'theirs');
    expect(await bob.cycle()).toMatchObject({
      outcome: 'conflicts',
      pulled: ['configs/agent.json'],
      merged: ['docs/sub/b.md'],
      pushed: ['docs/sub/b.md'],
      conflicts: [{ path: 'docs/first.md', kind: 'edit/edit' }],
      verified: true,
    });
    expect(await ann.cycle()).toMatchObject({
      pulled: ['docs/first.md', 'docs/sub/b.md'],
      outcome: 'inSync',
    });
    expect(ann.text('docs/sub/b.md')).toBe('\ufeffONE\r\ntwo\r\nTHREE\r\n');
    expect([ann.text('docs/first.md'), bob.text('docs/first.md')]).toEqual(['theirs', 'mine']);
    expect(bob.text('configs/agent.json')).toContain('12345678901234567890');

    bob.edit('docs/first.md', 'theirs');
    ann.remove('docs/sub/b.md');
    expect(await bob.cycle()).toMatchObject({ outcome: 'inSync', conflicts: [] });
    expect(await ann.cycle()).toMatchObject({
      deletedHere: ['docs/sub/b.md'],
      pushed: [],
      outcome: 'inSync',
    });
    const puts = giip.requests.filter(({ call }) => call === 'put').length;
    for (const audit of [true, false])
      for (const one of [ann, bob])
        expect(await one.cycle({ audit })).toMatchObject({ outcome: 'inSync', pulled: [], merged: [] });
    expect(giip.requests.filter(({ call }) => call === 'put')).toHaveLength(puts);
  });
});

test('a GIIP that replaces everything: put back, and pushing stops', async () => {
  const giip = await startTestGiip({ lssn: LSSN, push: 'replace-all' });
  onTestFinished(() => giip.close());
  for (const name of ['a', 'b', 'c']) giip.setDoc(`docs/${name}.md`, name);
  const ann = computer(giip);
  await ann.cycle();
  ann.edit('docs/mine.md', 'mine');
  expect(await ann.cycle()).toMatchObject({ error: { code: 'push-replaces-everything' }, pushed: [] });
  expect([...giip.content().docs.keys()].sort()).toEqual(['docs/a.md', 'docs/b.md', 'docs/c.md']);
});

test('an item that GIIP refuses alone is held, the rest of its batch goes on', async () => {
  const giip = await startTestGiip({ lssn: LSSN, refuses: (wire) => wire === 'docs/bad.md' });
  onTestFinished(() => giip.close());
  const ann = computer(giip);
  for (const name of ['a', 'bad', 'c']) ann.edit(`docs/${name}.md`, name);
  expect(await ann.cycle()).toMatchObject({
    outcome: 'held',
    pushed: ['docs/a.md', 'docs/c.md'],
    held: [{ path: 'docs/bad.md', reason: { code: 'held-refused-by-giip' } }],
    verified: true,
  });
});
