import { describe, expect, test } from 'vitest';
import { resolveConflict } from '../../../electron/sync/decide.ts';
import { createWorld, inStep, type Machine, type World } from './world.ts';

/** A story up to the cycle in which the process dies, and how it goes on. */
interface Story {
  readonly name: string;
  readonly prepare: () => Promise<World & { m: Machine }>;
  /** What runs when it dies; a cycle unless it says otherwise. */
  readonly work?: (m: Machine) => Promise<unknown>;
  /** Texts that somebody wrote and that must be somewhere afterwards. */
  readonly written: readonly string[];
  /** Conflicts are a fine end for this one. */
  readonly mayConflict?: boolean;
}

const base = { 'docs/a.md': 'one\ntwo\nthree\n', 'docs/b.md': 'b\n', 'configs/c.json': '{"c":1,"d":1}' };

const STORIES: readonly Story[] = [
  {
    name: 'pull over a file',
    prepare: async () => {
      const world = await inStep(base);
      world.giip.setDoc('docs/a.md', 'theirs\n');
      return world;
    },
    written: ['one\ntwo\nthree\n', 'theirs\n'],
  },
  {
    name: 'pull of a new document and a new config',
    prepare: async () => {
      const world = await inStep(base);
      world.giip.setDoc('docs/new.md', 'new\n');
      world.giip.setConfig('new.json', '{"n":1}');
      return world;
    },
    written: ['new\n', '{"n":1}'],
  },
  {
    name: 'push',
    prepare: async () => {
      const world = await inStep(base);
      world.m.files.edit('docs/a.md', 'mine\n');
      return world;
    },
    written: ['one\ntwo\nthree\n', 'mine\n'],
  },
  {
    name: 'merge and push of a document',
    prepare: async () => {
      const world = await inStep(base);
      world.m.files.edit('docs/a.md', 'ONE\ntwo\nthree\n');
      world.giip.setDoc('docs/a.md', 'one\ntwo\nTHREE\n');
      return world;
    },
    written: ['ONE\ntwo\nthree\n', 'one\ntwo\nTHREE\n'],
  },
  {
    name: 'merge and push of a config',
    prepare: async () => {
      const world = await inStep(base);
      world.m.files.edit('configs/c.json', '{"c":2,"d":1}');
      world.giip.setConfig('c.json', '{"c":1,"d":2}');
      return world;
    },
    written: ['{"c":2,"d":1}', '{"c":1,"d":2}'],
  },
  {
    name: 'first sync with everything at once',
    prepare: async () => {
      const world = createWorld();
      const m = world.machine();
      m.files.edit('docs/mine.md', 'mine\n');
      m.files.edit('docs/both.md', 'here\n');
      for (const name of ['x', 'y', 'both']) world.giip.setDoc(`docs/${name}.md`, `${name} there\n`);
      return { ...world, m };
    },
    written: ['mine\n', 'here\n', 'x there\n', 'y there\n', 'both there\n'],
    mayConflict: true,
  },
  {
    name: 'deletion here, and a change there',
    prepare: async () => {
      const world = await inStep(base);
      world.m.files.remove('docs/b.md');
      world.giip.setDoc('docs/a.md', 'theirs\n');
      return world;
    },
    written: ['b\n', 'one\ntwo\nthree\n', 'theirs\n'],
  },
  {
    name: 'a push whose answer is lost, edited again before the next cycle',
    prepare: async () => {
      const world = await inStep(base);
      world.m.files.edit('docs/a.md', 'v1\n');
      world.twists.pushFailures.push({ error: { code: 'server-timeout' }, happened: true });
      world.twists.after = (call) => {
        if (call === 'push') world.m.files.edit('docs/a.md', 'v2\n');
      };
      return world;
    },
    written: ['one\ntwo\nthree\n', 'v1\n'],
  },
  {
    name: 'somebody types while GIIP’s change is written',
    prepare: async () => {
      const world = await inStep(base);
      world.giip.setDoc('docs/a.md', 'one\ntwo\nTHREE\n');
      let isTyped = false;
      world.m.files.interfere(({ call }) => {
        if (call === 'exchange' && !isTyped) world.m.files.edit('docs/a.md', 'ONE\ntwo\nthree\n');
        isTyped ||= call === 'exchange';
        return undefined;
      });
      return world;
    },
    written: ['one\ntwo\nTHREE\n'],
  },
  {
    name: 'a conflict is settled for GIIP',
    prepare: async () => {
      const world = await inStep(base);
      world.m.files.edit('docs/a.md', 'mine\n');
      world.giip.setDoc('docs/a.md', 'theirs\n');
      await world.m.cycle();
      return world;
    },
    work: (m) => resolveConflict(m.engine, 'docs/a.md', { take: 'server' }),
    written: ['mine\n', 'theirs\n'],
    mayConflict: true,
  },
  {
    name: 'a conflict is settled with a text of one’s own',
    prepare: async () => {
      const world = await inStep(base);
      world.m.files.edit('docs/a.md', 'mine\n');
      world.giip.setDoc('docs/a.md', 'theirs\n');
      await world.m.cycle();
      return world;
    },
    work: (m) => resolveConflict(m.engine, 'docs/a.md', { take: 'text', text: 'both\n' }),
    written: ['mine\n', 'theirs\n'],
    mayConflict: true,
  },
];

