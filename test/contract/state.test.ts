import { describe, expect, it } from 'vitest';
import type { ConflictSummary } from '../../shared/model/conflict.ts';
import { digest, STATE_MAKERS, versionOf } from './state-makers.ts';

const AWKWARD_TEXTS = [
  '',
  'plain',
  '\uFEFFwith a mark\r\nand two\nkinds of line ends',
  'a NUL \0 in the middle',
  '🦄 ünï한국어',
  'long and easy to press '.repeat(500),
];

describe.each(STATE_MAKERS)('sync state %s', (_name, make) => {
  describe('keyed records', () => {
    it('answers undefined and nothing while it is empty', () => {
      const state = make();
      expect(state.base.get('docs/a.md')).toBeUndefined();
      expect(state.base.all()).toEqual([]);
    });

    it('gives back a base entry with both sides', () => {
      const state = make();
      const entry = { path: 'docs/a.md', local: versionOf('mine'), remote: versionOf('theirs') };
      state.base.put(entry);
      expect(state.base.get('docs/a.md')).toEqual(entry);
    });

    it('keeps a tombstone apart from no entry', () => {
      const state = make();
      state.base.put({ path: 'docs/gone.md', local: null, remote: versionOf('x') });
      state.base.put({ path: 'docs/absent.md', local: versionOf('x'), remote: null });
      expect(state.base.get('docs/gone.md')?.local).toBeNull();
      expect(state.base.get('docs/absent.md')?.remote).toBeNull();
    });

    it('replaces what has the same path', () => {
      const state = make();
      state.base.put({ path: 'docs/a.md', local: versionOf('1'), remote: versionOf('1') });
      state.base.put({ path: 'docs/a.md', local: null, remote: versionOf('2') });
      expect(state.base.all()).toEqual([{ path: 'docs/a.md', local: null, remote: versionOf('2') }]);
    });

    it('deletes one and leaves the others; deleting nothing is fine', () => {
      const state = make();
      state.approvals.put({ path: 'a' });
      state.approvals.put({ path: 'b' });
      state.approvals.delete('a');
      state.approvals.delete('never there');
      expect(state.approvals.all()).toEqual([{ path: 'b' }]);
    });

    it('clears one table only', () => {
      const state = make();
      state.approvals.put({ path: 'a' });
      state.remote.put({ path: 'docs/a.md', wire: 'a.md', version: null });
      state.approvals.clear();
      expect(state.approvals.all()).toEqual([]);
      expect(state.remote.all()).toHaveLength(1);
    });

    it('lists in the order of JavaScript strings, whatever came first', () => {
      const paths = [
        'docs/b',
        'docs/a',
        'docs/\uFFFD',
        'docs/🦄',
        'Docs/z',
        'docs/ä',
        'docs/a/b',
        'docs/a.md',
      ];
      const state = make();
      for (const path of paths) {
        state.approvals.put({ path });
      }
      expect(state.approvals.all().map(({ path }) => path)).toEqual([...paths].sort());
    });

    it('tells keys apart that differ only by case, Unicode form, quotes or a NUL', () => {
      const paths = ['a', 'A', 'é', 'e\u0301', "o'b", 'o"b', 'x\0y', 'x\0z', 'x', 'docs/a\nid', '%_'];
      const state = make();
      for (const path of paths) {
        state.approvals.put({ path });
      }
      expect(state.approvals.all()).toHaveLength(paths.length);
      expect(state.approvals.get('x\0y')).toEqual({ path: 'x\0y' });
    });

    it('keeps remote entries, seen and gone', () => {
      const state = make();
      const seen = { path: 'docs/a.md', wire: 'A.md', version: versionOf('a') };
      const gone = { path: 'docs/b.md', wire: 'b.md', version: null };
      state.remote.put(gone);
      state.remote.put(seen);
      expect(state.remote.all()).toEqual([seen, gone]);
    });

    it('keeps scans', () => {
      const state = make();
      const scan = { path: 'docs/a.md', fingerprint: '12:34:56:78', version: versionOf('a') };
      state.scans.put(scan);
      expect(state.scans.get('docs/a.md')).toEqual(scan);
    });

    it('keeps conflicts with and without a detail', () => {
      const state = make();
      const plain = conflict('docs/a.md', { code: 'changed-on-both-overlap' });
      const detailed = {
        ...conflict('docs/b.md', { code: 'merge-result-unusable', detail: 'empty' }),
        seen: { local: null, remote: versionOf('b').id },
      };
      state.conflicts.put(plain);
      state.conflicts.put(detailed);
      expect(state.conflicts.all()).toStrictEqual([plain, detailed]);
    });

    it('keeps several intents of one item', () => {
      const state = make();
      const intents = ['one', 'two'].map((text) => intent('docs/a.md', text));
      for (const entry of intents) {
        state.intents.put(entry);
      }
      expect(new Set(state.intents.all())).toEqual(new Set(intents));
    });

    it('keeps refusals with everything the error said', () => {
      const state = make();
      const short = { path: 'docs/a.md', id: digest('a'), error: { code: 'parameter-refused' } as const };
      const full = {
        path: 'docs/b.md',
        id: digest('b'),
        error: { code: 'server-rate-limited', detail: 'slow down', retryAfterMs: 5000 } as const,
      };
      state.refusals.put(short);
      state.refusals.put(full);
      expect(state.refusals.all()).toStrictEqual([short, full]);
    });
  });

  describe('contents', () => {
    it.each(AWKWARD_TEXTS.map((text) => [text]))('gives back the exact text %j', (text) => {
      const state = make();
      state.contents.put(digest(text), text);
      expect(state.contents.get(digest(text))).toBe(text);
    });

    it('does not know what was never put', () => {
      expect(make().contents.get(digest('never'))).toBeUndefined();
    });

    it('takes the same text twice', () => {
      const state = make();
      state.contents.put(digest('a'), 'a');
      state.contents.put(digest('a'), 'a');
      expect(state.contents.get(digest('a'))).toBe('a');
    });
  });

  describe('history', () => {
    it('lists newest first, by path and over all', () => {
      const state = make();
      record(state, 'docs/a.md', 'one', 10);
      record(state, 'docs/b.md', 'two', 20);
      record(state, 'docs/a.md', 'three', 30);
      expect(state.history.list('docs/a.md').map(({ time }) => time)).toEqual([30, 10]);
      expect(state.history.list().map(({ time }) => time)).toEqual([30, 20, 10]);
      expect(state.history.list('docs/none.md')).toEqual([]);
    });

    it('keeps the order of recording when the clock jumps back', () => {
      const state = make();
      record(state, 'docs/a.md', 'first', 1000);
      record(state, 'docs/a.md', 'second', 5);
      expect(state.history.list('docs/a.md').map(({ time }) => time)).toEqual([5, 1000]);
    });

    it('says all about a version and leads to its content', () => {
      const state = make();
      record(state, 'docs/a.md', 'one', 10, 'merged');
      const [version] = state.history.list();
      const expected = { path: 'docs/a.md', time: 10, origin: 'merged', bytes: 3 };
      expect(version).toStrictEqual({ id: expect.any(String), ...expected });
      expect(state.history.content(version?.id ?? '')).toEqual({ path: 'docs/a.md', id: digest('one') });
    });

    it('does not record the newest version of a path again, but an older one it does', () => {
      const state = make();
      for (const text of ['one', 'one', 'two', 'one']) {
        record(state, 'docs/a.md', text, 10);
      }
      record(state, 'docs/b.md', 'one', 10);
      expect(state.history.list('docs/a.md')).toHaveLength(3);
      expect(state.history.list('docs/b.md')).toHaveLength(1);
    });

    it.each(['', '0', '-1', '1.5', 'x', '1 OR 1=1', '999999', '01', '1e0'])('has no version %j', (id) => {
      const state = make();
      record(state, 'docs/a.md', 'one', 10);
      expect(state.history.content(id)).toBeUndefined();
    });

    it('prunes what is both old and beyond the newest of its path', () => {
      const state = make();
      for (const time of [1, 2, 3, 100, 101]) {
        record(state, 'docs/a.md', `v${time}`, time);
      }
      record(state, 'docs/b.md', 'only', 1);
      state.history.prune(50, 3);
      expect(state.history.list('docs/a.md').map(({ time }) => time)).toEqual([101, 100, 3]);
      expect(state.history.list('docs/b.md')).toHaveLength(1);
    });

    it('never prunes what is newer than the limit, however many there are', () => {
      const state = make();
      for (const time of [10, 11, 12, 13]) {
        record(state, 'docs/a.md', `v${time}`, time);
      }
      state.history.prune(10, 1);
      expect(state.history.list()).toHaveLength(4);
    });

    it('never uses an id twice, even after pruning everything', () => {
      const state = make();
      record(state, 'docs/a.md', 'one', 1);
      const before = state.history.list()[0]?.id;
      state.history.prune(50, 0);
      record(state, 'docs/a.md', 'two', 2);
      expect(state.history.list()).toHaveLength(1);
      expect(Number(state.history.list()[0]?.id)).toBeGreaterThan(Number(before));
    });

    it('sweeps texts that nothing speaks of, and no other', () => {
      const state = make();
      const texts = ['base mine', 'base theirs', 'remote', 'intent', 'history', 'scan', 'nobody'];
      for (const text of texts) {
        state.contents.put(digest(text), text);
      }
      state.base.put({ path: 'docs/a.md', local: versionOf('base mine'), remote: versionOf('base theirs') });
      state.base.put({ path: 'docs/b.md', local: null, remote: null });
      state.remote.put({ path: 'docs/a.md', wire: 'a.md', version: versionOf('remote') });
      state.remote.put({ path: 'docs/b.md', wire: 'b.md', version: null });
      state.intents.put(intent('docs/a.md', 'intent'));
      state.scans.put({ path: 'docs/a.md', fingerprint: 'f', version: versionOf('scan') });
      record(state, 'docs/a.md', 'history', 1);
      state.history.prune(50, 1);
      const kept = texts.filter((text) => state.contents.get(digest(text)) !== undefined);
      expect(kept).toEqual(['base mine', 'base theirs', 'remote', 'intent', 'history']);
    });

    it('sweeps the texts of versions that it prunes', () => {
      const state = make();
      for (const text of ['old', 'new']) {
        state.contents.put(digest(text), text);
        record(state, 'docs/a.md', text, 1);
      }
      state.history.prune(50, 1);
      expect(state.contents.get(digest('old'))).toBeUndefined();
      expect(state.contents.get(digest('new'))).toBe('new');
    });
  });

  describe('activity', () => {
    it('lists newest first with growing ids, no more than asked for', () => {
      const state = make();
      for (const time of [1, 2, 3]) {
        state.activity.add({ time, kind: 'pulled', path: 'docs/a.md', reason: null });
      }
      const latest = state.activity.latest(2);
      expect(latest.map(({ time }) => time)).toEqual([3, 2]);
      expect(latest[0]?.id).toBeGreaterThan(latest[1]?.id ?? Number.POSITIVE_INFINITY);
      expect(state.activity.latest(0)).toEqual([]);
    });

    it('keeps every field', () => {
      const state = make();
      const entry = {
        time: 5,
        kind: 'problem',
        path: null,
        reason: { code: 'unreadable-here', detail: 'locked' },
        code: 'disk-full',
      } as const;
      state.activity.add(entry);
      expect(state.activity.latest(1)[0]).toStrictEqual({
        id: expect.any(Number),
        ...entry,
        run: null,
        hasEvidence: false,
      });
    });

    it('forgets all but the newest 20,000', () => {
      const state = make();
      state.transaction(() => {
        for (let time = 0; time < 20_003; time += 1) {
          state.activity.add({ time, kind: 'pulled', path: null, reason: null });
        }
      });
      const all = state.activity.latest(50_000);
      expect(all).toHaveLength(20_000);
      expect(all.at(-1)?.time).toBe(3);
    });
  });

  describe('facts', () => {
    it('keeps each kind of fact', () => {
      const state = make();
      const identity = { realPath: '/home/a/.openclaw \0 odd', device: '1', inode: '18446744073709551615' };
      state.facts.set('identity', identity);
      state.facts.set('pushProved', ['doc']);
      state.facts.set('pushUnsafe', false);
      state.facts.set('lastSuccess', 0);
      state.facts.set('seenHashes', { config: [], doc: ['a', 'b'] });
      expect(state.facts.get('identity')).toEqual(identity);
      expect(state.facts.get('pushProved')).toEqual(['doc']);
      expect(state.facts.get('pushUnsafe')).toBe(false);
      expect(state.facts.get('lastSuccess')).toBe(0);
      expect(state.facts.get('seenHashes')).toEqual({ config: [], doc: ['a', 'b'] });
    });

    it('answers undefined for what was never set or was cleared', () => {
      const state = make();
      state.facts.set('running', true);
      state.facts.clear('running');
      expect(state.facts.get('running')).toBeUndefined();
      expect(state.facts.get('cursor')).toBeUndefined();
    });
  });

  describe('transactions', () => {
    it('answers what the work answers', () => {
      expect(make().transaction(() => 42)).toBe(42);
    });

    it('shows its own changes while it runs', () => {
      const state = make();
      state.transaction(() => {
        state.approvals.put({ path: 'a' });
        expect(state.approvals.get('a')).toEqual({ path: 'a' });
      });
    });

    it('takes everything back when the work throws, and throws the same error', () => {
      const state = make();
      const mine = new Error('mine');
      touchEverything(state, 'before');
      const before = snapshot(state);
      expect(() =>
        state.transaction(() => {
          touchEverything(state, 'inside');
          state.base.clear();
          state.facts.clear('lastSuccess');
          state.history.prune(Number.MAX_SAFE_INTEGER, 0);
          throw mine;
        }),
      ).toThrow(mine);
      expect(snapshot(state)).toEqual(before);
    });

    it('joins the outer one: what an inner one did goes when the outer one fails', () => {
      const state = make();
      expect(() =>
        state.transaction(() => {
          state.transaction(() => state.approvals.put({ path: 'inner' }));
          throw new Error('outer');
        }),
      ).toThrow('outer');
      expect(state.approvals.all()).toEqual([]);
    });

    it('is lost as a whole when an inner one fails, even if somebody catches that', () => {
      const state = make();
      expect(() =>
        state.transaction(() => {
          state.approvals.put({ path: 'outer' });
          expect(() => state.transaction(() => fails(state))).toThrow('inner');
        }),
      ).toThrow('inner');
      expect(state.approvals.all()).toEqual([]);
    });

    it('works again after a failed one', () => {
      const state = make();
      expect(() => state.transaction(() => fails(state))).toThrow('inner');
      state.transaction(() => state.approvals.put({ path: 'later' }));
      expect(state.approvals.all()).toEqual([{ path: 'later' }]);
    });

    it('refuses asynchronous work', () => {
      const state = make();
      expect(() => state.transaction(async () => state.approvals.put({ path: 'a' }))).toThrow(TypeError);
      expect(state.approvals.all()).toEqual([]);
    });
  });
});

