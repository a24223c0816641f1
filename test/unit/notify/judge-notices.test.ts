import { expect, test } from 'vitest';
import {
  judgeNotices,
  NOTHING_SAID,
  type Notice,
  type NoticeMemory,
} from '../../../electron/notify/judge-notices.ts';
import { mattersOf } from '../../../electron/notify/matters.ts';
import type { AppSnapshot } from '../../../shared/model/app-snapshot.ts';
import type { ConflictSummary } from '../../../shared/model/conflict.ts';
import type { NoticeKind } from '../../../shared/model/notice.ts';
import { snapshot as calm } from '../shell/snapshot.ts';

const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;
const NOW = 100 * DAY;

function conflict(path: string, since = NOW): ConflictSummary {
  return {
    path,
    since,
    kind: 'edit/edit',
    seen: { local: null, remote: null },
  } as unknown as ConflictSummary;
}
function held(...paths: readonly string[]): Partial<AppSnapshot> {
  return { state: 'held', held: paths.map((path) => ({ path, reason: { code: 'x' } })) as never };
}
const conflicts = (...list: readonly ConflictSummary[]): Partial<AppSnapshot> => ({
  state: 'conflict',
  conflicts: list,
});
const REFUSED: Partial<AppSnapshot> = { state: 'error', error: { code: 'token-refused' } };
const LATE: Partial<AppSnapshot> = { state: 'offline', failures: 3, lastSuccess: NOW - DAY };

/** One person at one computer: what is judged there after another, and what they hear of it. */
class Person {
  memory: NoticeMemory = NOTHING_SAID;
  now = NOW;
  again: number | null = null;
  over: readonly string[] = [];
  muted: readonly NoticeKind[] = [];
  looksAt: readonly NoticeKind[] = [];

  hears(change: Partial<AppSnapshot>): readonly Notice[] {
    const snapshot = calm({ lastSuccess: this.now, ...change });
    const judged = judgeNotices(this.memory, mattersOf([snapshot], this.now), {
      now: this.now,
      allows: (kind) => !this.muted.includes(kind),
      isShown: (kind) => this.looksAt.includes(kind),
    });
    this.memory = JSON.parse(JSON.stringify(judged.memory));
    this.again = judged.again;
    this.over = judged.over;
    return judged.notices;
  }

  hearsKinds(change: Partial<AppSnapshot>): readonly NoticeKind[] {
    return this.hears(change).map(({ kind }) => kind);
  }
}

test('where all is well nobody is told so', () => {
  expect(new Person().hears({})).toEqual([]);
});

test('new conflicts are one notification, and are not told again', () => {
  const person = new Person();
  const four = ['a', 'b', 'c', 'd'].map((name) => conflict(`docs/${name}.md`));
  expect(person.hears(conflicts(...four))).toEqual([
    { kind: 'conflict', connection: 'first', amount: 4, paths: ['docs/a.md', 'docs/b.md', 'docs/c.md'] },
  ]);
  person.now += DAY;
  expect(person.hears(conflicts(...four))).toEqual([]);
  expect(person.hears(conflicts(...four, conflict('docs/e.md')))).toEqual([
    { kind: 'conflict', connection: 'first', amount: 1, paths: ['docs/e.md'] },
  ]);
});

test('after a restart nothing is forgotten, and nothing is told before the folder has been looked at', () => {
  const person = new Person();
  person.hears(conflicts(conflict('docs/a.md')));
  expect(person.hears({ looked: false, lastSuccess: null })).toEqual([]);
  expect(person.hears(conflicts(conflict('docs/a.md')))).toEqual([]);
});

test('a conflict that ended and came anew is news', () => {
  const person = new Person();
  person.hears(conflicts(conflict('docs/a.md')));
  expect(person.hearsKinds({})).toEqual(['well']);
  expect(person.hearsKinds(conflicts(conflict('docs/a.md', NOW + 1)))).toEqual(['conflict']);
});

test('all well again is told once, after trouble was told', () => {
  const person = new Person();
  expect(person.hearsKinds(REFUSED)).toEqual(['token']);
  expect(person.hearsKinds({ ...REFUSED, state: 'offline', error: { code: 'server-unreachable' } })).toEqual(
    [],
  );
  expect(person.hearsKinds({ state: 'syncing' })).toEqual([]);
  expect(person.hearsKinds({})).toEqual(['well']);
  expect(person.hearsKinds({})).toEqual([]);
});

