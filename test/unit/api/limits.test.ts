import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { LIMITS } from '../../../electron/api/limits.ts';
import { faults } from '../../giip-server/giip-fault.ts';
import { type GiipSwitches, PLAIN_SWITCHES } from '../../giip-server/giip-switches.ts';
import { type OpenedRemote, openRemote } from '../../giip-server/open-remote.ts';
import { startTestGiip, type TestGiip } from '../../giip-server/start-test-giip.ts';

const MIB = 1024 * 1024;

let giip: TestGiip;
let remote: OpenedRemote;

beforeAll(async () => {
  giip = await startTestGiip();
});
beforeEach(() => {
  giip.requests.length = 0;
  giip.rollbackTo({ configs: new Map(), docs: new Map() });
  remote = openRemote(giip.url);
  return async () => {
    Object.assign(giip.switches, PLAIN_SWITCHES);
    giip.heal();
    await remote.close();
  };
});
afterAll(() => giip.close());

async function pulled() {
  const answer = await remote.pull({});
  if (!answer.ok) throw new Error(`${answer.error.code}: ${answer.error.detail}`);
  const { config, doc } = answer.value;
  return {
    configs: config.state === 'items' ? config : { items: [], rejected: [] },
    docs: doc.state === 'items' ? doc : { items: [], rejected: [] },
  };
}

describe('sizes', () => {
  test('Z03 a small answer that inflates beyond 256 MiB is cut off while it comes, with bounded memory', {
    timeout: 60_000,
  }, async () => {
    giip.fail('get', faults.gzipBomb(4096 * MIB));
    const before = process.memoryUsage().rss;
    let peak = 0;
    const watch = setInterval(() => {
      peak = Math.max(peak, process.memoryUsage().rss);
    }, 10);
    const answer = await remote.pull({});
    clearInterval(watch);
    expect(answer).toMatchObject({ ok: false, error: { code: 'server-answer-too-large' } });
    // 256 MiB of text and what the stream holds at one time, of an answer of 4 GiB.
    expect((peak - before) / MIB).toBeLessThan(768);
  });

  test('Z02 a document of 5 MiB is taken, one byte more is rejected alone', { timeout: 30_000 }, async () => {
    giip.setDoc('docs/fits.md', '한'.repeat(LIMITS.itemBytes / 3 - 1).padEnd(LIMITS.itemBytes / 3, 'x'));
    giip.setDoc('docs/exact.md', 'x'.repeat(LIMITS.itemBytes));
    giip.setDoc('docs/large.md', 'x'.repeat(LIMITS.itemBytes + 1));
    giip.setDoc('docs/wide.md', '한'.repeat(LIMITS.itemBytes / 3 + 1));
    giip.setDoc('docs/quotes.md', '"'.repeat(LIMITS.itemBytes));
    giip.setDoc('docs/50mb.md', 'x'.repeat(50_000_000));
    const { items, rejected } = (await pulled()).docs;
    expect(items.map(({ wire }) => wire)).toEqual(['docs/fits.md', 'docs/exact.md', 'docs/quotes.md']);
    expect(rejected).toEqual(
      ['docs/large.md', 'docs/wide.md', 'docs/50mb.md'].map((path) => ({
        path,
        reason: 'it is larger than 5 MiB',
      })),
    );
  });

  test('Z02 so with a configuration', async () => {
    const list = (bytes: number): string => `["${'x'.repeat(bytes - 4)}"]`;
    giip.setConfig('exact.json', list(LIMITS.itemBytes));
    giip.setConfig('large.json', list(LIMITS.itemBytes + 1));
    giip.setConfig('string.json', JSON.stringify(list(LIMITS.itemBytes + 1)));
    const { items, rejected } = (await pulled()).configs;
    expect(items.map(({ wire }) => wire)).toEqual(['exact.json']);
    expect(rejected.map(({ path }) => path)).toEqual(['large.json', 'string.json']);
  });

  test('Z04 100,000 items are taken, one more refuses the answer', { timeout: 30_000 }, async () => {
    const answer = (docs: number): string => {
      const configs = Array.from({ length: 50_000 }, (_, i) => `"${i}.json":{}`).join();
      const data = Array.from({ length: docs }, (_, i) => `{"doc_path":"${i}","doc_content":""}`).join();
      return `{"RstVal":1,"Data":{"configData":{${configs}},"docData":[${data}]}}`;
    };
    giip.fail('get', faults.answer(200, answer(50_000)));
    const { configs, docs } = await pulled();
    expect([configs.items.length, docs.items.length]).toEqual([50_000, 50_000]);
    giip.fail('get', faults.answer(200, answer(50_001)));
    expect(await remote.pull({})).toMatchObject({ ok: false, error: { code: 'server-answer-too-large' } });
  });

  test('J13 an answer of a million levels is no stack overflow', async () => {
    const deep = `${'[{"a":'.repeat(400_000)}1${'}]'.repeat(400_000)}`;
    giip.setConfig('deep.json', deep);
    giip.setConfig('good.json', '{}');
    const { items, rejected } = (await pulled()).configs;
    expect(items.map(({ wire }) => wire)).toEqual(['good.json']);
    expect(rejected).toEqual([{ path: 'deep.json', reason: 'it is nested deeper than 200 levels' }]);
  });
});

