import { describe, expect, test } from 'vitest';
import { decideGone } from '../../../electron/sync/approve.ts';
import { conflictTexts } from '../../../electron/sync/conflict-texts.ts';
import { resolveConflict } from '../../../electron/sync/decide.ts';
import { restoreVersion } from '../../../electron/sync/restore.ts';
import type { ConflictDecision } from '../../../shared/model/conflict.ts';
import { inStep, type Machine, type World } from './world.ts';

const BASE = '\ufeffone\r\ntwo\r\n';
const MINE = '\ufeffmine\r\ntwo\r\n';
const THEIRS = 'theirs\ntwo\n';

type Story = 'edit/edit' | 'new/new' | 'delete/edit' | 'damaged';

async function conflict(kind: Story): Promise<World & { m: Machine }> {
  const path = 'docs/a.md';
  const korean = '한글\n';
  const base = kind === 'damaged' ? korean : BASE;
  const world = await inStep({ 'docs/b.md': 'b\n', ...(kind === 'new/new' ? {} : { [path]: base }) });
  const { m, giip } = world;
  if (kind === 'delete/edit') m.files.remove(path);
  else if (kind !== 'damaged') m.files.edit(path, MINE);
  giip.setDoc(path, kind === 'damaged' ? '??\n' : THEIRS);
  expect(await m.cycle()).toMatchObject({ conflicts: [{ path, kind }] });
  return world;
}

const KINDS: readonly Story[] = ['edit/edit', 'new/new', 'delete/edit', 'damaged'];

describe.each(KINDS)('a conflict %s', (kind) => {
  async function decided(decision: ConflictDecision): Promise<World & { m: Machine }> {
    const world = await conflict(kind);
    expect(await resolveConflict(world.m.engine, 'docs/a.md', decision)).toMatchObject({
      ok: true,
      value: { run: expect.any(Number), offer: null },
    });
    expect(world.m.state.conflicts.all()).toEqual([]);
    expect(await world.m.cycle()).toMatchObject({ outcome: 'inSync', verified: true, conflicts: [] });
    expect(world.m.state.activity.latest(20)).toContainEqual(expect.objectContaining({ kind: 'resolved' }));
    return world;
  }

  test('mine: this computer’s version stands on both sides, GIIP’s is in history', async () => {
    const { m, giip } = await decided({ take: 'mine' });
    if (kind === 'delete/edit') {
      expect(m.files.text('docs/a.md')).toBeUndefined();
      expect(await m.cycle()).toMatchObject({ deletedHere: ['docs/a.md'], conflicts: [] });
    } else {
      expect(giip.doc('docs/a.md')).toBe(m.files.text('docs/a.md')?.replace('\ufeff', ''));
      expect(m.files.text('docs/a.md')).toBe(kind === 'damaged' ? '한글\n' : MINE);
    }
    expect(m.history('docs/a.md')).toContain(kind === 'damaged' ? '??\n' : THEIRS);
  });

  test('server: GIIP’s version stands on both sides in the file’s style, this computer’s is in history', async () => {
    const { m, giip } = await decided({ take: 'server' });
    if (kind === 'damaged') expect(m.files.text('docs/a.md')).toBe('??\n');
    else if (kind === 'delete/edit') expect(m.files.text('docs/a.md')).toBe(THEIRS);
    else {
      expect(m.files.text('docs/a.md')).toBe('\ufefftheirs\r\ntwo\r\n');
      expect(m.history('docs/a.md')).toContain(MINE);
    }
    expect(giip.doc('docs/a.md')).toBe(kind === 'damaged' ? '??\n' : THEIRS);
  });

  test('text: it stands on both sides, both others are in history', async () => {
    const { m, giip } = await decided({ take: 'text', text: 'both\ntwo\n' });
    const hasFile = kind === 'edit/edit' || kind === 'new/new';
    expect(m.files.text('docs/a.md')).toBe(hasFile ? '\ufeffboth\r\ntwo\r\n' : 'both\ntwo\n');
    expect(giip.doc('docs/a.md')?.replaceAll('\r', '')).toBe('both\ntwo\n');
    expect(m.history('docs/a.md')).toContain(kind === 'damaged' ? '??\n' : THEIRS);
    if (hasFile) expect(m.history('docs/a.md')).toContain(MINE);
  });

  test('it follows both sides while it waits, and ends by itself when they become equal', async () => {
    const { m, giip } = await conflict(kind);
    const since = m.state.conflicts.get('docs/a.md')?.since;
    giip.setDoc('docs/a.md', 'theirs again\n');
    m.files.edit('docs/a.md', 'mine again\n');
    expect((await m.cycle()).conflicts).toHaveLength(1);
    expect(m.state.conflicts.get('docs/a.md')?.since).toBe(since);
    expect(await conflictTexts(m.engine, 'docs/a.md')).toMatchObject({
      ok: true,
      value: { local: 'mine again\n', remote: 'theirs again\n' },
    });
    m.files.edit('docs/a.md', 'theirs again\r\n');
    expect(await m.cycle()).toMatchObject({ outcome: 'inSync', conflicts: [] });
    expect(m.state.activity.latest(5)).toContainEqual(expect.objectContaining({ kind: 'conflict-ended' }));
  });

  test('GIIP changed once more after the decision: a conflict again, nothing was overwritten', async () => {
    const { m, giip } = await conflict(kind);
    await resolveConflict(m.engine, 'docs/a.md', { take: 'mine' });
    giip.setDoc('docs/a.md', 'meanwhile\n');
    const report = await m.cycle();
    expect(report.conflicts).toHaveLength(1);
    expect(giip.doc('docs/a.md')).toBe('meanwhile\n');
  });
});

