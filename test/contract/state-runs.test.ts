import { describe, expect, it } from 'vitest';
import type { SyncState } from '../../electron/sync/state-ports.ts';
import { digest, STATE_MAKERS, versionOf } from './state-makers.ts';

const A = 'docs/a.md';
const B = 'docs/b.md';

function put(state: SyncState, path: string, text: string): void {
  state.contents.put(digest(text), text);
  state.base.put({ path, local: versionOf(text), remote: versionOf(text) });
}

/** A run that noted one entry at this time. */
function run(state: SyncState, time: number, work: () => void = () => undefined): number {
  state.runs.begin('sync');
  state.runs.note('pulled', time);
  work();
  return state.runs.end(time, 'inSync') ?? 0;
}

function texts(state: SyncState, id: number): readonly (readonly [string, string | undefined])[] {
  return state.runs.folderAt(id).map(({ path, id: text }) => [path, state.contents.get(text)]);
}

describe.each(STATE_MAKERS)('runs %s', (_name, make) => {
  it('keeps no row of a run in which nothing was noted', () => {
    const state = make();
    expect(state.runs.begin('sync')).toBe(true);
    expect(state.runs.end(5, 'inSync')).toBeNull();
    expect(state.runs.list(null, 50)).toEqual([]);
  });

  it('keeps kind, end, outcome and what was noted how often', () => {
    const state = make();
    state.runs.begin('sync');
    for (const kind of ['pulled', 'conflict-ended', 'pulled'] as const) state.runs.note(kind, 3);
    const id = state.runs.end(9, 'conflicts');
    const expected = {
      id,
      time: 9,
      kind: 'sync',
      outcome: 'conflicts',
      counts: { pulled: 2, 'conflict-ended': 1 },
      canUndo: false,
    };
    expect(state.runs.get(id ?? 0)).toStrictEqual(expected);
    expect(state.runs.list(null, 50)).toStrictEqual([expected]);
    expect(state.runs.get(77)).toBeUndefined();
  });

  it('has one at work: a second one joins it', () => {
    const state = make();
    expect(state.runs.current()).toBeNull();
    expect(state.runs.note('pulled', 1)).toBeNull();
    state.runs.begin('decision');
    expect(state.runs.begin('sync')).toBe(false);
    expect(state.runs.note('resolved', 1)).toBe(state.runs.current());
  });

  it('lists newest first, page by page', () => {
    const state = make();
    const ids = [1, 2, 3, 4, 5].map((time) => run(state, time)).reverse();
    expect(state.runs.list(null, 2).map(({ id }) => id)).toEqual(ids.slice(0, 2));
    expect(state.runs.list(ids[1] ?? 0, 2).map(({ id }) => id)).toEqual(ids.slice(2, 4));
    expect(state.runs.list(null, 0)).toEqual([]);
  });

  it('shows what was noted in a run that never ended, and gives its number to nobody else', () => {
    const state = make();
    state.runs.begin('sync');
    state.runs.note('pulled', 4);
    state.runs.leave();
    const [left] = state.runs.list(null, 50);
    expect(left).toMatchObject({ time: 4, outcome: null, counts: { pulled: 1 } });
    expect(run(state, 5)).toBeGreaterThan(left?.id ?? Number.POSITIVE_INFINITY);
  });

  it('never uses a number twice, even after pruning', () => {
    const state = make();
    const first = run(state, 1);
    state.history.prune(100, 0);
    expect(run(state, 200)).toBeGreaterThan(first);
  });

  it('is kept where something is pruned in the transaction that notes it', () => {
    const state = make();
    state.runs.begin('sync');
    const noted = { path: A, before: null, after: null };
    state.transaction(() => {
      state.runs.noteReplaced(noted, 20);
      state.history.prune(10, 1);
    });
    expect(state.runs.replaced(state.runs.current() ?? 0)).toEqual([noted]);
  });

  it('has a number of its own where another one ended in the same transaction', () => {
    const state = make();
    const ids = state.transaction(() =>
      [1, 2].map((time) => {
        state.runs.begin('sync');
        const id = state.runs.note('pulled', time);
        state.runs.leave();
        return id;
      }),
    );
    expect(new Set(ids).size).toBe(2);
    expect(state.runs.list(null, 50)).toHaveLength(2);
  });

  it('keeps nothing of what a failed transaction noted, and all that follows', () => {
    const state = make();
    state.runs.begin('sync');
    expect(() =>
      state.transaction(() => {
        state.runs.note('merged', 1);
        throw new Error('full');
      }),
    ).toThrow('full');
    expect(state.runs.list(null, 50)).toEqual([]);
    state.runs.note('pulled', 2);
    const id = state.runs.end(3, null) ?? 0;
    expect(state.runs.get(id)?.counts).toEqual({ pulled: 1 });
  });

  it('keeps what each entry was decided on, in the order of the run', () => {
    const state = make();
    const evidence = { base: null, local: digest('mine'), remote: digest('theirs') };
    const entry = { time: 1, path: A, reason: null };
    state.activity.add({ ...entry, kind: 'pulled', run: 7, evidence });
    state.activity.add({ ...entry, kind: 'pushed', run: 8 });
    state.activity.add({ ...entry, kind: 'merged', run: 7 });
    const done = state.activity.ofRun(7);
    expect(done.map(({ kind }) => kind)).toEqual(['pulled', 'merged']);
    expect(done[0]).toMatchObject({ run: 7, hasEvidence: true });
    expect(state.activity.get(done[0]?.id ?? 0)).toStrictEqual({ entry: done[0], evidence });
    expect(state.activity.get(done[1]?.id ?? 0)).toStrictEqual({ entry: done[1], evidence: null });
    expect(state.activity.get(4711)).toBeUndefined();
  });

  it('knows what first stood in the place of what it last wrote', () => {
    const state = make();
    const id = run(state, 1, () => {
      state.runs.noteReplaced({ path: B, before: null, after: 'b' }, 1);
      state.runs.noteReplaced({ path: A, before: digest('old'), after: 'x' }, 1);
      state.runs.noteReplaced({ path: A, before: 'x', after: 'y' }, 1);
    });
    expect(state.runs.replaced(id)).toStrictEqual([
      { path: A, before: digest('old'), after: 'y' },
      { path: B, before: null, after: 'b' },
    ]);
    expect(state.runs.get(id)?.canUndo).toBe(false);
    state.contents.put(digest('old'), 'old');
    expect(state.runs.get(id)?.canUndo).toBe(true);
    run(state, 2);
    expect(state.runs.lastUndoable()?.id).toBe(id);
  });

  it('counts a replaced text as something noted', () => {
    const state = make();
    state.runs.begin('undo');
    state.runs.noteReplaced({ path: A, before: 'a', after: 'b' }, 1);
    expect(state.runs.end(2, null)).not.toBeNull();
    expect(state.runs.list(null, 50)).toHaveLength(1);
  });

  it('shows the folder after each run', () => {
    const state = make();
    const first = run(state, 1, () => {
      put(state, A, 'a1');
      put(state, B, 'b1');
    });
    const second = run(state, 2, () => put(state, A, 'a2'));
    const third = run(state, 3, () => state.base.delete(B));
    expect(texts(state, first)).toEqual([
      [A, 'a1'],
      [B, 'b1'],
    ]);
    expect(texts(state, second)).toEqual([
      [A, 'a2'],
      [B, 'b1'],
    ]);
    expect(texts(state, third)).toEqual([[A, 'a2']]);
    expect(texts(state, first - 1)).toEqual([]);
  });

  it('leaves to the next run what moved in one that is not kept', () => {
    const state = make();
    const first = run(state, 1, () => put(state, A, 'a1'));
    state.runs.begin('sync');
    put(state, A, 'a2');
    state.runs.end(2, 'inSync');
    expect(texts(state, first)).toEqual([[A, 'a1']]);
    expect(texts(state, run(state, 3))).toEqual([[A, 'a2']]);
  });

  it('shows what a run wrote beyond what is agreed, until that is agreed on', () => {
    const state = make();
    const merged = run(state, 1, () => {
      put(state, A, 'theirs');
      state.contents.put(digest('joined'), 'joined');
      state.runs.noteReplaced({ path: A, before: 'mine', after: digest('joined') }, 1);
    });
    expect(texts(state, merged)).toEqual([[A, 'joined']]);
    const later = run(state, 2, () => put(state, A, 'newer'));
    expect(texts(state, merged)).toEqual([[A, 'joined']]);
    expect(texts(state, later)).toEqual([[A, 'newer']]);
  });

  it('shows what a person put there, whatever the base is then', () => {
    const state = make();
    state.contents.put(digest('mine'), 'mine');
    state.runs.begin('decision');
    state.runs.noteReplaced({ path: A, before: digest('theirs'), after: digest('mine') }, 1);
    put(state, A, 'theirs');
    expect(texts(state, state.runs.end(1, null) ?? 0)).toEqual([[A, 'mine']]);
  });

  it('knows GIIP’s form of a text whose letters were never kept', () => {
    const state = make();
    const id = run(state, 1, () => {
      state.base.put({ path: A, local: versionOf(' a '), remote: versionOf('a') });
      state.base.put({ path: B, local: null, remote: versionOf('b') });
    });
    expect(state.runs.folderAt(id)).toEqual([{ path: A, id: digest(' a '), twin: digest('a') }]);
  });

  it('drops old runs with their evidence, and keeps what newer ones are made of', () => {
    const state = make();
    put(state, B, 'b');
    for (const text of ['a1', 'a2', 'a3']) state.contents.put(digest(text), text);
    const change = (time: number, before: string, after: string): number =>
      run(state, time, () => {
        const evidence = { base: null, local: digest(before), remote: digest(after) };
        const entry = { time, kind: 'pulled', path: A, reason: null } as const;
        state.activity.add({ ...entry, run: state.runs.current(), evidence });
        state.base.put({ path: A, local: versionOf(after), remote: null });
        state.runs.noteReplaced({ path: A, before: digest(before), after: digest(after) }, time);
      });
    const old = change(10, 'a0', 'a1');
    const kept = change(20, 'a1', 'a2');
    const last = change(30, 'a2', 'a3');
    state.history.prune(15, 1);
    expect(state.runs.list(null, 50).map(({ id }) => id)).toEqual([last, kept]);
    expect(state.runs.replaced(old)).toEqual([]);
    expect(state.activity.latest(3).map(({ run: id, hasEvidence }) => [id, hasEvidence])).toEqual([
      [last, true],
      [kept, true],
      [null, false],
    ]);
    expect(texts(state, kept)).toEqual([
      [A, 'a2'],
      [B, 'b'],
    ]);
    expect(state.contents.get(digest('a1'))).toBe('a1');
    state.history.prune(100, 1);
    expect(state.runs.list(null, 50)).toEqual([]);
    expect(['a1', 'a2', 'a3', 'b'].map((text) => state.contents.get(digest(text)))).toEqual([
      undefined,
      undefined,
      'a3',
      'b',
    ]);
  });

  it('never prunes what an open conflict shows', () => {
    const state = make();
    const seen = { local: digest('mine'), remote: digest('theirs') };
    for (const text of ['mine', 'theirs']) state.contents.put(digest(text), text);
    const reason = { code: 'changed-on-both-overlap' } as const;
    state.conflicts.put({ path: A, kind: 'edit/edit', reason, since: 1, seen });
    state.history.prune(100, 0);
    expect(state.contents.get(seen.local)).toBe('mine');
    expect(state.contents.get(seen.remote)).toBe('theirs');
  });

  it('says how much history there is', () => {
    const state = make();
    expect(state.history.size()).toMatchObject({ versions: 0, texts: 0, oldest: null });
    const version = { id: digest('a'), origin: 'local', bytes: 1 } as const;
    state.contents.put(version.id, 'a');
    state.history.record({ ...version, path: A, time: 30 });
    state.history.record({ ...version, path: B, time: 20 });
    expect(state.history.size()).toMatchObject({ versions: 2, texts: 1, oldest: 20 });
    expect(state.history.size().bytes).toBeGreaterThan(0);
  });

  it('keeps when GIIP’s text was heard', () => {
    const state = make();
    state.remote.put({ path: A, wire: 'a.md', version: versionOf('a'), heardAt: 12 });
    state.remote.put({ path: B, wire: 'b.md', version: null });
    expect(state.remote.all()).toStrictEqual([
      { path: A, wire: 'a.md', version: versionOf('a'), heardAt: 12 },
      { path: B, wire: 'b.md', version: null },
    ]);
  });
});
