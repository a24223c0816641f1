import type { ActivityKind } from '../../../shared/model/change.ts';
import type { RunKind } from '../../../shared/model/history.ts';
import { countText } from '../../count-text.ts';
import type { RunText } from '../en/run-text.ts';

const { files, items, number } = countText;

type Words = (amount: number) => string;

const BY_SYNC: Readonly<Record<ActivityKind, Words>> = {
  problem: (amount) => `${number(amount)} 个问题`,
  pulled: (amount) => `GIIP 对 ${files(amount)}的更改`,
  pushed: (amount) => `您对 ${files(amount)}的更改`,
  merged: (amount) => `合并 ${files(amount)}`,
  conflict: (amount) => `${number(amount)} 个新冲突`,
  held: (amount) => `暂缓 ${items(amount)}`,
  restored: (amount) => `恢复 ${files(amount)}`,
  resolved: (amount) => `解决 ${number(amount)} 个冲突`,
  'conflict-ended': (amount) => `${number(amount)} 个冲突结束`,
  rejected: (amount) => `${files(amount)}未同步`,
  'self-check': (amount) => `${number(amount)} 项检查结果`,
};

const BY_PERSON: Readonly<Record<Exclude<RunKind, 'sync'>, Words>> = {
  decision: (amount) => `您解决了 ${number(amount)} 个冲突`,
  restore: (amount) => `您恢复了 ${files(amount)}`,
  undo: (amount) => `您撤消了对 ${files(amount)}的更改`,
};

/** A step of the time line, in simplified Chinese. */
export const runText: RunText = {
  bySync: (kind, amount) => BY_SYNC[kind](amount),
  byPerson: (kind, amount) => BY_PERSON[kind](amount),
  join: (parts) => parts.join('，'),
  nothing: '没有更改',
};
