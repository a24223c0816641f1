import { describe, expect, test } from 'vitest';
import { createWorld, inStep, type Machine, type World } from './world.ts';

const NORMALISERS: Readonly<Record<string, (text: string) => string>> = {
  trim: (text) => text.trim(),
  'CRLF everywhere': (text) => text.replace(/\r\n|\r|\n/g, '\r\n'),
  'LF everywhere': (text) => text.replace(/\r\n|\r/g, '\n'),
  'no byte-order mark': (text) => text.replace(/^\ufeff/, ''),
  'a final newline': (text) => (text.endsWith('\n') ? text : `${text}\n`),
};

const ITEMS = {
  'docs/bom.md': '\ufeff첫 줄\r\n둘째 줄\r\n',
  'docs/edges.md': '\n\n  indented\ntext\n\n',
  'docs/mixed.md': 'a\r\nb\nc\r\n',
  'docs/plain.md': 'no final newline',
  'docs/empty.md': '',
  'docs/blank.md': '\n',
  'configs/a.json': '\ufeff{\r\n    "a":  1\r\n}\r\n',
};

const TWENTY = 20;

async function atRest({ clock }: World, { files, remote, cycle }: Machine): Promise<void> {
  const [texts, writes, pushes] = [files.texts(), files.writes(), remote.pushes.length];
  for (let i = 0; i < TWENTY; i += 1) {
    clock.advance(5 * 60_000);
    expect(await cycle(i % 3 === 0 ? { audit: true } : {})).toMatchObject({
      outcome: 'inSync',
      verified: true,
    });
  }
  expect([files.texts(), files.writes(), remote.pushes.length]).toEqual([texts, writes, pushes]);
}

describe.each(Object.entries(NORMALISERS))(
  'a GIIP that keeps its own form of a text: %s',
  (_name, normalise) => {
    test('twenty cycles: nothing is written, nothing is sent, on either of two machines', async () => {
      const world = createWorld();
      world.twists.normalise = normalise;
      const { m } = await inStep(ITEMS, world);
      const other = world.machine();
      await other.cycle();
      expect(m.files.texts()).toEqual(new Map(Object.entries(ITEMS).sort()));
      await atRest(world, m);
      await atRest(world, other);
    });

    test('an edit of the ends only, which GIIP undoes, is sent once and then rests', async () => {
      const world = createWorld();
      world.twists.normalise = normalise;
      const { m } = await inStep({ 'docs/a.md': 'one\ntwo\n', 'docs/b.md': 'b\n' }, world);
      const edited = '\ufeffone\r\ntwo';
      m.files.edit('docs/a.md', edited);
      expect(await m.cycle()).toMatchObject({ outcome: 'inSync', verified: true, held: [] });
      expect(m.remote.pushes.flat().filter(({ wire }) => wire === 'docs/a.md').length).toBeLessThanOrEqual(2);
      await atRest(world, m);
      expect(m.files.text('docs/a.md')).toBe(edited);
    });

    test('edits on both sides are still joined, and the file keeps its own form', async () => {
      const world = createWorld();
      world.twists.normalise = normalise;
      const text = '\ufeffone\r\ntwo\r\nthree\r\n';
      const { m, giip } = await inStep({ 'docs/a.md': text, 'docs/b.md': 'b\n' }, world);
      const other = world.machine();
      await other.cycle();
      other.files.edit('docs/a.md', other.files.text('docs/a.md')?.replace('three', 'THREE') ?? '');
      await other.cycle();
      m.files.edit('docs/a.md', text.replace('one', 'ONE'));
      expect(await m.cycle()).toMatchObject({ merged: ['docs/a.md'], outcome: 'inSync', verified: true });
      expect(m.files.text('docs/a.md')).toBe('\ufeffONE\r\ntwo\r\nTHREE\r\n');
      expect(giip.doc('docs/a.md')).toBe(normalise('ONE\r\ntwo\r\nTHREE\r\n'));
      await other.cycle();
      expect(other.files.text('docs/a.md')?.replaceAll('\r', '').trim()).toBe('ONE\ntwo\nTHREE');
      await atRest(world, m);
      await atRest(world, other);
    });

    test('text added at the end on both sides of a text with edges overlaps or joins, and loses nothing', async () => {
      const world = createWorld();
      world.twists.normalise = normalise;
      const { m, giip } = await inStep({ 'docs/a.md': '\n\nhead\nbody\n\n', 'docs/b.md': 'b\n' }, world);
      m.files.edit('docs/a.md', '\n\nHEAD\nbody\n\n');
      giip.setDoc('docs/a.md', normalise('\n\nhead\nbody\nmore\n\n'));
      expect(await m.cycle()).toMatchObject({ merged: ['docs/a.md'], outcome: 'inSync' });
      expect(m.files.text('docs/a.md')?.trim()).toBe('HEAD\nbody\nmore');
      await atRest(world, m);
    });
  },
);

