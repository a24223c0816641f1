import { describe, expect, test } from 'vitest';
import { runCycle } from '../../../electron/sync/cycle.ts';
import type { EngineRules } from '../../../electron/sync/engine.ts';
import type { ConflictDefault } from '../../../shared/model/policy.ts';
import { DEFAULT_MACHINE_RULES } from '../../../shared/model/policy.ts';
import type { SyncReport } from '../../../shared/model/sync-report.ts';
import { whileTimePasses } from '../sync/manual-clock.ts';
import { inStep, type Machine, type World } from '../sync/world.ts';

type Ruled = World & { m: Machine; cycle: (rules?: Partial<EngineRules>) => Promise<SyncReport> };

async function ruled(items: Readonly<Record<string, string>>): Promise<Ruled> {
  const world = await inStep(items);
  const cycle = (rules: Partial<EngineRules> = {}): Promise<SyncReport> => {
    const engine = { ...world.m.engine, rules: () => ({ ...DEFAULT_MACHINE_RULES, ...rules }) };
    return whileTimePasses(world.clock, runCycle(engine));
  };
  return { ...world, cycle };
}

const PATH = 'docs/a.md';

async function inConflict(): Promise<Ruled> {
  const world = await ruled({ [PATH]: 'base\n', 'docs/b.md': 'b\n', 'docs/c.md': 'c\n' });
  world.m.files.edit(PATH, 'mine\n');
  world.giip.setDoc(PATH, 'theirs\n');
  expect(await world.cycle()).toMatchObject({ conflicts: [{ path: PATH, kind: 'edit/edit' }] });
  return world;
}

function reasons({ state }: Machine): readonly string[] {
  return state.activity
    .latest(50)
    .flatMap(({ kind, reason }) => (kind === 'resolved' && reason ? [reason.code] : []));
}

