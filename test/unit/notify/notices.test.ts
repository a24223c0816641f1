import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { NOTHING_SAID } from '../../../electron/notify/judge-notices.ts';
import { noticeFile } from '../../../electron/notify/notice-file.ts';
import { createNotices } from '../../../electron/notify/notices.ts';
import { noticeText } from '../../../electron/shell/notice-text.ts';
import { LANGUAGES } from '../../../shared/language.ts';
import { NOTICE_KINDS } from '../../../shared/model/notice.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../shared/model/settings.ts';
import { snapshot as calm } from '../shell/snapshot.ts';
import { manualClock, settle } from '../sync/manual-clock.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'openclaw-notices-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function started(settings: Partial<Settings> = {}) {
  const clock = manualClock();
  const did: string[] = [];
  const notices = createNotices({
    clock,
    keeper: noticeFile(join(folder, 'state/notices.json')),
    settings: async () => ({ ...DEFAULT_SETTINGS, ...settings }),
    isShown: () => false,
    show: ({ kind, amount }) => did.push(`${kind} ${amount}`),
    withdraw: (kind) => did.push(`without ${kind}`),
  });
  const passes = async (ms: number): Promise<readonly string[]> => {
    clock.advance(ms);
    await settle();
    return did.splice(0).filter((word) => !word.startsWith('without'));
  };
  return { clock, did, notices, passes };
}

const held = (...paths: readonly string[]) =>
  calm({ state: 'held', held: paths.map((path) => ({ path, reason: { code: 'x' } })) as never });

test('what comes within a moment is one notification', async () => {
  const { notices, passes } = started();
  notices.follow(held('docs/a.md'));
  notices.follow(held('docs/a.md', 'docs/b.md'));
  expect(await passes(1_000)).toEqual([]);
  notices.follow(held('docs/a.md', 'docs/b.md', 'docs/c.md'));
  expect(await passes(1_000)).toEqual(['held 3']);
});

test('the next start knows what was said', async () => {
  const before = started();
  before.notices.follow(held('docs/a.md'));
  expect(await before.passes(2_000)).toEqual(['held 1']);
  expect(statSync(join(folder, 'state/notices.json')).mode & 0o777).toBe(0o600);
  const after = started();
  after.notices.follow(held('docs/a.md'));
  expect(await after.passes(2_000)).toEqual([]);
});

test('what had to wait is told when the hour allows it, without anything happening', async () => {
  const { notices, passes } = started();
  const paths: string[] = [];
  const told: string[] = [];
  for (const name of ['a', 'b', 'c', 'd', 'e']) {
    paths.push(`docs/${name}.md`);
    notices.follow(held(...paths));
    told.push(...(await passes(60_000)));
  }
  expect(told).toEqual(['held 1', 'held 1', 'held 1', 'held 1']);
  expect(await passes(60 * 60_000)).toEqual(['held 1']);
});

test('a rehearsal and a program that is not set up say nothing', async () => {
  const { notices, passes } = started();
  notices.follow({ ...held('docs/a.md'), rehearsal: true });
  expect(await passes(2_000)).toEqual([]);
  notices.follow({ ...held('docs/a.md'), connection: null });
  expect(await passes(2_000)).toEqual([]);
});

test.each([{ notifications: false }, { notifyHeld: false }])('with %j it stays silent', async (settings) => {
  const { notices, passes } = started(settings);
  notices.follow(held('docs/a.md'));
  expect(await passes(2_000)).toEqual([]);
});

test('a file that is none of ours is nothing said', () => {
  const file = join(folder, 'notices.json');
  for (const text of ['', '{', '[]', '{"known":"x"}']) {
    writeFileSync(file, text);
    expect(noticeFile(file).load()).toEqual(NOTHING_SAID);
  }
  noticeFile(file).save({ known: ['held docs/a.md'], troubled: true, sent: [1] });
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({
    known: ['held docs/a.md'],
    troubled: true,
    sent: [1],
  });
});

test.each(LANGUAGES)('every kind has words in %s', (language) => {
  for (const kind of NOTICE_KINDS) {
    const { title, body } = noticeText(
      { kind, connection: 'first', amount: 5, paths: ['docs/a.md'] },
      language,
    );
    expect(title.length).toBeGreaterThan(2);
    expect(body.includes('docs/a.md')).toBe(kind === 'conflict' || kind === 'held');
  }
});

test('names come first, then how many more, then what it means', () => {
  const paths = ['docs/a.md', 'docs/b.md', 'docs/c.md'];
  expect(noticeText({ kind: 'conflict', connection: 'first', amount: 5, paths }, 'en')).toEqual({
    title: '5 conflicts to resolve',
    body: 'docs/a.md\ndocs/b.md\ndocs/c.md\nand 2 more\nBoth versions are kept as they are.',
  });
  expect(noticeText({ kind: 'held', connection: 'first', amount: 500, paths: [] }, 'en')).toEqual({
    title: '500 items wait for you',
    body: 'Nothing happens to them until you have looked.',
  });
});
