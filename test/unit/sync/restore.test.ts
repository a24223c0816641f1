import { describe, expect, test } from 'vitest';
import { restorePlan, restoreRun, restoreVersion } from '../../../electron/sync/restore.ts';
import { restoreKey } from '../../../electron/sync/restore-key.ts';
import { undoPlan, undoRun } from '../../../electron/sync/undo.ts';
import { inStep, type Machine } from './world.ts';

const A = 'docs/a.md';
const B = 'docs/b.md';
const CONFIG = 'configs/a.json';

function lastRun({ state }: Machine): number {
  return state.runs.list(null, 1)[0]?.id ?? 0;
}

/** The id of the kept version with this text. */
function versionOf(m: Machine, path: string, text: string): string {
  const found = m.state.history
    .list(path)
    .find(({ id }) => m.state.contents.get(m.state.history.content(id)?.id ?? '') === text);
  return found?.id ?? '';
}

describe('one file', () => {
  test('comes back as a run with evidence, and that can be undone', async () => {
    const { m, giip } = await inStep({ [A]: 'v1\n', [B]: 'b\n' });
    m.files.edit(A, 'v2\n');
    await m.cycle();
    const restored = await restoreVersion(m.engine, A, versionOf(m, A, 'v1\n'));
    expect(restored).toEqual({ ok: true, value: { run: lastRun(m), done: [A], failed: [] } });
    expect(m.state.runs.get(lastRun(m))).toMatchObject({
      kind: 'restore',
      counts: { restored: 1 },
      canUndo: true,
    });
    const [item] = m.state.activity.ofRun(lastRun(m));
    expect(m.state.activity.get(item?.id ?? 0)?.evidence?.local).toBe(m.engine.digest('v2\n'));
    await undoRun(m.engine, lastRun(m));
    expect(m.files.text(A)).toBe('v2\n');
    expect(await m.cycle()).toMatchObject({ outcome: 'inSync', pushed: [] });
    expect(giip.doc(A)).toBe('v2\n');
  });

  test('that already stands so makes no run', async () => {
    const { m } = await inStep({ [A]: 'v1\n', [B]: 'b\n' });
    const before = lastRun(m);
    expect(await restoreVersion(m.engine, A, versionOf(m, A, 'v1\n'))).toMatchObject({
      value: { run: 0, done: [A] },
    });
    expect(lastRun(m)).toBe(before);
  });

  test('is refused with the reason: of another path, not there, locked', async () => {
    const { m } = await inStep({ [A]: 'v1\n', [B]: 'b\n' });
    const id = versionOf(m, A, 'v1\n');
    expect(await restoreVersion(m.engine, B, id)).toMatchObject({ error: { code: 'no-such-version' } });
    expect(await restoreVersion(m.engine, A, '4711')).toMatchObject({ error: { code: 'no-such-version' } });
    m.files.spoil(A, 'locked');
    expect(await restoreVersion(m.engine, A, id)).toMatchObject({ error: { code: 'workspace-unreadable' } });
  });
});

describe('one key', () => {
  const OLD = '{\n  "level": 1.50,\n  "deep": { "a": 1, "gone": [1] },\n  "same": 1\n}\n';
  const NOW = '{\n    "same": 1,\n    "level": 2,\n    "deep": {"a": 7},\n    "newer": true\n}\n';

  async function changed(): Promise<{ m: Machine; id: string }> {
    const { m } = await inStep({ [CONFIG]: OLD, [B]: 'b\n' });
    m.files.edit(CONFIG, NOW);
    await m.cycle();
    return { m, id: versionOf(m, CONFIG, OLD) };
  }

  test.each([
    ['a value, digit for digit', ['level'], NOW.replace('2', '1.50')],
    ['a value inside', ['deep', 'a'], NOW.replace('7', '1')],
    ['a key that was taken out', ['deep', 'gone'], NOW.replace('7}', '7,"gone": [1]}')],
    ['a key that came later is taken out', ['newer'], NOW.replace(',\n    "newer": true', '')],
  ])('%s; the rest stays as it is written', async (_name, key, expected) => {
    const { m, id } = await changed();
    expect(await restoreKey(m.engine, CONFIG, id, key)).toMatchObject({ value: { done: [CONFIG] } });
    expect(m.files.text(CONFIG)).toBe(expected);
    expect(await m.cycle()).toMatchObject({ outcome: 'inSync', pushed: [CONFIG] });
  });

  test('a whole object inside', async () => {
    const { m, id } = await changed();
    await restoreKey(m.engine, CONFIG, id, ['deep']);
    expect(JSON.parse(m.files.text(CONFIG) ?? '')).toEqual({
      same: 1,
      level: 2,
      deep: { a: 1, gone: [1] },
      newer: true,
    });
  });

  test('is refused where there is no such key, no config, no file, or one that does not parse', async () => {
    const { m, id } = await changed();
    const refused = async (path: string, key: readonly string[], version = id): Promise<unknown> => {
      const result = await restoreKey(m.engine, path, version, key);
      return result.ok ? result.value : result.error.code;
    };
    expect(await refused(CONFIG, ['nowhere'])).toBe('no-such-version');
    expect(await refused(CONFIG, ['level', 'below'])).toBe('no-such-version');
    expect(await refused(B, ['level'], versionOf(m, B, 'b\n'))).toBe('no-such-version');
    m.files.edit(CONFIG, '{"a":');
    expect(await refused(CONFIG, ['level'])).toBe('text-unusable');
    m.files.remove(CONFIG);
    expect(await refused(CONFIG, ['level'])).toBe('changed-meanwhile');
    expect(m.files.text(CONFIG)).toBeUndefined();
  });
});

