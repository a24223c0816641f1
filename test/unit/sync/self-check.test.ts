import { expect, test } from 'vitest';
import { conflictTexts } from '../../../electron/sync/conflict-texts.ts';
import { runCycle } from '../../../electron/sync/cycle.ts';
import { resolveConflict } from '../../../electron/sync/decide.ts';
import type { Engine } from '../../../electron/sync/engine.ts';
import type { SyncState } from '../../../electron/sync/state-ports.ts';
import { whileTimePasses } from './manual-clock.ts';
import { createWorld, type Machine } from './world.ts';

/** The same state, in whose database some texts are damaged until they are written again. */
function withLostTexts(engine: Engine, isLost: (text: string) => boolean): Engine {
  const { contents } = engine.state;
  const written = new Set<string>();
  const damaged: SyncState['contents'] = {
    get(id) {
      const text = contents.get(id);
      return text !== undefined && isLost(text) && !written.has(id) ? undefined : text;
    },
    put(id, text) {
      written.add(id);
      contents.put(id, text);
    },
  };
  return { ...engine, state: { ...engine.state, contents: damaged } };
}

/** A file system whose time stamps and inodes tell nothing. */
function withBlindStamps({ engine }: Machine): Engine {
  const { workspace } = engine;
  const blind = { fingerprint: 'always the same', settled: true };
  return {
    ...engine,
    workspace: {
      ...workspace,
      async list() {
        const listed = await workspace.list();
        if (!listed.ok) return listed;
        return {
          ok: true,
          value: { ...listed.value, items: listed.value.items.map((item) => ({ ...item, ...blind })) },
        };
      },
      async read(path) {
        const found = await workspace.read(path);
        return found.state === 'present' ? { ...found, ...blind } : found;
      },
    },
  };
}

function checked({
  state,
}: Pick<Engine, 'state'>): readonly (readonly [string | null, string | undefined])[] {
  const entries = state.activity.latest(100).filter(({ kind }) => kind === 'self-check');
  return entries.map(({ path, reason }) => [path, reason?.code]);
}

test('a change here that the stamp hides waits for the hourly check, is said and is sent', async () => {
  const world = createWorld();
  const machine = world.machine();
  const engine = withBlindStamps(machine);
  const cycle = (audit: boolean) => whileTimePasses(world.clock, runCycle(engine, { audit }));
  machine.files.edit('docs/a.md', 'one\n');
  await cycle(true);
  machine.files.edit('docs/a.md', 'two\n');
  expect((await cycle(false)).pushed).toEqual([]);
  expect((await cycle(true)).pushed).toEqual(['docs/a.md']);
  expect(world.giip.doc('docs/a.md')).toBe('two\n');
  expect(checked(engine)).toEqual([['docs/a.md', 'check-file-moved-behind-stamp']]);
});

test('a change on GIIP behind the same hash waits for the hourly check, is said and is fetched', async () => {
  const world = createWorld();
  const machine = world.machine();
  world.giip.setDoc('docs/a.md', 'one\n');
  await machine.cycle({ audit: true });
  const { remote } = machine.engine;
  const adopted = machine.state.facts.get('cursor')?.doc ?? 'no hash was adopted';
  const engine: Engine = {
    ...machine.engine,
    remote: {
      ...remote,
      push: (items) => remote.push(items),
      requests: () => remote.requests(),
      async pull(known) {
        if (known.doc === adopted)
          return { ok: true, value: { config: { state: 'unchanged' }, doc: { state: 'unchanged' } } };
        const answer = await remote.pull(known);
        if (!answer.ok || answer.value.doc.state !== 'items') return answer;
        return { ok: true, value: { ...answer.value, doc: { ...answer.value.doc, hash: adopted } } };
      },
    },
  };
  const cycle = (audit: boolean) => whileTimePasses(world.clock, runCycle(engine, { audit }));
  world.giip.setDoc('docs/a.md', 'two\n');
  expect((await cycle(false)).pulled).toEqual([]);
  expect((await cycle(true)).pulled).toEqual(['docs/a.md']);
  expect(checked(engine)).toEqual([['docs/a.md', 'check-giip-moved-behind-hash']]);
});

test('an audit in which all agrees says nothing', async () => {
  const world = createWorld();
  const machine = world.machine();
  machine.files.edit('docs/a.md', 'one\n');
  world.giip.setDoc('docs/b.md', 'two\n');
  await machine.cycle({ audit: true });
  await machine.cycle({ audit: true });
  expect(checked(machine.engine)).toEqual([]);
});

test('a kept text that the disk lost is asked for again, and nothing is overwritten for it', async () => {
  const world = createWorld();
  const machine = world.machine();
  machine.files.edit('docs/a.md', 'mine\n');
  world.giip.setDoc('docs/a.md', 'theirs\n');
  expect((await machine.cycle()).outcome).toBe('conflicts');
  const engine = withLostTexts(machine.engine, (text) => text === 'theirs\n');
  const report = await whileTimePasses(world.clock, runCycle(engine));
  expect(report).toMatchObject({ outcome: 'conflicts', conflicts: [{ path: 'docs/a.md', kind: 'new/new' }] });
  expect(checked(engine)).toEqual([['docs/a.md', 'check-kept-text-lost']]);
  expect(machine.files.text('docs/a.md')).toBe('mine\n');
  expect(await conflictTexts(engine, 'docs/a.md')).toMatchObject({
    ok: true,
    value: { local: 'mine\n', remote: 'theirs\n' },
  });
});

test('a decision on a text that the disk lost is refused, not guessed', async () => {
  const world = createWorld();
  const machine = world.machine();
  machine.files.edit('docs/a.md', 'mine\n');
  world.giip.setDoc('docs/a.md', 'theirs\n');
  await machine.cycle();
  const engine = withLostTexts(machine.engine, (text) => text === 'theirs\n');
  expect(await conflictTexts(engine, 'docs/a.md')).toMatchObject({
    ok: false,
    error: { code: 'state-unusable' },
  });
  for (const take of ['mine', 'server'] as const) {
    const answer = await resolveConflict(engine, 'docs/a.md', { take });
    expect(answer.ok).toBe(false);
  }
  expect(machine.files.text('docs/a.md')).toBe('mine\n');
  expect((await whileTimePasses(world.clock, runCycle(engine))).outcome).toBe('conflicts');
});
