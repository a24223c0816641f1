import type { ActivityKind } from '../../../shared/model/change.ts';
import type { RunKind } from '../../../shared/model/history.ts';
import { countText } from '../../count-text.ts';
import type { RunText } from '../en/run-text.ts';

const { files, items, number } = countText;

type Words = (amount: number) => string;

const BY_SYNC: Readonly<Record<ActivityKind, Words>> = {
  problem: (amount) => `문제 ${number(amount)}건`,
  pulled: (amount) => `GIIP의 변경 ${files(amount)}`,
  pushed: (amount) => `내 변경 ${files(amount)}`,
  merged: (amount) => `${files(amount)} 병합`,
  conflict: (amount) => `새 충돌 ${number(amount)}건`,
  held: (amount) => `${items(amount)} 보류`,
  restored: (amount) => `${files(amount)} 복원`,
  resolved: (amount) => `충돌 ${number(amount)}건 해결`,
  'conflict-ended': (amount) => `충돌 ${number(amount)}건 끝남`,
  rejected: (amount) => `${files(amount)} 동기화 안 됨`,
  'self-check': (amount) => `점검 결과 ${number(amount)}건`,
};

const BY_PERSON: Readonly<Record<Exclude<RunKind, 'sync'>, Words>> = {
  decision: (amount) => `충돌 ${number(amount)}건을 해결함`,
  restore: (amount) => `${files(amount)}를 복원함`,
  undo: (amount) => `${files(amount)}의 변경을 실행 취소함`,
};

/** A step of the time line, in Korean. */
export const runText: RunText = {
  bySync: (kind, amount) => BY_SYNC[kind](amount),
  byPerson: (kind, amount) => BY_PERSON[kind](amount),
  join: (parts) => parts.join(', '),
  nothing: '바뀐 것 없음',
};
