import { expect, test } from 'vitest';
import { historyHandlers } from '../../../electron/app/history-handlers.ts';
import type { Result } from '../../../shared/model/sync-error.ts';
import { inStep, type Machine } from '../sync/world.ts';

const A = 'docs/a.md';

/** The calls as a window makes them, and how often one decided. */
function callsOf({ engine }: Machine) {
  let decided = 0;
  const handlers = historyHandlers((work) =>
    work({
      read: (read) => read(engine),
      decide: async (decide) => {
        decided += 1;
        return decide(engine);
      },
    }),
  );
  return { handlers, decided: () => decided };
}

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

async function pulledTwice(): Promise<Machine> {
  const { m, giip } = await inStep({ [A]: 'a1\n', 'docs/b.md': 'b\n' });
  for (const text of ['a2\n', 'a3\n']) {
    giip.setDoc(A, text);
    await m.cycle();
  }
  return m;
}

test('a window looks at runs, files and versions', async () => {
  const { handlers } = callsOf(await pulledTwice());
  const [newest, older] = value(await handlers['history.runs']({ before: null }));
  expect(newest).toMatchObject({ kind: 'sync', counts: { pulled: 1 } });
  expect(value(await handlers['history.runs']({ before: newest?.id ?? 0 }))[0]).toEqual(older);
  expect(value(await handlers['history.run'](newest?.id ?? 0))).toMatchObject({
    ...newest,
    items: [{ kind: 'pulled', path: A, run: newest?.id }],
  });
  expect(value(await handlers['history.paths'](null))).toEqual([A, 'docs/b.md']);
  const [version] = value(await handlers['history.versions'](A)).slice(-1);
  expect(value(await handlers['history.text'](version?.id ?? ''))).toEqual({
    version,
    text: 'a1\n',
    now: 'a3\n',
  });
  expect(value(await handlers['history.size'](null))).toMatchObject({ versions: 4, texts: 4 });
});

test('what puts something back is a decision, what looks is none', async () => {
  const m = await pulledTwice();
  const { handlers, decided } = callsOf(m);
  const [newest, older] = value(await handlers['history.runs']({ before: null }));
  const version = value(await handlers['history.versions'](A)).at(-1)?.id ?? '';
  expect(value(await handlers['history.undoPlan'](null))).toMatchObject({ run: { id: newest?.id } });
  expect(value(await handlers['history.restorePlan'](older?.id ?? 0))).toEqual([
    { path: A, change: 'replace' },
  ]);
  expect(decided()).toBe(0);
  value(await handlers['history.undo'](newest?.id ?? 0));
  expect(m.files.text(A)).toBe('a2\n');
  value(await handlers['history.restore']({ path: A, version }));
  expect(m.files.text(A)).toBe('a1\n');
  value(await handlers['history.restoreRun']({ run: newest?.id ?? 0, paths: [A] }));
  expect(m.files.text(A)).toBe('a3\n');
  expect(await handlers['history.restoreKey']({ path: A, version, key: ['a'] })).toMatchObject({ ok: false });
  expect(decided()).toBe(4);
});

test('why asks about an entry or a conflict', async () => {
  const m = await pulledTwice();
  const { handlers } = callsOf(m);
  const id = m.state.activity.latest(1)[0]?.id ?? 0;
  expect(value(await handlers['history.why']({ kind: 'activity', id }))).toMatchObject({ path: A });
  expect(await handlers['history.why']({ kind: 'conflict', path: A })).toMatchObject({
    error: { code: 'no-such-conflict' },
  });
});

test('what is not there is an error, not a surprise', async () => {
  const m = await pulledTwice();
  const { handlers } = callsOf(m);
  const missing = { ok: false, error: { code: 'no-such-version' } };
  expect(await handlers['history.run'](4711)).toMatchObject(missing);
  expect(await handlers['history.text']('4711')).toMatchObject(missing);
  expect(await handlers['history.undo'](4711)).toMatchObject(missing);
  const version = m.state.history.list(A)[0]?.id ?? '';
  m.files.spoil(A, 'locked');
  expect(await handlers['history.text'](version)).toMatchObject({ error: { code: 'workspace-unreadable' } });
});