test('a conflict holds up nothing else', async () => {
  const { m, giip } = await conflict('edit/edit');
  m.files.edit('docs/c.md', 'c\n');
  giip.setDoc('docs/b.md', 'b2\n');
  giip.setConfig('x.json', '{"x":1}');
  expect(await m.cycle()).toMatchObject({
    outcome: 'conflicts',
    pulled: ['configs/x.json', 'docs/b.md'],
    pushed: ['docs/c.md'],
    verified: true,
  });
});

test('somebody saves while a decision is carried out: nothing was done', async () => {
  const { m } = await conflict('edit/edit');
  m.files.interfere(({ call }) => {
    if (call === 'exchange') m.files.edit('docs/a.md', 'saved just now\n');
    return undefined;
  });
  const result = await resolveConflict(m.engine, 'docs/a.md', { take: 'server' });
  expect(result).toMatchObject({ ok: false, error: { code: 'changed-meanwhile' } });
  expect(m.files.text('docs/a.md')).toBe('saved just now\n');
  expect(m.state.conflicts.all()).toHaveLength(1);
});

test('decisions on what is no conflict are refused', async () => {
  const { m } = await inStep({ 'docs/b.md': 'b\n' });
  const expected = { ok: false, error: { code: 'no-such-conflict' } };
  expect(await resolveConflict(m.engine, 'docs/b.md', { take: 'mine' })).toMatchObject(expected);
  expect(await conflictTexts(m.engine, 'docs/b.md')).toMatchObject(expected);
  expect(await decideGone(m.engine, 'docs/b.md', 'send')).toMatchObject(expected);
  expect(await restoreVersion(m.engine, 'docs/b.md', '4711')).toMatchObject({
    ok: false,
    error: { code: 'no-such-version' },
  });
});

test('a text of one’s own that is no JSON is refused for a config, and nothing was done', async () => {
  const { m, giip } = await inStep({ 'configs/a.json': '{"a":1}' });
  m.files.edit('configs/a.json', '{"a":2}');
  giip.setConfig('a.json', '{"a":3}');
  await m.cycle();
  const result = await resolveConflict(m.engine, 'configs/a.json', { take: 'text', text: '{"a":' });
  expect(result).toMatchObject({ ok: false, error: { code: 'text-unusable' } });
  expect(m.files.text('configs/a.json')).toBe('{"a":2}');
  expect(m.state.conflicts.all()).toHaveLength(1);
});

