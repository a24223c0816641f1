import { expect, test } from 'vitest';
import { judgeNotices, NOTHING_SAID, type NoticeMemory } from '../../../electron/notify/judge-notices.ts';
import { mattersOf } from '../../../electron/notify/matters.ts';
import { noticeText } from '../../../electron/shell/notice-text.ts';
import type { AppSnapshot } from '../../../shared/model/app-snapshot.ts';
import { snapshot } from '../shell/snapshot.ts';

const conflict = (path: string) => ({ path, since: 5, kind: 'edit/edit', seen: {} }) as never;
const of = (connectionId: string, ...paths: readonly string[]): AppSnapshot =>
  snapshot({
    connectionId,
    lastSuccess: 1,
    state: paths.length > 0 ? 'conflict' : 'inStep',
    conflicts: paths.map(conflict),
  });

function judged(memory: NoticeMemory, ...snapshots: readonly AppSnapshot[]) {
  return judgeNotices(memory, mattersOf(snapshots, 1), { now: 1, allows: () => true, isShown: () => false });
}

test('each connection is told of by itself, and what is over in one is not over in the other', () => {
  const first = judged(NOTHING_SAID, of('first', 'docs/a.md'), of('two', 'docs/a.md', 'docs/b.md'));
  expect(first.notices.map(({ kind, connection, amount }) => `${kind} ${connection} ${amount}`)).toEqual([
    'conflict first 1',
    'conflict two 2',
  ]);
  const next = judged(first.memory, of('first'), of('two', 'docs/a.md', 'docs/b.md'));
  expect(next.notices).toEqual([]);
  expect(next.over).toContain('conflict');
  expect(next.over).not.toContain('two: conflict');
  const end = judged(next.memory, of('first'), of('two'));
  expect(end.notices.map(({ kind }) => kind)).toEqual(['well']);
});

test('what is known of a connection that nobody has looked at yet is not forgotten', () => {
  const { memory } = judged(NOTHING_SAID, of('first'), of('two', 'docs/a.md'));
  const unknown = { ...of('two'), looked: false };
  const after = judged(memory, of('first'), unknown);
  expect(after.notices).toEqual([]);
  expect(judged(after.memory, of('first'), of('two', 'docs/a.md')).notices).toEqual([]);
});

test('with several the notification names the connection', () => {
  const notice = { kind: 'conflict', connection: 'two', amount: 1, paths: ['docs/a.md'] } as const;
  expect(noticeText(notice, 'en', '.openclaw · 8').body).toMatch(/^\.openclaw · 8\ndocs\/a\.md\n/);
});
