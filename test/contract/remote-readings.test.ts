import { afterEach, describe, expect, test } from 'vitest';
import type { Cursor, PullAnswer, PushItem } from '../../electron/sync/ports.ts';
import { faults } from '../giip-server/giip-fault.ts';
import type { GiipSwitches, Normaliser } from '../giip-server/giip-switches.ts';
import { type OpenedRemote, openRemote } from '../giip-server/open-remote.ts';
import { startTestGiip, type TestGiip } from '../giip-server/start-test-giip.ts';

/** What the published page leaves open (api.md): each reading is a real server here, and the client reads each. */

const opened: { close(): Promise<void> }[] = [];

afterEach(async () => {
  for (const one of opened.splice(0).reverse()) await one.close();
});

async function world(
  switches: Partial<GiipSwitches> = {},
): Promise<{ giip: TestGiip; remote: OpenedRemote }> {
  const giip = await startTestGiip(switches);
  const remote = openRemote(giip.url);
  opened.push(giip, remote);
  return { giip, remote };
}

async function pulled(remote: OpenedRemote, known: Cursor = {}): Promise<PullAnswer> {
  const answer = await remote.pull(known);
  if (!answer.ok) throw new Error(`${answer.error.code}: ${answer.error.detail}`);
  return answer.value;
}

async function cursor(remote: OpenedRemote): Promise<Required<Cursor>> {
  const { config, doc } = await pulled(remote);
  const hash = (section: typeof config): string =>
    section.state === 'unchanged' ? '' : (section.hash ?? '');
  return { config: hash(config), doc: hash(doc) };
}

/** wire → text of a section; undefined when it carries no items. */
function texts(section: PullAnswer['doc']): Record<string, string> | undefined {
  return section.state === 'items'
    ? Object.fromEntries(section.items.map(({ wire, text }) => [wire, text]))
    : undefined;
}

const doc = (wire: string, text: string): PushItem => ({ section: 'doc', wire, text });

const READINGS: [string, Partial<GiipSwitches>][] = [
  ['as published', {}],
  ['RstVal as text', { rstVal: 'string' }],
  ['data', { data: 'data' }],
  ['Data an array of one', { data: 'array-of-one' }],
  ['no Data with 304', { notModified: 'data-absent' }],
  ['HTTP 304', { notModified: 'http-304' }],
  ['unchanged sections left out', { unchanged: 'omitted' }],
  ['unchanged sections null', { unchanged: 'null' }],
  ['unchanged sections empty', { unchanged: 'empty' }],
  ['only what changed', { documents: 'changed-only' }],
  ['a counter as hash', { hash: 'counter' }],
  ['a time as hash', { hash: 'time' }],
  ['gzip and a byte-order mark', { compression: 'gzip', byteOrderMark: true }],
];

describe.each(READINGS)('a GIIP with %s', (_name, switches) => {
  test('brings everything, then nothing, then what somebody else changed', async () => {
    const { giip, remote } = await world(switches);
    giip.setConfig('a.json', '{"n":1.0}');
    giip.setDoc('docs/a.md', 'a');
    giip.setDoc('docs/b.md', 'b');

    const all = await pulled(remote);
    expect([texts(all.config), texts(all.doc)]).toEqual([
      { 'a.json': '{"n":1.0}' },
      { 'docs/a.md': 'a', 'docs/b.md': 'b' },
    ]);

    const known = await cursor(remote);
    expect(await pulled(remote, known)).toEqual({
      config: { state: 'unchanged' },
      doc: { state: 'unchanged' },
    });

    giip.setDoc('docs/b.md', 'B');
    const changed = await pulled(remote, known);
    expect(changed.config).toEqual({ state: 'unchanged' });
    expect(texts(changed.doc)).toEqual(
      switches.documents === 'changed-only' ? { 'docs/b.md': 'B' } : { 'docs/a.md': 'a', 'docs/b.md': 'B' },
    );
  });

  test('takes a push, and shows it to a pull without that hash', async () => {
    const { giip, remote } = await world(switches);
    giip.setConfig('a.json', '{}');
    const known = await cursor(remote);

    expect(await remote.push([doc('docs/new.md', 'new')])).toMatchObject({
      refused: [],
      accepted: [{ wire: 'docs/new.md' }],
    });

    const after = await pulled(remote, { config: known.config });
    expect(after.config).toEqual({ state: 'unchanged' });
    expect(texts(after.doc)).toEqual({ 'docs/new.md': 'new' });
  });
});

describe('hashes', () => {
  test('H13 a new one in every answer is never "unchanged"', async () => {
    const { giip, remote } = await world({ hash: 'per-response' });
    giip.setDoc('docs/a.md', 'a');
    const known = await cursor(remote);
    expect(texts((await pulled(remote, known)).doc)).toEqual({ 'docs/a.md': 'a' });
  });

  test('A3 a 304 for one hash says nothing about the section whose hash was not sent', async () => {
    const { giip, remote } = await world({ oneHashMatches: 'not-modified' });
    giip.setConfig('a.json', '{}');
    giip.setDoc('docs/a.md', 'a');
    const { config } = await cursor(remote);
    expect(await pulled(remote, { config })).toEqual({
      config: { state: 'unchanged' },
      doc: { state: 'silent', hash: null },
    });
  });

  test('A4 an answer may carry the hash of later data; a pull without hashes finds it', async () => {
    const { giip, remote } = await world({ skewedAnswers: 1 });
    giip.setDoc('docs/a.md', 'old');
    giip.setDoc('docs/a.md', 'new');
    const skewed = await pulled(remote);
    expect(texts(skewed.doc)).toEqual({ 'docs/a.md': 'old' });
    const known = { doc: skewed.doc.state === 'items' ? (skewed.doc.hash ?? '') : '' };
    expect((await pulled(remote, known)).doc).toEqual({ state: 'unchanged' });
    expect(texts((await pulled(remote)).doc)).toEqual({ 'docs/a.md': 'new' });
  });

  test('A22 after a push, answers may still be from before it', async () => {
    const { giip, remote } = await world({ staleAfterPush: 2 });
    giip.setDoc('docs/a.md', 'old');
    await remote.push([doc('docs/a.md', 'new')]);
    const seen = [await pulled(remote), await pulled(remote), await pulled(remote)].map((answer) =>
      texts(answer.doc),
    );
    expect(seen).toEqual([{ 'docs/a.md': 'old' }, { 'docs/a.md': 'old' }, { 'docs/a.md': 'new' }]);
  });
});

