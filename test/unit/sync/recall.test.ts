import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { approveHeld, decideGone } from '../../../electron/sync/approve.ts';
import { runCycle } from '../../../electron/sync/cycle.ts';
import { resolveMany } from '../../../electron/sync/decide.ts';
import type { Engine } from '../../../electron/sync/engine.ts';
import { lookHere } from '../../../electron/sync/look.ts';
import { createRecall, type Recall, toldWrites } from '../../../electron/sync/recall.ts';
import { restoreMemory } from '../../../electron/sync/restore-memory.ts';
import { StateWriteError } from '../../../electron/sync/state-write-error.ts';
import type { SyncReport } from '../../../shared/model/sync-report.ts';
import { whileTimePasses } from './manual-clock.ts';
import { createWorld, type Machine, type World } from './world.ts';

/** More with `SYNC_RUNS=5000 npx vitest …`. */
const RUNS = Number(process.env.SYNC_RUNS ?? 60);

/** Twins by case, a file where another side has a folder, names that are refused; and enough for a mass deletion. */
const ODD = ['docs/a.md', 'docs/A.md', 'docs/sub/b.md', 'docs/sub/c.md', 'docs/sub', 'docs/con.md'];
const MANY = Array.from({ length: 24 }, (_, i) => `docs/many/${i}.md`);
/** A mass where nothing else stands, and none beside the others. */
const SOME = MANY.slice(0, 11);
const PATHS = [...ODD, ...MANY, 'configs/c.json', 'configs/d.json'];
const TEXTS = ['', 'one\n', 'two\n', 'one\r\n', 'one\ntwo\nthree\n', '{"a":1}', '{"a":2,"b":3}', '{'];

type Deed =
  | { readonly deed: 'edit' | 'editThere'; readonly path: string; readonly text: string }
  | {
      readonly deed: 'remove' | 'removeThere' | 'spoil' | 'refuse' | 'resolve' | 'gone';
      readonly path: string;
    }
  | {
      readonly deed:
        | 'close'
        | 'open'
        | 'removeSome'
        | 'removeMany'
        | 'changeSomeThere'
        | 'changeManyThere'
        | 'approve'
        | 'offline'
        | 'lose'
        | 'doubt'
        | 'audit'
        | 'stop'
        | 'break';
    }
  | { readonly deed: 'cycle'; readonly seconds: number };

const path = fc.constantFrom(...PATHS);
const text = fc.constantFrom(...TEXTS);
const deeds: fc.Arbitrary<readonly Deed[]> = fc.array(
  fc.oneof(
    {
      weight: 8,
      arbitrary: fc.record({ deed: fc.constantFrom('edit' as const, 'editThere' as const), path, text }),
    },
    {
      weight: 4,
      arbitrary: fc.record({
        deed: fc.constantFrom(
          'remove' as const,
          'removeThere' as const,
          'spoil' as const,
          'refuse' as const,
          'resolve' as const,
          'gone' as const,
        ),
        path,
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        deed: fc.constantFrom(
          'close' as const,
          'open' as const,
          'removeSome' as const,
          'removeMany' as const,
          'changeSomeThere' as const,
          'changeManyThere' as const,
          'approve' as const,
          'offline' as const,
          'lose' as const,
          'doubt' as const,
          'audit' as const,
          'stop' as const,
          'break' as const,
        ),
      }),
    },
    {
      weight: 9,
      arbitrary: fc.record({ deed: fc.constant('cycle' as const), seconds: fc.constantFrom(1, 3, 60, 700) }),
    },
  ),
  { minLength: 4, maxLength: 30 },
);

/** One of two computers that live through the same; only one of them remembers its looks. */
interface Life {
  readonly world: World;
  readonly m: Machine;
  readonly engine: Engine;
  touch(places: readonly string[] | null): void;
}