/**
 * Dies before its N-th effect: a request, a file's exchange, a commit; or right after a request was carried out.
 * Nothing of the process does anything after that.
 */
function dieAt(
  world: World & { m: Machine },
  count: number,
): { readonly isDead: () => boolean; end: () => void } {
  const { m, twists } = world;
  const { before, after } = twists;
  let left = count;
  const effect = (): void => {
    left -= 1;
    if (left <= 0) throw new Error('killed');
  };
  let interferes = false;
  m.faults.beforeCommit = effect;
  twists.before = (call) => {
    effect();
    before(call);
  };
  twists.after = (call) => {
    after(call);
    effect();
  };
  const write = m.files.write;
  Object.assign(m.files, {
    write: async (...args: Parameters<typeof write>) => {
      effect();
      const outcome = await write(...args);
      effect();
      interferes = true;
      return outcome;
    },
  });
  return {
    isDead: () => left <= 0,
    end() {
      m.faults.beforeCommit = () => undefined;
      twists.before = before;
      twists.after = () => undefined;
      Object.assign(m.files, { write });
      if (interferes) m.files.interfere(() => undefined);
    },
  };
}

/** A text counts as kept where it stands live, on GIIP or in history, whatever its style. */
function everywhere({ m, giip }: World & { m: Machine }): ReadonlySet<string> {
  const meaning = (text: string): string => (text.startsWith('{') ? JSON.stringify(JSON.parse(text)) : text);
  const paths = new Set(m.state.history.list().map(({ path }) => path));
  const kept = [...paths].flatMap((path) => m.history(path));
  const { docs, configs } = giip.content();
  const texts = [...m.files.texts().values(), ...docs.values(), ...configs.values(), ...kept];
  return new Set(texts.filter((text) => text !== undefined).map(meaning));
}

describe.each(STORIES)('killed at every effect: $name', ({ prepare, work, written, mayConflict }) => {
  test('nothing is lost, and it comes to rest', async () => {
    let isThrough = false;
    for (let count = 1; !isThrough; count += 1) {
      const world = await prepare();
      const { m } = world;
      const death = dieAt(world, count);
      await (work ?? (() => m.cycle()))(m).catch((error: unknown) => {
        expect(error).toMatchObject({ message: 'killed' });
      });
      isThrough = !death.isDead();
      death.end();
      const first = await m.cycle({ wasKilled: true, audit: true });
      const second = await m.cycle();
      const third = await m.cycle();

      const about = `killed at effect ${count}`;
      for (const text of written) expect([...everywhere(world)], about).toContain(text);
      expect([first.error, second.error, third.error], about).toEqual([undefined, undefined, undefined]);
      expect(third.held, about).toEqual([]);
      if (!mayConflict) expect(third.outcome, about).toBe('inSync');
      expect([third.pulled, third.pushed, third.merged], about).toEqual([[], [], []]);
      expect(third.verified, about).toBe(true);
      const plain = (text: string | undefined): string | undefined => text?.replaceAll(/\s/g, '');
      const open = new Set([...third.deletedHere, ...third.conflicts.map(({ path }) => path)]);
      for (const { path, wire } of m.state.remote.all()) {
        const there = path.startsWith('docs/') ? world.giip.doc(wire) : world.giip.config(wire);
        if (!open.has(path)) expect(plain(m.files.text(path)), `${about}: ${path}`).toBe(plain(there));
      }
      expect(count).toBeLessThan(60);
    }
  });
});