describe('the folder as of a run', () => {
  async function threeRuns(): Promise<{ m: Machine; run: number }> {
    const { m, giip } = await inStep({ [A]: 'a1\n', [B]: 'b1\n', 'docs/c.md': 'c1\n' });
    giip.setDoc(A, 'a2\n');
    await m.cycle();
    const run = lastRun(m);
    giip.setDoc(A, 'a3\n');
    m.files.edit('docs/later.md', 'later\n');
    await m.cycle();
    m.files.edit(B, 'b2\n');
    m.files.remove('docs/c.md');
    await m.cycle();
    return { m, run };
  }

  test('is planned file by file; what came later stays', async () => {
    const { m, run } = await threeRuns();
    expect(await restorePlan(m.engine, run)).toEqual({
      ok: true,
      value: [
        { path: A, change: 'replace' },
        { path: B, change: 'replace' },
        { path: 'docs/c.md', change: 'create' },
      ],
    });
  });

  test('comes back for the chosen files, as one run that can be undone and is sent', async () => {
    const { m, run } = await threeRuns();
    const restored = await restoreRun(m.engine, run, [A, 'docs/c.md', 'docs/later.md']);
    expect(restored).toMatchObject({
      value: {
        run: lastRun(m),
        done: [A, 'docs/c.md'],
        failed: [{ path: 'docs/later.md', error: { code: 'no-such-version' } }],
      },
    });
    expect(m.files.texts()).toEqual(
      new Map([
        [A, 'a2\n'],
        [B, 'b2\n'],
        ['docs/c.md', 'c1\n'],
        ['docs/later.md', 'later\n'],
      ]),
    );
    const plan = await undoPlan(m.engine, null);
    expect(plan).toMatchObject({ value: { run: { kind: 'restore' }, steps: [{ path: A }] } });
    expect(await restorePlan(m.engine, lastRun(m))).toEqual({ ok: true, value: [] });
    await m.cycle();
    expect(await m.cycle()).toMatchObject({ outcome: 'inSync' });
  });

  test('has a file that was only found equal, in the style of the one here', async () => {
    const { m, giip } = await inStep({ [B]: 'b\n' });
    m.files.edit(A, 'equal\r\nlines\r\n');
    giip.setDoc(A, 'equal\nlines\n');
    m.files.edit(B, 'b2\n');
    await m.cycle();
    const run = lastRun(m);
    m.files.edit(A, 'mine\r\nlines\r\n');
    await m.cycle();
    await restoreRun(m.engine, run, [A]);
    expect(m.files.text(A)).toBe('equal\r\nlines\r\n');
  });

  test('says what is no longer kept, and knows no run that is gone', async () => {
    const { m, run } = await threeRuns();
    const { get } = m.state.contents;
    m.state.contents.get = (id) => (get(id) === 'a2\n' ? undefined : get(id));
    expect(await restorePlan(m.engine, run)).toMatchObject({
      value: [{ path: A, change: 'unavailable' }, { path: B }, { path: 'docs/c.md' }],
    });
    expect(await restoreRun(m.engine, run, [A])).toMatchObject({ value: { failed: [{ path: A }] } });
    expect(await restorePlan(m.engine, 4711)).toMatchObject({ error: { code: 'no-such-version' } });
    expect(await restoreRun(m.engine, 4711, [A])).toMatchObject({ error: { code: 'no-such-version' } });
  });

  test('a file that changes meanwhile keeps what was typed', async () => {
    const { m, run } = await threeRuns();
    m.files.interfere(({ call, path }) => {
      if (call === 'write' && path === A) m.files.edit(A, 'typed just now\n');
      return undefined;
    });
    expect(await restoreRun(m.engine, run, [A, B])).toMatchObject({
      value: { done: [B], failed: [{ path: A, error: { code: 'changed-meanwhile' } }] },
    });
    expect(m.files.text(A)).toBe('typed just now\n');
  });
});