describe('a kept version', () => {
  const older = (m: Machine, text: string): string =>
    m.state.history.list('docs/a.md').find((_, i) => m.history('docs/a.md')[i] === text)?.id ?? '';

  test('comes back as an ordinary change, and what it replaced can come back as well', async () => {
    const { m, giip } = await inStep({ 'docs/a.md': 'v0\n', 'docs/b.md': 'b\n' });
    m.files.edit('docs/a.md', 'v1\n');
    await m.cycle();
    m.files.edit('docs/a.md', 'v2, not sent yet\n');
    expect(await restoreVersion(m.engine, 'docs/a.md', older(m, 'v0\n'))).toMatchObject({ ok: true });
    expect(m.files.text('docs/a.md')).toBe('v0\n');
    expect(m.history('docs/a.md')).toContain('v2, not sent yet\n');
    expect(await m.cycle()).toMatchObject({ pushed: ['docs/a.md'], outcome: 'inSync' });
    expect(giip.doc('docs/a.md')).toBe('v0\n');
    expect(await restoreVersion(m.engine, 'docs/a.md', older(m, 'v2, not sent yet\n'))).toMatchObject({
      ok: true,
    });
    expect(m.files.text('docs/a.md')).toBe('v2, not sent yet\n');
  });

  test('comes back for a file that was deleted, and over one that is broken', async () => {
    const { m } = await inStep({ 'configs/a.json': '{"a":1}', 'docs/a.md': 'v0\n', 'docs/b.md': 'b\n' });
    m.files.remove('docs/a.md');
    await m.cycle();
    expect(await restoreVersion(m.engine, 'docs/a.md', older(m, 'v0\n'))).toMatchObject({ ok: true });
    expect(await m.cycle()).toMatchObject({ deletedHere: [], outcome: 'inSync' });
    m.files.edit('configs/a.json', '{"a":');
    const [kept] = m.state.history.list('configs/a.json');
    expect(await restoreVersion(m.engine, 'configs/a.json', kept?.id ?? '')).toMatchObject({ ok: true });
    expect(m.files.text('configs/a.json')).toBe('{"a":1}');
    expect(m.history('configs/a.json')).toContain('{"a":');
  });
});

describe('no longer on GIIP', () => {
  async function gone(): Promise<World & { m: Machine }> {
    const world = await inStep({ 'docs/a.md': 'a\n', 'docs/b.md': 'b\n' });
    world.giip.removeDoc('docs/a.md');
    expect(await world.m.cycle({ audit: true })).toMatchObject({ goneOnServer: ['docs/a.md'] });
    return world;
  }

  test('kept: it stays here, is not shown any more, and goes out when it is edited', async () => {
    const { m, giip } = await gone();
    expect(await decideGone(m.engine, 'docs/a.md', 'keep')).toMatchObject({ ok: true });
    expect(await m.cycle({ audit: true })).toMatchObject({ goneOnServer: [], pushed: [], outcome: 'inSync' });
    m.files.edit('docs/a.md', 'a2\n');
    expect(await m.cycle()).toMatchObject({ pushed: ['docs/a.md'] });
    expect(giip.doc('docs/a.md')).toBe('a2\n');
  });

  test('kept, and deleted here later: forgotten', async () => {
    const { m } = await gone();
    await decideGone(m.engine, 'docs/a.md', 'keep');
    m.files.remove('docs/a.md');
    expect(await m.cycle()).toMatchObject({ deletedHere: [], outcome: 'inSync' });
    expect(m.state.base.get('docs/a.md')).toBeUndefined();
  });

  test('kept, and on GIIP again with another text: pulled', async () => {
    const { m, giip } = await gone();
    await decideGone(m.engine, 'docs/a.md', 'keep');
    giip.setDoc('docs/a.md', 'back\n');
    expect(await m.cycle()).toMatchObject({ pulled: ['docs/a.md'] });
  });

  test('changed or deleted since: there is nothing to decide, an edit goes out by itself', async () => {
    const { m, giip } = await gone();
    m.files.edit('docs/a.md', 'a2\n');
    const before = m.state.base.get('docs/a.md');
    for (const decision of ['keep', 'send'] as const)
      expect(await decideGone(m.engine, 'docs/a.md', decision)).toMatchObject({
        error: { code: 'no-such-conflict' },
      });
    expect(m.state.base.get('docs/a.md')).toEqual(before);
    expect(await m.cycle()).toMatchObject({ pushed: ['docs/a.md'], goneOnServer: [] });
    expect(giip.doc('docs/a.md')).toBe('a2\n');
    m.files.remove('docs/b.md');
    expect(await decideGone(m.engine, 'docs/b.md', 'keep')).toMatchObject({ ok: false });
  });

  test('sent again', async () => {
    const { m, giip } = await gone();
    expect(await decideGone(m.engine, 'docs/a.md', 'send')).toMatchObject({ ok: true });
    expect(await m.cycle()).toMatchObject({ pushed: ['docs/a.md'], goneOnServer: [] });
    expect(giip.doc('docs/a.md')).toBe('a\n');
  });
});