type State = ReturnType<(typeof STATE_MAKERS)[number][1]>;

function fails(state: State): never {
  state.approvals.put({ path: 'inner' });
  throw new Error('inner');
}

function conflict(path: string, reason: ConflictSummary['reason']): ConflictSummary {
  return {
    path,
    kind: 'edit/edit',
    reason,
    since: 1_700_000_000_000,
    seen: { local: versionOf('a').id, remote: null },
  };
}

function intent(item: string, text: string) {
  const version = versionOf(text);
  return { path: `${item}\n${version.id}`, item, version, time: 1_700_000_000_000, acknowledged: 0 };
}

function record(
  state: State,
  path: string,
  text: string,
  time: number,
  origin: 'local' | 'merged' = 'local',
) {
  state.history.record({ path, id: digest(text), origin, time, bytes: text.length });
}

function touchEverything(state: State, text: string): void {
  const path = `docs/${text}.md`;
  state.base.put({ path, local: versionOf(text), remote: null });
  state.base.put({ path: 'docs/same.md', local: versionOf(text), remote: null });
  state.contents.put(digest(text), text);
  record(state, path, text, 1);
  state.activity.add({ time: 1, kind: 'pulled', path, reason: null });
  state.facts.set('lastSuccess', text.length);
}

function snapshot(state: State) {
  return {
    base: state.base.all(),
    texts: ['before', 'inside'].map((text) => state.contents.get(digest(text))),
    history: state.history.list(),
    activity: state.activity.latest(100),
    fact: state.facts.get('lastSuccess'),
  };
}