describe('conflictDefault', () => {
  test('without a policy a conflict waits for a person', async () => {
    const { m, cycle } = await inConflict();
    expect(await cycle()).toMatchObject({ outcome: 'conflicts' });
    expect(reasons(m)).toEqual([]);
  });

  test('mine: this computer’s text stands on both sides, GIIP’s is in the history', async () => {
    const { m, giip, cycle } = await inConflict();
    expect(await cycle({ conflictDefault: 'mine' })).toMatchObject({ outcome: 'inSync', pushed: [PATH] });
    expect([m.files.text(PATH), giip.doc(PATH)]).toEqual(['mine\n', 'mine\n']);
    expect(m.history(PATH)).toContain('theirs\n');
    expect(reasons(m)).toEqual(['policy-mine']);
  });

  test('server: GIIP’s text stands on both sides, this computer’s is in the history', async () => {
    const { m, giip, cycle } = await inConflict();
    expect(await cycle({ conflictDefault: 'server' })).toMatchObject({ outcome: 'inSync' });
    expect([m.files.text(PATH), giip.doc(PATH)]).toEqual(['theirs\n', 'theirs\n']);
    expect(m.history(PATH)).toContain('mine\n');
    expect(reasons(m)).toEqual(['policy-giip']);
  });

  test('both: GIIP’s text becomes a second file', async () => {
    const { m, giip, cycle } = await inConflict();
    expect(await cycle({ conflictDefault: 'both' })).toMatchObject({ outcome: 'inSync' });
    expect(giip.doc(PATH)).toBe('mine\n');
    expect([...m.files.texts().values()]).toContain('theirs\n');
    expect(reasons(m)).toEqual(['policy-both']);
  });

  test('a file that moved since stays a conflict, and is settled by what is seen then', async () => {
    const { m, cycle } = await inConflict();
    m.files.edit(PATH, 'mine, and more\n');
    expect(await cycle({ conflictDefault: 'server' })).toMatchObject({ outcome: 'conflicts' });
    expect(m.files.text(PATH)).toBe('mine, and more\n');
    expect(await cycle({ conflictDefault: 'server' })).toMatchObject({ outcome: 'inSync' });
    expect(m.history(PATH)).toContain('mine, and more\n');
  });

  test.each<ConflictDefault>(['mine', 'server', 'both'])(
    '%s never settles a deletion',
    async (conflictDefault) => {
      const { m, giip, cycle } = await ruled({ [PATH]: 'base\n', 'docs/b.md': 'b\n' });
      m.files.remove(PATH);
      giip.setDoc(PATH, 'theirs\n');
      await cycle({ conflictDefault });
      expect(await cycle({ conflictDefault })).toMatchObject({
        conflicts: [{ path: PATH, kind: 'delete/edit' }],
      });
    },
  );

  test.each<ConflictDefault>(['mine', 'server', 'both'])(
    '%s never settles a damaged text',
    async (conflictDefault) => {
      const { m, giip, cycle } = await ruled({ [PATH]: '한글\n', 'docs/b.md': 'b\n' });
      giip.setDoc(PATH, '??\n');
      await cycle({ conflictDefault });
      expect(await cycle({ conflictDefault })).toMatchObject({
        conflicts: [{ path: PATH, kind: 'damaged' }],
      });
      expect(m.files.text(PATH)).toBe('한글\n');
    },
  );

  test.each([
    ['mine', 'conflicts'],
    ['server', 'conflicts'],
    ['both', 'inSync'],
  ] as const)('%s: without a common version the outcome is %s', async (conflictDefault, outcome) => {
    const { m, giip, cycle } = await ruled({ 'docs/b.md': 'b\n' });
    m.files.edit(PATH, 'mine\n');
    giip.setDoc(PATH, 'theirs\n');
    await cycle({ conflictDefault });
    expect(await cycle({ conflictDefault })).toMatchObject({ outcome });
    expect(m.files.text(PATH)).toBe('mine\n');
  });

  test('so many at once that a brake would hold them are left to a person', async () => {
    const paths = Array.from({ length: 12 }, (_, at) => `docs/${at}.md`);
    const { m, giip, cycle } = await ruled(Object.fromEntries(paths.map((path) => [path, 'base\n'])));
    for (const path of paths) m.files.edit(path, `mine ${path}\n`);
    for (const path of paths) giip.setDoc(path, `theirs ${path}\n`);
    await cycle({ conflictDefault: 'server' });
    expect((await cycle({ conflictDefault: 'server' })).conflicts).toHaveLength(12);
    expect(await cycle({ conflictDefault: 'server', massCount: 12 })).toMatchObject({ outcome: 'inSync' });
  });
});

describe('the brakes', () => {
  const ITEMS = Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`docs/${at}.md`, `text ${at}\n`]));

  async function without(count: number): Promise<Ruled> {
    const world = await ruled(ITEMS);
    for (const path of Object.keys(ITEMS).slice(0, count)) world.m.files.remove(path);
    return world;
  }

  test.each([
    [4, { massCount: 3, massPercent: 10 }, 'held'],
    [4, { massCount: 4, massPercent: 10 }, 'inSync'],
    [4, { massCount: 3, massPercent: 20 }, 'inSync'],
    [4, {}, 'inSync'],
    [12, {}, 'held'],
    [12, { massCount: 12 }, 'inSync'],
    [12, { massPercent: 60 }, 'inSync'],
  ] as const)('%d of 20 deleted with %j: %s', async (count, rules, outcome) => {
    const { cycle } = await without(count);
    expect(await cycle(rules)).toMatchObject({ outcome });
  });

  test('a threshold of the policy holds overwrites too', async () => {
    const { m, giip, cycle } = await ruled(ITEMS);
    for (const path of Object.keys(ITEMS).slice(0, 4)) giip.setDoc(path, 'theirs\n');
    expect(await cycle({ massCount: 3, massPercent: 10 })).toMatchObject({ outcome: 'held' });
    expect(m.files.text('docs/0.md')).toBe('text 0\n');
  });
});
