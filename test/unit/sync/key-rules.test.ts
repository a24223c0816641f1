import { describe, expect, test } from 'vitest';
import { resolveConflict } from '../../../electron/sync/decide.ts';
import { addKeyRule, keyRules, removeKeyRule } from '../../../electron/sync/key-rules.ts';
import type { KeyChoice, KeyRule, Side } from '../../../shared/model/conflict.ts';
import { inStep, type Machine, type World } from './world.ts';

const PATH = 'configs/main.json';
const LEVEL = ['log', 'level'];
const rule = (take: Side, key = LEVEL): KeyRule => ({ path: PATH, key, take });

/** `level` is what both sides fight about; `port` is only here, `name` only there. */
const config = (level: string, port = 1, name = 'n'): string =>
  `{\r\n  "log": { "level": "${level}", "port": ${port}.50 },\r\n  "name": "${name}"\r\n}\r\n`;

async function begin(): Promise<World & { m: Machine }> {
  return inStep({ [PATH]: config('INFO') });
}

/** Both sides give the level another value; the person decides it key by key. */
async function fight({ m, giip }: World & { m: Machine }, round: number, keys: readonly KeyChoice[]) {
  m.files.edit(PATH, config(`MINE${round}`));
  giip.setConfig('main.json', config(`THEIRS${round}`));
  expect(await m.cycle()).toMatchObject({ conflicts: [{ path: PATH }] });
  const text = config(`RESULT${round}`).replaceAll('\r\n', '\n');
  const settled = await resolveConflict(m.engine, PATH, { take: 'text', text, keys });
  expect(await m.cycle()).toMatchObject({ outcome: 'inSync' });
  expect(m.files.text(PATH)).toBe(config(`RESULT${round}`));
  return settled.ok ? settled.value.offer : settled.error;
}

describe('an offer', () => {
  async function offers(choices: readonly (readonly KeyChoice[])[], before: readonly KeyRule[] = []) {
    const world = await begin();
    for (const one of before) addKeyRule(world.m.engine, one);
    const found = [];
    for (const [round, keys] of choices.entries()) found.push(await fight(world, round, keys));
    return found;
  }
  const mine = [{ key: LEVEL, take: 'mine' }] as const;
  const server = [{ key: LEVEL, take: 'server' }] as const;
  const other = [{ key: ['name'], take: 'mine' }] as const;

  test('comes with the third equal choice, and not at once again', async () => {
    expect(await offers([mine, mine, mine, mine, mine])).toEqual([null, null, rule('mine'), null, null]);
  });

  test('is broken off by the other side', async () => {
    expect(await offers([server, server, mine, server, server, server])).toEqual([
      null,
      null,
      null,
      null,
      null,
      rule('server'),
    ]);
  });

  test('counts each key by itself, whatever was said to others meanwhile', async () => {
    const both = [...mine, ...other];
    expect(await offers([mine, other, mine, both])).toEqual([null, null, null, rule('mine')]);
  });

  test('of two that are due, the second comes with its next choice', async () => {
    const both = [...mine, ...other];
    expect(await offers([both, both, both, both])).toEqual([
      null,
      null,
      rule('mine'),
      rule('mine', ['name']),
    ]);
  });

  test('is not made where there is a rule', async () => {
    const world = await begin();
    for (const round of [1, 2]) await fight(world, round, mine);
    addKeyRule(world.m.engine, rule('mine', ['name']));
    addKeyRule(world.m.engine, { ...rule('server'), path: 'configs/other.json' });
    expect(await fight(world, 3, [...other, ...other, ...other])).toBeNull();
    expect(await fight(world, 4, mine)).toEqual(rule('mine'));
  });
});

describe('the list of rules', () => {
  test('one per key: the other side replaces it, and what is no config has none', async () => {
    const { m } = await begin();
    expect(addKeyRule(m.engine, rule('mine'))).toEqual([rule('mine')]);
    expect(addKeyRule(m.engine, rule('mine', ['name']))).toHaveLength(2);
    expect(addKeyRule(m.engine, rule('server'))).toEqual([rule('mine', ['name']), rule('server')]);
    expect(addKeyRule(m.engine, { ...rule('mine'), path: 'docs/a.md' })).toHaveLength(2);
    expect(removeKeyRule(m.engine, rule('server'))).toEqual([rule('mine', ['name'])]);
    expect(keyRules(m.engine)).toEqual([rule('mine', ['name'])]);
  });

  test('keys that look alike when joined are different keys', async () => {
    const { m } = await begin();
    addKeyRule(m.engine, rule('mine', ['a.b']));
    expect(addKeyRule(m.engine, rule('server', ['a', 'b']))).toHaveLength(2);
  });
});