describe('damage on the way', () => {
  const KOREAN = '안내서\n첫 줄 😀\n';

  test.each([
    ['question marks', (text: string) => text.replace(/[^\0-\x7f]/gu, '?')],
    ['question marks per UTF-16 unit', (text: string) => text.replace(/[^\0-\x7f]/g, '?')],
    ['read in another encoding', (text: string) => Buffer.from(text).toString('latin1')],
    ['read as Windows-1252', (text: string) => new TextDecoder('windows-1252').decode(Buffer.from(text))],
    ['lost bytes', (text: string) => text.replace(/[^\0-\x7f]/g, '\ufffd\ufffd')],
    ['an object of PowerShell', (value: string) => JSON.stringify({ value, PSPath: 'C:\\new.md' })],
  ])(
    'our own push comes back with %s: conflict "damaged", nothing is overwritten',
    async (_name, normalise) => {
      const { m, twists, giip } = await inStep({ 'docs/a.md': 'a\n', 'docs/b.md': 'b\n' });
      twists.normalise = normalise;
      m.files.edit('docs/new.md', KOREAN);
      const report = await m.cycle();
      expect(report).toMatchObject({
        outcome: 'conflicts',
        conflicts: [{ path: 'docs/new.md', kind: 'damaged' }],
      });
      const pushes = m.remote.pushes.length;
      for (let i = 0; i < 3; i += 1) expect(await m.cycle()).toMatchObject({ conflicts: report.conflicts });
      expect(m.remote.pushes).toHaveLength(pushes);
      expect(m.files.text('docs/new.md')).toBe(KOREAN);
      twists.normalise = (text) => text;
      giip.setDoc('docs/new.md', KOREAN);
      expect(await m.cycle()).toMatchObject({ outcome: 'inSync', conflicts: [] });
    },
  );

  test('an old client damaged a text that is unchanged here: it replaces nothing', async () => {
    const { m, giip } = await inStep({ 'docs/a.md': KOREAN, 'docs/b.md': 'b\n' });
    giip.setDoc('docs/a.md', KOREAN.replace(/[^\0-\x7f]/gu, '?'));
    expect(await m.cycle()).toMatchObject({
      conflicts: [{ path: 'docs/a.md', kind: 'damaged' }],
      pulled: [],
    });
    expect(m.files.text('docs/a.md')).toBe(KOREAN);
  });

  test('a written \\n that came back as a new line', async () => {
    const { m, giip } = await inStep({ 'docs/a.md': 'use \\n here\n', 'docs/b.md': 'b\n' });
    giip.setDoc('docs/a.md', 'use \n here\n');
    expect(await m.cycle()).toMatchObject({ conflicts: [{ path: 'docs/a.md', kind: 'damaged' }] });
  });

  test('a damaged config, whatever spaces it is written with', async () => {
    const { m, giip } = await inStep({ 'configs/a.json': '{\r\n  "name":  "안내"\r\n}\r\n' });
    giip.setConfig('a.json', '{"name":"??"}');
    expect(await m.cycle()).toMatchObject({ conflicts: [{ path: 'configs/a.json', kind: 'damaged' }] });
  });

  test('a config whose inner object became the name of one', async () => {
    const { m, giip } = await inStep({ 'configs/a.json': '{"log":{"level":"debug"}}' });
    giip.setConfig('a.json', '{"log":"@{level=debug}"}');
    expect(await m.cycle()).toMatchObject({ conflicts: [{ path: 'configs/a.json', kind: 'damaged' }] });
    expect(m.files.text('configs/a.json')).toBe('{"log":{"level":"debug"}}');
  });

  test('damage does not hold up anything else', async () => {
    const { m, giip } = await inStep({ 'docs/a.md': KOREAN, 'docs/b.md': 'b\n' });
    giip.setDoc('docs/a.md', KOREAN.replace(/[^\0-\x7f]/gu, '?'));
    giip.setDoc('docs/b.md', 'b2\n');
    m.files.edit('docs/c.md', 'c\n');
    expect(await m.cycle()).toMatchObject({ pulled: ['docs/b.md'], pushed: ['docs/c.md'] });
  });
});