describe('what a server makes of a push', () => {
  test.each<[Normaliser, string, string]>([
    ['none', '\ufeff a\r\n\\n한 ', '\ufeff a\r\n\\n한 '],
    ['trim', ' a\n', 'a'],
    ['crlf', 'a\nb\r\n', 'a\r\nb\r\n'],
    ['lf', 'a\nb\r\n', 'a\nb\n'],
    ['strip-bom', '\ufeffa', 'a'],
    ['add-final-newline', 'a', 'a\n'],
    ['question-marks', '한 a😀', '? a?'],
    ['backslash-n', 'a\\nb', 'a\nb'],
  ])('A12 %s: the pull brings what is stored', async (normalise, sent, stored) => {
    const { remote } = await world({ normalise });
    await remote.push([doc('docs/a.md', sent)]);
    expect(texts((await pulled(remote)).doc)).toEqual({ 'docs/a.md': stored });
  });

  test.each([
    ['backslash', 'docs/sub\\a.md'],
    ['without-docs', 'sub/a.md'],
    ['as-sent', 'docs/sub/a.md'],
  ] as const)(
    'A14 doc_path %s: the wire name is the server spelling, and a push with it hits the same item',
    async (docPath, wire) => {
      const { giip, remote } = await world({ docPath });
      await remote.push([doc('docs/sub/a.md', '1')]);
      expect(texts((await pulled(remote)).doc)).toEqual({ [wire]: '1' });
      await remote.push([doc(wire, '2')]);
      expect(texts((await pulled(remote)).doc)).toEqual({ [wire]: '2' });
      expect(giip.content().docs.size).toBe(1);
    },
  );

  test('A8 replace-all drops what a push does not name, in the sections it names', async () => {
    const { giip, remote } = await world({ push: 'replace-all' });
    giip.setConfig('a.json', '{}');
    giip.setDoc('docs/a.md', 'a');
    await remote.push([doc('docs/b.md', 'b')]);
    const { config, doc: docs } = await pulled(remote);
    expect([texts(config), texts(docs)]).toEqual([{ 'a.json': '{}' }, { 'docs/b.md': 'b' }]);
  });

  test('another writer gets between a pull and a push', async () => {
    const { giip, remote } = await world();
    const end = giip.onBefore('put', () => giip.setDoc('docs/theirs.md', 'theirs'));
    await remote.push([doc('docs/mine.md', 'mine')]);
    end();
    expect(texts((await pulled(remote)).doc)).toEqual({ 'docs/theirs.md': 'theirs', 'docs/mine.md': 'mine' });
  });
});

describe('the test server', () => {
  test('knows its token and its numbers, each number with its own content', async () => {
    const { giip, remote } = await world({ lssns: [71, 72], unauthorizedStatus: 401 });
    giip.setDoc('docs/a.md', 'a');
    const other = openRemote(giip.url, { lssn: 72 });
    const unknown = openRemote(giip.url, { lssn: 73 });
    opened.push(other, unknown);
    giip.switches.token = 'sk-reissued';
    expect(await remote.pull({})).toMatchObject({ error: { code: 'token-refused' } });
    giip.switches.token = 'sk-test';
    expect(await other.pull({})).toMatchObject({ value: { doc: { state: 'silent' } } });
    expect(await unknown.pull({})).toMatchObject({ error: { code: 'parameter-refused' } });
  });

  test('reads a body that does not say UTF-8 in another encoding, as reported from the field', async () => {
    const { giip } = await world();
    const body = JSON.stringify({
      at: 'sk-test',
      lssn: 71,
      changedDocs: [{ doc_path: 'docs/a.md', doc_content: '한' }],
    });
    await fetch(`${giip.url}/PutOpenclawSync`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body,
    });
    expect(giip.doc('docs/a.md')).toBe(Buffer.from('한').toString('latin1'));
  });

  test('meets each request with the fault that was asked for it, and can be healed', async () => {
    const { giip, remote } = await world();
    giip.fail('get', faults.html(500), 2);
    giip.fail('get', faults.html(503), 'always');
    const details: (string | undefined)[] = [];
    for (let i = 0; i < 4; i += 1) {
      const answer = await remote.pull({});
      details.push(answer.ok ? undefined : answer.error.detail);
    }
    expect(details).toEqual(['HTTP 500', 'HTTP 500', 'HTTP 503', 'HTTP 503']);
    giip.heal('get');
    expect(await remote.pull({})).toMatchObject({ ok: true });
  });

  test('goes back to a backup', async () => {
    const { giip } = await world();
    giip.setDoc('docs/a.md', '1');
    const backup = giip.content();
    giip.setDoc('docs/a.md', '2');
    giip.removeDoc('docs/b.md');
    giip.rollbackTo(backup);
    expect(giip.doc('docs/a.md')).toBe('1');
  });
});