describe('a rule at work', () => {
  async function ruled(take: Side): Promise<World & { m: Machine }> {
    const world = await begin();
    addKeyRule(world.m.engine, rule(take));
    world.m.files.edit(PATH, config('MINE', 2));
    world.giip.setConfig('main.json', config('THEIRS', 1, 'theirs').replaceAll('\r\n', ' '));
    return world;
  }

  test.each([
    ['mine', 'MINE', 'log.level: mine'],
    ['server', 'THEIRS', 'log.level: GIIP’s'],
  ] as const)('always %s: the rest is merged, and it is said', async (take, level, detail) => {
    const { m, giip } = await ruled(take);
    expect(await m.cycle()).toMatchObject({ outcome: 'inSync', merged: [PATH], conflicts: [] });
    expect(m.files.text(PATH)).toBe(config(level, 2, 'theirs'));
    expect(JSON.parse(giip.config('main.json') ?? '')).toEqual(JSON.parse(config(level, 2, 'theirs')));
    expect(m.state.activity.latest(10)).toContainEqual(
      expect.objectContaining({ kind: 'merged', reason: { code: 'merged-by-rule', detail } }),
    );
    expect(m.history(PATH)).toEqual(expect.arrayContaining([config('MINE', 2)]));
    expect(m.history(PATH).some((text) => text?.includes('THEIRS'))).toBe(true);
    expect(await m.cycle()).toMatchObject({ merged: [], pushed: [], pulled: [] });
  });

  test('ends a conflict that waited for just this key', async () => {
    const world = await begin();
    const { m, giip } = world;
    m.files.edit(PATH, config('MINE'));
    giip.setConfig('main.json', config('THEIRS'));
    expect(await m.cycle()).toMatchObject({ conflicts: [{ path: PATH }] });
    addKeyRule(m.engine, rule('server'));
    expect(await m.cycle()).toMatchObject({ outcome: 'inSync', merged: [PATH] });
    expect(m.files.text(PATH)).toBe(config('THEIRS'));
  });

  test('a key without one is a conflict as before, and nothing of the file is written', async () => {
    const { m, giip } = await ruled('mine');
    m.files.edit(PATH, config('MINE', 2, 'here'));
    expect(await m.cycle()).toMatchObject({ conflicts: [{ path: PATH, kind: 'edit/edit' }], merged: [] });
    expect(m.files.text(PATH)).toBe(config('MINE', 2, 'here'));
    expect(giip.config('main.json')).toContain('THEIRS');
  });

  test('a key that its side has taken out goes', async () => {
    const { m, giip } = await ruled('mine');
    m.files.edit(PATH, '{ "log": { "port": 1.50 }, "name": "n" }');
    expect(await m.cycle()).toMatchObject({ merged: [PATH] });
    expect(m.files.text(PATH)).toBe('{ "log": { "port": 1.50 }, "name": "theirs" }');
    expect(giip.config('main.json')).not.toContain('level');
  });

  test('a result that would be empty stays a question', async () => {
    const { m, giip } = await inStep({ [PATH]: '{"only":1}', 'configs/b.json': '{"b":1}' });
    addKeyRule(m.engine, rule('mine', ['only']));
    m.files.edit(PATH, '{}');
    giip.setConfig('main.json', '{"only":2}');
    await m.cycle();
    expect(m.state.conflicts.get(PATH)?.reason.code).toBe('merge-result-unusable');
  });

  test('a rule for another file says nothing', async () => {
    const { m, giip } = await begin();
    addKeyRule(m.engine, { ...rule('mine'), path: 'configs/other.json' });
    m.files.edit(PATH, config('MINE'));
    giip.setConfig('main.json', config('THEIRS'));
    expect(await m.cycle()).toMatchObject({ conflicts: [{ path: PATH }] });
  });
});
