import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { SyncState } from '../../electron/sync/state-ports.ts';
import { memoryState } from './memory-state.ts';
import { digest, openedState, temporaryFolder, versionOf } from './state-makers.ts';

const TEXTS = ['', 'a', 'b', '\uFEFFc\0d', 'long '.repeat(400)];
const PATHS = ['docs/a', 'docs/A', 'docs/🦄', 'docs/\uFFFD', "docs/'\0"];

type Step = (state: SyncState) => unknown;

const text = fc.constantFrom(...TEXTS);
const path = fc.constantFrom(...PATHS);
const version = fc.option(text.map(versionOf));
const time = fc.integer({ min: 0, max: 20 });

const simpleStep: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(path, version, version).map(
    ([p, local, remote]) =>
      (s: SyncState) =>
        s.base.put({ path: p, local, remote }),
  ),
  fc.tuple(path, version).map(
    ([p, v]) =>
      (s: SyncState) =>
        s.remote.put({ path: p, wire: p, version: v }),
  ),
  path.map((p) => (s: SyncState) => s.base.delete(p)),
  fc.tuple(path, text).map(
    ([p, t]) =>
      (s: SyncState) =>
        s.scans.put({ path: p, fingerprint: `f-${t}`, version: versionOf(t) }),
  ),
  fc.constant((s: SyncState) => [...s.standing(digest(''))].sort()),
  path.map((p) => (s: SyncState) => s.base.get(p)),
  fc
    .array(path)
    .map((paths) => (s: SyncState) => [...s.base.some(paths)].sort((a, b) => (a.path < b.path ? -1 : 1))),
  fc.constant((s: SyncState) => s.remote.clear()),
  text.map((t) => (s: SyncState) => s.contents.put(digest(t), t)),
  text.map((t) => (s: SyncState) => s.contents.get(digest(t))),
  fc.tuple(path, text, time).map(([p, t, at]) => (s: SyncState) => {
    s.history.record({ path: p, id: digest(t), origin: 'local', time: at, bytes: t.length });
  }),
  fc.tuple(time, fc.nat(3)).map(
    ([before, keep]) =>
      (s: SyncState) =>
        s.history.prune(before, keep),
  ),
  fc.nat(12).map((id) => (s: SyncState) => s.history.content(String(id))),
  fc.tuple(time, path).map(([at, p]) => (s: SyncState) => {
    s.activity.add({ time: at, kind: 'pushed', path: p, reason: { code: 'changed-here' } });
  }),
  fc
    .array(fc.string(), { maxLength: 2 })
    .map((doc) => (s: SyncState) => s.facts.set('seenHashes', { config: [], doc })),
  fc.constant((s: SyncState) => s.facts.clear('seenHashes')),
);

const id = fc.option(text.map(digest));

const runStep: fc.Arbitrary<Step> = fc.oneof(
  fc.constantFrom('sync' as const, 'undo' as const).map((kind) => (s: SyncState) => s.runs.begin(kind)),
  fc.tuple(time, path).map(([at, p]) => (s: SyncState) => {
    const evidence = { base: null, local: digest('a'), remote: digest('b') };
    const run = s.runs.note('merged', at);
    s.activity.add({ time: at, kind: 'merged', path: p, reason: null, run, evidence });
  }),
  fc.tuple(path, id, id, time).map(([p, before, after, at]) => (s: SyncState) => {
    s.runs.noteReplaced({ path: p, before, after }, at);
  }),
  time.map((at) => (s: SyncState) => s.runs.end(at, 'inSync')),
  fc.constant((s: SyncState) => s.runs.leave()),
  fc.nat(5).map((run) => (s: SyncState) => [s.runs.replaced(run), s.runs.folderAt(run)]),
);

/** Transactions of one to five steps, some inside others, some failing; each answers what it came to. */
const { step } = fc.letrec<{ step: Step; transaction: Step }>((tie) => ({
  step: fc.oneof({ depthSize: 'small', withCrossShrink: true }, simpleStep, runStep, tie('transaction')),
  transaction: fc.tuple(fc.array(tie('step'), { minLength: 1, maxLength: 5 }), fc.boolean()).map(
    ([steps, failing]) =>
      (s: SyncState) =>
        outcome(() => inTransaction(s, steps, failing)),
  ),
}));

it('answers alike in memory and in SQLite, whatever is done in whatever order', () => {
  const folder = temporaryFolder();
  let run = 0;
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      run += 1;
      const sqlite = openedState(join(folder, `${run}.db`));
      const memory = memoryState();
      for (const each of steps) {
        expect(each(sqlite)).toEqual(each(memory));
      }
      expect(everything(sqlite)).toEqual(everything(memory));
    }),
    { numRuns: 150 },
  );
});

function inTransaction(state: SyncState, steps: readonly Step[], failing: boolean): unknown {
  return state.transaction(() => {
    const answers = steps.map((each) => each(state));
    if (failing) {
      throw new Error('on purpose');
    }
    return answers;
  });
}

function outcome(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return String(error);
  }
}

function everything(state: SyncState): unknown {
  return {
    base: state.base.all(),
    remote: state.remote.all(),
    texts: TEXTS.map((each) => state.contents.get(digest(each))),
    history: state.history.list(),
    activity: state.activity.latest(100).map(({ id }) => state.activity.get(id)),
    runs: state.runs.list(null, 50),
    folders: state.runs
      .list(null, 50)
      .map((run) => [state.runs.folderAt(run.id), state.runs.replaced(run.id)]),
    seenHashes: state.facts.get('seenHashes'),
  };
}