function life(recallOf: (world: World) => Recall | null): Life {
  const world = createWorld();
  const m = world.machine();
  const recall = recallOf(world);
  if (!recall) return { world, m, engine: m.engine, touch: () => undefined };
  return {
    world,
    m,
    engine: { ...m.engine, recall, workspace: toldWrites(m.files, recall) },
    touch: (places) => recall.touch(places),
  };
}

function followed({ clock }: World): Recall {
  const recall = createRecall(clock);
  recall.follow();
  return recall;
}

function setThere({ world: { giip } }: Life, where: string, to: string): void {
  if (where.startsWith('docs/')) giip.setDoc(where, to);
  else if (to.startsWith('{') && to.endsWith('}')) giip.setConfig(where.slice('configs/'.length), to);
}

function cycle({ world, engine }: Life, audit = false): Promise<SyncReport> {
  return whileTimePasses(world.clock, runCycle(engine, { audit }));
}

function byPerson(one: Life, deed: Deed): string | null | undefined {
  const { files } = one.m;
  if (deed.deed === 'edit') files.edit(deed.path, deed.text);
  else if (deed.deed === 'remove') files.remove(deed.path);
  else if (deed.deed === 'spoil') files.spoil(deed.path, 'no permission');
  else if (deed.deed === 'refuse') files.refuse(deed.path, 'a link is never followed');
  else if (deed.deed === 'close') files.closeFolder('docs/sub/', 'no permission');
  else if (deed.deed === 'open') files.openFolder('docs/sub/');
  else if (deed.deed === 'removeSome') for (const many of SOME) files.remove(many);
  else if (deed.deed === 'removeMany') for (const many of MANY) files.remove(many);
  else return undefined;
  if ('path' in deed) return deed.path;
  return deed.deed.startsWith('remove') ? 'docs/many' : 'docs/sub';
}

async function live(one: Life, deed: Deed): Promise<SyncReport | undefined> {
  const { world, m, engine } = one;
  const touched = byPerson(one, deed);
  if (touched) one.touch([touched]);
  if (deed.deed === 'editThere') setThere(one, deed.path, deed.text);
  else if (deed.deed === 'removeThere' && deed.path.startsWith('docs/')) world.giip.removeDoc(deed.path);
  else if (deed.deed === 'changeSomeThere' || deed.deed === 'changeManyThere')
    for (const many of deed.deed === 'changeSomeThere' ? SOME : MANY)
      setThere(one, many, `${world.clock.now()}\n`);
  else if (deed.deed === 'resolve') await resolveMany(engine, [{ path: deed.path }], 'mine');
  else if (deed.deed === 'gone') await decideGone(engine, deed.path, 'keep');
  else if (deed.deed === 'approve') approveHeld(engine);
  else if (deed.deed === 'offline') world.twists.pullFailures.push({ code: 'server-unreachable' });
  else if (deed.deed === 'lose')
    world.twists.pushFailures.push({ error: { code: 'server-timeout' }, happened: true });
  else if (deed.deed === 'doubt') one.touch(null);
  else if (deed.deed === 'audit') return cycle(one, true);
  else if (deed.deed === 'stop')
    return whileTimePasses(world.clock, runCycle(engine, { cancel: { aborted: true } }));
  else if (deed.deed === 'break') {
    let left = 2;
    m.faults.beforeCommit = () => {
      left -= 1;
      if (left < 0) throw new StateWriteError({ code: 'disk-full' });
    };
    const report = await cycle(one);
    delete m.faults.beforeCommit;
    return report;
  } else if (deed.deed === 'cycle') {
    m.state.facts.set('pushProved', ['config', 'doc']);
    world.clock.advance(deed.seconds * 1000);
    return cycle(one);
  }
  return undefined;
}

/** Everything that is remembered and everything that stands anywhere. */
function everything({ m, world }: Life): unknown {
  const { state } = m;
  const { base, remote, scans, conflicts, intents, refusals, approvals } = state;
  const tables = [base, remote, scans, conflicts, intents, refusals, approvals].map((table) => table.all());
  const names = ['cursor', 'held', 'rejected', 'mayBeTorn', 'cleanTexts', 'lastSuccess'] as const;
  return {
    tables,
    facts: names.map((name) => state.facts.get(name)),
    files: [...m.files.texts()],
    there: PATHS.map((one) => world.giip.doc(one)),
    activity: state.activity.latest(500),
  };
}