describe('compression', () => {
  const KINDS: GiipSwitches['compression'][] = ['none', 'gzip', 'deflate', 'raw-deflate', 'br'];

  test.each(KINDS)('%s is read', async (compression) => {
    giip.switches.compression = compression;
    giip.switches.byteOrderMark = true;
    giip.setDoc('docs/가.md', '나'.repeat(100_000));
    expect((await pulled()).docs.items).toEqual([{ wire: 'docs/가.md', text: '나'.repeat(100_000) }]);
  });

  test.each([
    ['gzip', Buffer.from('{"RstVal":1,"Data":{}}')],
    ['gzip', Buffer.from('1f8b0800000000000003ab560a2a2e09', 'hex')],
    ['br', Buffer.from('no brotli at all')],
    ['deflate', Buffer.from('x')],
    ['zstd', Buffer.from('{"RstVal":1,"Data":{}}')],
    ['gzip, gzip', Buffer.from('{"RstVal":1,"Data":{}}')],
    ['gzip', Buffer.alloc(0)],
  ])('that is broken or was not asked for (%s) is no GIIP reply', async (encoding, body) => {
    giip.fail('get', faults.answer(200, body, { 'content-encoding': encoding }));
    expect(await remote.pull({})).toMatchObject({ ok: false, error: { code: 'server-answer-invalid' } });
  });
});

describe('deadlines', () => {
  /** Time passes when the test says so. */
  function timedRemote(): { readonly timed: OpenedRemote; readonly expire: () => void } {
    let expire = (): void => {};
    const after = (_ms: number, callback: () => void): (() => void) => {
      expire = callback;
      return () => {};
    };
    return { timed: openRemote(giip.url, { clock: { now: () => 0, after } }), expire: () => expire() };
  }

  const DOC = { section: 'doc', wire: 'docs/a.md', text: 'a' } as const;

  test('are 60 s for a pull and 240 s for a push, and are cancelled by the answer', async () => {
    const asked: number[] = [];
    let running = 0;
    const clock = {
      now: () => 0,
      after(ms: number) {
        asked.push(ms);
        running += 1;
        return () => {
          running -= 1;
        };
      },
    };
    const timed = openRemote(giip.url, { clock });
    await timed.pull({});
    await timed.push([DOC]);
    await timed.close();
    expect([asked, running]).toEqual([[60_000, 240_000], 0]);
  });

  test('H06 a pull without an answer', async () => {
    const held = giip.hold('get');
    const { timed, expire } = timedRemote();
    const answer = timed.pull({});
    await held.arrived;
    expire();
    expect(await answer).toEqual({ ok: false, error: { code: 'server-timeout' } });
    await held.clientGone;
    await held.release();
  });

  test('H08 an answer that trickles is cut by the deadline of the whole', async () => {
    giip.setDoc('docs/a.md', 'a'.repeat(10_000));
    giip.fail('get', faults.slow(1, 5));
    const hasty = openRemote(giip.url, { deadlines: { pull: 150, push: 150 } });
    expect(await hasty.pull({})).toEqual({ ok: false, error: { code: 'server-timeout' } });
  });

  test('H11 a push without an answer is of unknown fate: it may happen after we have gone', async () => {
    const held = giip.hold('put');
    const { timed, expire } = timedRemote();
    const answer = timed.push([DOC, { ...DOC, wire: 'docs/b.md' }]);
    await held.arrived;
    expire();
    expect(await answer).toEqual({ accepted: [], refused: [], error: { code: 'server-timeout' } });
    await held.clientGone;
    expect(giip.doc('docs/a.md')).toBeUndefined();
    await held.release();
    expect(giip.doc('docs/a.md')).toBe('a');
    expect(giip.requests).toHaveLength(1);
  });
});
