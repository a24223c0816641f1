import type { ActivityKind } from '../../../shared/model/change.ts';
import type { RunKind } from '../../../shared/model/history.ts';
import { countText } from '../../count-text.ts';
import type { RunText } from '../en/run-text.ts';

const { files, items, number } = countText;

type Words = (amount: number) => string;

const BY_SYNC: Readonly<Record<ActivityKind, Words>> = {
  problem: (amount) => `問題 ${number(amount)} 件`,
  pulled: (amount) => `GIIP の変更 ${files(amount)}`,
  pushed: (amount) => `自分の変更 ${files(amount)}`,
  merged: (amount) => `${files(amount)}を統合`,
  conflict: (amount) => `新しい競合 ${number(amount)} 件`,
  held: (amount) => `${items(amount)}を保留`,
  restored: (amount) => `${files(amount)}を復元`,
  resolved: (amount) => `競合 ${number(amount)} 件を解決`,
  'conflict-ended': (amount) => `競合 ${number(amount)} 件が終了`,
  rejected: (amount) => `${files(amount)}は同期されず`,
  'self-check': (amount) => `確認の結果 ${number(amount)} 件`,
};

const BY_PERSON: Readonly<Record<Exclude<RunKind, 'sync'>, Words>> = {
  decision: (amount) => `競合 ${number(amount)} 件を解決しました`,
  restore: (amount) => `${files(amount)}を復元しました`,
  undo: (amount) => `${files(amount)}の変更を元に戻しました`,
};

/** A step of the time line, in Japanese. */
export const runText: RunText = {
  bySync: (kind, amount) => BY_SYNC[kind](amount),
  byPerson: (kind, amount) => BY_PERSON[kind](amount),
  join: (parts) => parts.join('、'),
  nothing: '変更なし',
};