/** What a look at this computer finds, but for what is in step. */
async function openSteps(engine: Engine): Promise<unknown> {
  const look = await lookHere(engine);
  if (!look.ok) return look;
  return look.value.steps.filter(({ action, isMoving }) => action !== 'none' || isMoving);
}

async function start(one: Life): Promise<void> {
  for (const [i, where] of ['docs/a.md', 'docs/sub/b.md', ...MANY].entries())
    one.m.files.edit(where, `first ${i}\n`);
  await cycle(one);
  one.world.clock.advance(60_000);
  await cycle(one);
}

describe('a look at what changed', () => {
  it('finds, decides and reports what a look at everything would', async () => {
    await fc.assert(
      fc.asyncProperty(deeds, async (all) => {
        const lives = [life(followed), life(() => null)] as const;
        for (const one of lives) await start(one);
        for (const deed of all) {
          const [limited, complete] = [await live(lives[0], deed), await live(lives[1], deed)];
          expect(limited, deed.deed).toEqual(complete);
          expect(everything(lives[0]), deed.deed).toEqual(everything(lives[1]));
          const { recall: _, ...blind } = lives[0].engine;
          expect(await openSteps(lives[0].engine), deed.deed).toEqual(await openSteps(blind));
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('does the same where nobody tells what changed', async () => {
    await fc.assert(
      fc.asyncProperty(deeds, async (all) => {
        const lives = [life(({ clock }) => createRecall(clock)), life(() => null)] as const;
        for (const one of lives) await start(one);
        for (const deed of all) {
          const [limited, complete] = [await live(lives[0], deed), await live(lives[1], deed)];
          expect(limited, deed.deed).toEqual(complete);
          expect(everything(lives[0]), deed.deed).toEqual(everything(lives[1]));
        }
      }),
      { numRuns: RUNS },
    );
  });
});

describe('a process that has just begun', () => {
  function begun(one: Life): Life {
    const recall = createRecall(one.world.clock, () => restoreMemory(one.m.engine));
    return {
      ...one,
      engine: { ...one.m.engine, recall, workspace: toldWrites(one.m.files, recall) },
      touch: (places) => recall.touch(places),
    };
  }

  it('finds, decides and reports what a look at everything would', async () => {
    await fc.assert(
      fc.asyncProperty(deeds, async (all) => {
        const lives = [life(() => null), life(() => null)] as const;
        for (const one of lives) await start(one);
        for (const deed of all) {
          const [restored, complete] = [await live(begun(lives[0]), deed), await live(lives[1], deed)];
          expect(restored, deed.deed).toEqual(complete);
          expect(everything(lives[0]), deed.deed).toEqual(everything(lives[1]));
          expect(await openSteps(begun(lives[0]).engine), deed.deed).toEqual(
            await openSteps(lives[1].engine),
          );
        }
      }),
      { numRuns: RUNS },
    );
  });
});

describe('a hint that never comes', () => {
  async function inStepFollowed(): Promise<Life> {
    const one = life(followed);
    await start(one);
    return one;
  }

  const NEXT_WHOLE_LOOK = 600_000;

  it('leaves an edit for the next whole look, which sends it', async () => {
    const one = await inStepFollowed();
    one.m.files.edit('docs/a.md', 'mine\n');
    expect((await cycle(one)).pushed).toEqual([]);
    one.world.clock.advance(NEXT_WHOLE_LOOK);
    expect((await cycle(one)).pushed).toEqual(['docs/a.md']);
  });

  it('lets nothing from GIIP be written over the edit', async () => {
    const one = await inStepFollowed();
    one.m.files.edit('docs/a.md', 'mine\n');
    one.world.giip.setDoc('docs/a.md', 'theirs\n');
    expect((await cycle(one)).conflicts).toEqual([{ path: 'docs/a.md', kind: 'edit/edit' }]);
    expect(one.m.files.text('docs/a.md')).toBe('mine\n');
    expect(one.world.giip.doc('docs/a.md')).toBe('theirs\n');
  });

  it('lets no deletion be undone, and none be made up', async () => {
    const one = await inStepFollowed();
    one.m.files.remove('docs/a.md');
    one.world.giip.setDoc('docs/a.md', 'theirs\n');
    expect((await cycle(one)).conflicts).toEqual([{ path: 'docs/a.md', kind: 'delete/edit' }]);
    expect(one.m.files.text('docs/a.md')).toBeUndefined();
    expect(one.world.giip.doc('docs/a.md')).toBe('theirs\n');
  });

  it('lets no mass of deletions pass that is told in parts', async () => {
    const one = await inStepFollowed();
    const [, ...most] = MANY;
    for (const where of most) one.m.files.remove(where);
    one.touch(most.slice(0, 5));
    expect((await cycle(one)).held.map(({ path }) => path)).toEqual(most.sort());
  });

  it('lets nothing be written over a new file that GIIP names too', async () => {
    const one = await inStepFollowed();
    one.m.files.edit('docs/new.md', 'mine\n');
    one.world.giip.setDoc('docs/new.md', 'theirs\n');
    await cycle(one);
    expect(one.m.files.text('docs/new.md')).toBe('mine\n');
    one.world.clock.advance(NEXT_WHOLE_LOOK);
    expect((await cycle(one)).conflicts).toEqual([{ path: 'docs/new.md', kind: 'new/new' }]);
  });

  it('keeps no edit from going out whose file was seen before it could be sent', async () => {
    const one = await inStepFollowed();
    const { twists, giip } = one.world;
    twists.pushFailures.push({ error: { code: 'server-unavailable' }, happened: false });
    one.m.files.edit('docs/a.md', 'mine\n');
    one.touch(['docs/a.md']);
    one.world.clock.advance(60_000);
    expect((await cycle(one)).error?.code).toBe('server-unavailable');
    one.world.clock.advance(60_000);
    twists.pushFailures.push({ error: { code: 'server-unavailable' }, happened: false });
    expect((await cycle(one)).error?.code).toBe('server-unavailable');
    one.m.files.edit('docs/a.md', 'mine, and more\n');
    await cycle(one);
    await cycle(one);
    expect(giip.doc('docs/a.md')).toBe('mine, and more\n');
  });

  it('makes up no deletion where what was remembered of a file is lost', async () => {
    const one = await inStepFollowed();
    one.world.clock.advance(60_000);
    await cycle(one);
    one.m.state.scans.delete('docs/a.md');
    one.world.giip.setDoc('docs/a.md', 'theirs\n');
    expect((await cycle(one)).conflicts).toEqual([]);
    await cycle(one);
    expect(one.m.files.text('docs/a.md')).toBe('theirs\n');
  });

  it('costs a folder that came back after it went away nothing', async () => {
    const one = await inStepFollowed();
    one.m.files.unmount();
    expect((await cycle(one)).error?.code).toBe('workspace-missing');
    one.m.files.remove('docs/sub/b.md');
    one.m.files.edit('docs/a.md', 'on another computer\n');
    one.m.files.mount();
    const report = await cycle(one);
    expect(report.pushed).toEqual(['docs/a.md']);
    expect(report.deletedHere).toEqual(['docs/sub/b.md']);
  });
});

it('a cycle in which nothing changed asks the folder for nothing but which one it is', async () => {
  const one = life(followed);
  await start(one);
  one.world.clock.advance(60_000);
  await cycle(one);
  const calls: string[] = [];
  one.m.files.interfere(({ call }) => void calls.push(call));
  one.world.clock.advance(60_000);
  expect((await cycle(one)).outcome).toBe('inSync');
  await lookHere(one.engine, true);
  expect(new Set(calls)).toEqual(new Set(['identify']));
});