test('who resolves it in the window needs no word about it, then or later', () => {
  const person = new Person();
  person.hears(conflicts(conflict('docs/a.md')));
  person.looksAt = ['conflict', 'well'];
  expect(person.hears({})).toEqual([]);
  person.looksAt = [];
  expect(person.hears({})).toEqual([]);
});

test('what the person looks at is known to them', () => {
  const person = new Person();
  person.looksAt = ['conflict'];
  expect(person.hears(conflicts(conflict('docs/a.md')))).toEqual([]);
  person.looksAt = [];
  expect(person.hears(conflicts(conflict('docs/a.md')))).toEqual([]);
});

test('a kind that is switched off is not told, not even when it is switched on later', () => {
  const person = new Person();
  person.muted = ['held'];
  expect(person.hearsKinds({ ...held('docs/a.md'), error: { code: 'token-refused' } })).toEqual(['token']);
  person.muted = [];
  expect(person.hearsKinds({ ...held('docs/a.md'), error: { code: 'token-refused' } })).toEqual([]);
  expect(person.hearsKinds(held('docs/a.md', 'docs/b.md'))).toEqual(['held']);
});

test('four an hour, the rest together when the hour allows it', () => {
  const person = new Person();
  const open: ConflictSummary[] = [];
  const told = [1, 2, 3, 4, 5, 6].map((number) => {
    person.now += 60_000;
    open.push(conflict(`docs/${number}.md`));
    return person.hears(conflicts(...open)).length;
  });
  expect(told).toEqual([1, 1, 1, 1, 0, 0]);
  expect(person.again).toBe(NOW + 60_000 + HOUR);
  person.now = person.again ?? 0;
  expect(person.hears(conflicts(...open))).toEqual([
    { kind: 'conflict', connection: 'first', amount: 2, paths: ['docs/5.md', 'docs/6.md'] },
  ]);
  expect(person.again).toBeNull();
});

test('the most urgent comes first where little may be said', () => {
  const person = new Person();
  for (const name of ['a', 'b', 'c']) person.hears(held(`docs/${name}.md`));
  const all = {
    ...held('docs/d.md'),
    ...LATE,
    error: { code: 'token-refused' },
    conflicts: [conflict('docs/e.md')],
  } as const;
  expect(person.hearsKinds(all)).toEqual(['token']);
  person.now += 2 * HOUR;
  expect(person.hearsKinds({ ...all, lastSuccess: NOW - DAY })).toEqual(['held', 'conflict', 'stale']);
});

test('a clock that was set back does not silence anything for longer than an hour', () => {
  const person = new Person();
  for (const name of ['a', 'b', 'c', 'd']) person.hears(held(`docs/${name}.md`));
  person.now -= 10 * DAY;
  expect(person.hearsKinds(held('docs/e.md'))).toEqual(['held']);
});

test('a mass change is one matter, however many items it holds', () => {
  const person = new Person();
  const many = Array.from({ length: 500 }, (_, number) => `docs/${number}.md`);
  expect(person.hears(held(...many))).toEqual([
    { kind: 'held', connection: 'first', amount: 500, paths: [] },
  ]);
  expect(person.hears(held(...many, 'docs/more.md'))).toEqual([]);
});

test('a day without success is told once, when it is really failing', () => {
  const person = new Person();
  expect(person.hears({ ...LATE, failures: 2 })).toEqual([]);
  expect(person.hears({ ...LATE, paused: true })).toEqual([]);
  expect(person.hears({ ...LATE, lastSuccess: NOW - DAY + 1 })).toEqual([]);
  expect(person.hears({ ...LATE, lastSuccess: null })).toEqual([]);
  expect(person.hearsKinds(LATE)).toEqual(['stale']);
  person.now += DAY;
  expect(person.hearsKinds(LATE)).toEqual([]);
});

test('what is over no longer stands on the screen', () => {
  const person = new Person();
  person.hears(conflicts(conflict('docs/a.md')));
  expect(person.over).toEqual(['token', 'held', 'stale', 'well']);
  person.hears({ looked: false });
  expect(person.over).toEqual([]);
  person.hears({});
  expect(person.over).toEqual(['token', 'held', 'conflict', 'stale']);
});
