import type { ItemPath } from '../../shared/model/item.ts';
import { NOTICE_KINDS, type NoticeKind } from '../../shared/model/notice.ts';
import { FIRST_ID } from '../../shared/model/stored-connection.ts';
import { connectionOfKey, type Matter, type Matters } from './matters.ts';

/** What has been said: kept over restarts. */
export interface NoticeMemory {
  /** Keys of matters that are known to the person, as long as they last. */
  readonly known: readonly string[];
  /** Trouble was told, so its end is worth a word. */
  readonly troubled: boolean;
  /** Epoch milliseconds of the notifications of the last hour. */
  readonly sent: readonly number[];
}

export const NOTHING_SAID: NoticeMemory = { known: [], troubled: false, sent: [] };

/** One notification: all new matters of a kind in one connection together. */
export interface Notice {
  readonly kind: NoticeKind;
  /** Good news is of all of them: then it is the first one's. */
  readonly connection: string;
  readonly amount: number;
  /** The first ones. */
  readonly paths: readonly ItemPath[];
}

export interface NoticeRules {
  readonly now: number;
  /** The person wants to hear of this kind. */
  readonly allows: (kind: NoticeKind) => boolean;
  /** A window that the person works in shows it already. */
  readonly isShown: (kind: NoticeKind, connection: string) => boolean;
}

export interface Judgement {
  readonly memory: NoticeMemory;
  readonly notices: readonly Notice[];
  /** Names of those of which nothing is left: what still stands on the screen about them is out of date. */
  readonly over: readonly string[];
  /** Epoch milliseconds at which more may be said, when something had to wait. */
  readonly again: number | null;
}

/** What a notification is known by: another one of its name takes its place. */
export function noticeName(kind: NoticeKind, connection: string): string {
  return connection === FIRST_ID ? kind : `${connection}: ${kind}`;
}

const HOUR_MS = 60 * 60_000;
const MOST_PER_HOUR = 4;
const PATHS_NAMED = 3;

/** What is to be said now: each matter once, and no more than a few an hour. */
export function judgeNotices(before: NoticeMemory, matters: Matters, rules: NoticeRules): Judgement {
  const sent = before.sent.filter((at) => at <= rules.now && rules.now - at < HOUR_MS);
  const known = new Set(stillKnown(before.known, matters));
  const notices: Notice[] = [];
  let isWaiting = false;
  for (const { kind, connection, fresh } of newMatters(matters, known)) {
    const isSilent = !rules.allows(kind) || rules.isShown(kind, connection);
    if (!isSilent && sent.length === MOST_PER_HOUR) isWaiting = true;
    else for (const { key } of fresh) known.add(key);
    if (isSilent || isWaiting) continue;
    notices.push(noticeOf(kind, connection, fresh));
    sent.push(rules.now);
  }
  const troubled = before.troubled || notices.length > 0;
  const end = wellNotice(troubled && matters.isWell, sent, rules);
  if (end.notice) sent.push(rules.now);
  return {
    memory: { known: [...known], troubled: troubled && !end.isTold, sent },
    notices: end.notice ? [...notices, end.notice] : notices,
    over: overNow(matters),
    again: isWaiting && sent[0] !== undefined ? sent[0] + HOUR_MS : null,
  };
}

/** A matter that has ended may come back as news. Nothing is forgotten while nobody knows what is there. */
function stillKnown(known: readonly string[], { list, unknown }: Matters): readonly string[] {
  const present = new Set(list.map(({ key }) => key));
  return known.filter((key) => present.has(key) || unknown.includes(connectionOfKey(key)));
}

interface NewMatters {
  readonly kind: NoticeKind;
  readonly connection: string;
  readonly fresh: readonly Matter[];
}

function newMatters({ list }: Matters, known: ReadonlySet<string>): readonly NewMatters[] {
  const fresh = list.filter(({ key }) => !known.has(key));
  const connections = [...new Set(fresh.map(({ connection }) => connection))];
  return NOTICE_KINDS.flatMap((kind) =>
    connections.map((connection) => ({
      kind,
      connection,
      fresh: fresh.filter((matter) => matter.kind === kind && matter.connection === connection),
    })),
  ).filter((group) => group.fresh.length > 0);
}

function noticeOf(kind: NoticeKind, connection: string, matters: readonly Matter[]): Notice {
  return {
    kind,
    connection,
    amount: matters.reduce((sum, { amount }) => sum + amount, 0),
    paths: matters.flatMap(({ path }) => path ?? []).slice(0, PATHS_NAMED),
  };
}

/** Good news is not worth waiting for: where the hour's share is used up it is left out. */
function wellNotice(isWell: boolean, sent: readonly number[], { allows, isShown }: NoticeRules) {
  const isTold = isWell;
  const isSaid = isWell && allows('well') && !isShown('well', FIRST_ID) && sent.length < MOST_PER_HOUR;
  return { isTold, notice: isSaid ? noticeOf('well', FIRST_ID, []) : null };
}

function overNow({ list, complete, unknown }: Matters): readonly string[] {
  const isLeft = (kind: NoticeKind, connection: string): boolean =>
    list.some((matter) => matter.kind === kind && matter.connection === connection);
  const ended = NOTICE_KINDS.filter((kind) => kind !== 'well').flatMap((kind) =>
    complete.filter((one) => !isLeft(kind, one)).map((one) => noticeName(kind, one)),
  );
  // Good news is over as soon as there is other news.
  const isWellOver = unknown.length === 0 && list.length > 0;
  return isWellOver ? [...ended, noticeName('well', FIRST_ID)] : ended;
}
