import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { LIMITS } from '../../../electron/api/limits.ts';
import type { PushItem } from '../../../electron/sync/ports.ts';
import { faults } from '../../giip-server/giip-fault.ts';
import { PLAIN_SWITCHES } from '../../giip-server/giip-switches.ts';
import { type OpenedRemote, openRemote } from '../../giip-server/open-remote.ts';
import { startTestGiip, type TestGiip } from '../../giip-server/start-test-giip.ts';

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

const doc = (name: string, text = name): PushItem => ({ section: 'doc', wire: `docs/${name}.md`, text });
const docs = (count: number): PushItem[] => Array.from({ length: count }, (_, i) => doc(`d${i}`));
const sizes = (): number[] => giip.requests.map(({ text }) => Buffer.byteLength(text));
const names = (items: readonly PushItem[]): string[] => items.map(({ wire }) => wire);

describe('the body of a push', () => {
  test('holds a config as it is written and leaves out an empty section', async () => {
    const config: PushItem = {
      section: 'config',
      wire: 'a"b.json',
      text: '{\r\n  "n": 12345678901234567890, "e": 1e400 }',
    };
    await remote.push([config]);
    await remote.push([doc('가', '"\\\u2028😀')]);
    expect(giip.requests.map(({ text }) => text)).toEqual([
      `{"at":"sk-test","lssn":71,"changedConfigs":{"a\\"b.json":${config.text}}}`,
      '{"at":"sk-test","lssn":71,"changedDocs":[{"doc_path":"docs/가.md","doc_content":"\\"\\\\\u2028😀"}]}',
    ]);
  });

  test.each(['{"a":', '{},"x":{}', '{}}', '', '\ufeff{}', '{} // why'])(
    'never holds a config that is no JSON: %j',
    async (text) => {
      const broken: PushItem = { section: 'config', wire: 'a.json', text };
      const answer = await remote.push([broken, doc('good')]);
      expect(answer).toMatchObject({
        accepted: [{ wire: 'docs/good.md' }],
        refused: [{ item: broken, error: { code: 'parameter-refused' } }],
      });
      expect(giip.requests).toHaveLength(1);
      expect(giip.config('a.json')).toBeUndefined();
    },
  );

  test('stays below 4 MiB of UTF-8, counted as JSON', async () => {
    // Quotes double, Korean letters take three bytes each.
    const items = Array.from({ length: 24 }, (_, i) =>
      doc(`k${i}`, i % 2 === 0 ? '"'.repeat(250_000) : '한'.repeat(170_000)),
    );
    const answer = await remote.push(items);
    expect(answer).toEqual({ accepted: items, refused: [] });
    expect(Math.max(...sizes())).toBeLessThan(LIMITS.pushBytes);
    expect(giip.requests).toHaveLength(3);
  });

  test('of one item that alone exceeds it goes alone', async () => {
    const large = doc('large', 'x'.repeat(LIMITS.pushBytes + 1));
    await remote.push([doc('a'), large, doc('b')]);
    expect(giip.requests.map(({ json }) => json)).toMatchObject([
      { changedDocs: [{ doc_path: 'docs/a.md' }] },
      { changedDocs: [{ doc_path: 'docs/large.md' }] },
      { changedDocs: [{ doc_path: 'docs/b.md' }] },
    ]);
  });

  test('fills a body to the last byte below the limit', async () => {
    const frame = '{"at":"sk-test","lssn":71,"changedDocs":[{"doc_path":"docs/a.md","doc_content":""}]}'
      .length;
    for (const room of [1, 0, -1, -40, -80]) {
      await remote.push([doc('a', 'x'.repeat(LIMITS.pushBytes - frame - 90 - room)), doc('b', '')]);
    }
    expect(Math.max(...sizes())).toBeLessThan(LIMITS.pushBytes);
  });
});

describe('a push that GIIP refuses', () => {
  test('Z07 413 is halved until it fits', async () => {
    giip.switches.maxBodyBytes = 300;
    const items = docs(16);
    expect(await remote.push(items)).toEqual({ accepted: items, refused: [] });
    expect(giip.content().docs.size).toBe(16);
  });

  test('Z07 400 is halved down to the items that are refused', async () => {
    giip.switches.refuses = (wire) => wire === 'docs/d3.md' || wire === 'docs/d9.md';
    const items = docs(10);
    const { accepted, refused, error } = await remote.push(items);
    expect(names(accepted)).toEqual(names(items).filter((wire) => !giip.switches.refuses(wire)));
    expect(names(refused.map(({ item }) => item))).toEqual(['docs/d3.md', 'docs/d9.md']);
    expect(error).toBeUndefined();
  });

  test('Z07 one item over the server limit is refused, the others go', async () => {
    giip.switches.maxBodyBytes = 1_000;
    const { accepted, refused } = await remote.push([doc('a'), doc('large', 'x'.repeat(2_000)), doc('b')]);
    expect(names(accepted)).toEqual(['docs/a.md', 'docs/b.md']);
    expect(refused).toMatchObject([
      { item: { wire: 'docs/large.md' }, error: { code: 'parameter-refused', detail: 'HTTP 413' } },
    ]);
  });

  test('for every single item ends before it has asked a thousand times', async () => {
    giip.switches.refuses = () => true;
    const { accepted, refused, error } = await remote.push(docs(1_000));
    expect(accepted).toEqual([]);
    expect(refused).toHaveLength(LIMITS.refusalsInARow);
    expect(error).toMatchObject({ code: 'parameter-refused' });
    expect(giip.requests.length).toBeLessThan(200);
  });
});

describe('a push of unknown fate', () => {
  const large = (name: string): PushItem => doc(name, 'x'.repeat(3_000_000));

  test.each([
    ['a reset after it was done', faults.resetAfter(), 'server-unreachable', true],
    ['a reset before it was done', faults.resetBefore(), 'server-unreachable', false],
    ['done, answered with 502', faults.executedBut(502), 'server-unavailable', true],
    ['done, answered with cut-off JSON', faults.cut(20), 'server-answer-invalid', true],
    ['done, the answer breaks off', faults.cutConnection(20), 'server-unreachable', true],
    ['answered with HTML', faults.html(), 'server-answer-invalid', false],
  ])('H06 %s: not repeated, and nothing is sent after it', async (_name, fault, code, done) => {
    const items = [large('a'), large('b'), large('c')];
    const end = giip.onBefore('put', () => {
      if (giip.requests.length === 1) giip.fail('put', fault);
    });
    const { accepted, refused, error } = await remote.push(items);
    end();
    expect(names(accepted)).toEqual(['docs/a.md']);
    expect(refused).toEqual([]);
    expect(error).toMatchObject({ code });
    expect(giip.requests).toHaveLength(2);
    expect(giip.doc('docs/b.md') !== undefined).toBe(done);
    expect(giip.doc('docs/c.md')).toBeUndefined();
  });

  test('A7 a part of it may have happened', async () => {
    giip.switches.push = 'partial';
    expect(await remote.push(docs(4))).toMatchObject({
      accepted: [],
      refused: [],
      error: { code: 'server-unavailable' },
    });
    expect(giip.content().docs.size).toBe(2);
  });
});
