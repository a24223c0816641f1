import type { HistoryVersion } from '../../../shared/model/change.ts';
import type { RestoreStep } from '../../../shared/model/history.ts';
import type { Outcome } from '../../../shared/model/sync-report.ts';
import { countText } from '../../count-text.ts';
import { timeText } from '../../time-text.ts';
import type { CompareText, HistoryText, WhyText } from '../en/history-text.ts';

const { files, number } = countText;

const ORIGINS: Readonly<Record<HistoryVersion['origin'], string>> = {
  local: '이 컴퓨터에서 작성',
  server: 'GIIP에서 받음',
  merged: '양쪽을 병합',
};

const OUTCOMES: Readonly<Record<Outcome, string | null>> = {
  inSync: null,
  conflicts: '충돌이 기다리고 있음',
  held: '확인을 위해 보류됨',
  unauthorized: '토큰 거부됨',
  offline: 'GIIP에 연결 안 됨',
  failed: '실패',
  usage: '실패',
  busy: '다른 작업이 진행 중이었음',
};

const CHANGES: Readonly<Record<RestoreStep['change'], (amount: number) => string>> = {
  replace: (amount) => `${files(amount)}가 이전 버전으로 바뀝니다`,
  create: (amount) => `${files(amount)}가 다시 생깁니다`,
  delete: (amount) => `${files(amount)}가 예전처럼 이 컴퓨터에서 제거됩니다`,
  unavailable: (amount) =>
    `${files(amount)}는 되돌릴 수 없습니다. 이전 내용이 더 이상 보관되어 있지 않습니다`,
};

/** The words of the history window, in Korean. */
export const historyText: HistoryText = {
  title: '기록',
  views: '기록 보기 방식',
  timeLine: '시간순',
  byFile: '파일별',
  loading: '불러오는 중…',
  older: '이전 기록 보기',
  noRuns: '아직 바뀐 것이 없습니다. 무언가를 바꾼 동기화가 여기에 표시됩니다.',
  noFiles: '보관된 이전 버전이 아직 없습니다.',
  noMatch: '이름에 이 글자가 들어 있는 파일이 없습니다.',
  filter: '파일 찾기',
  choose: '파일을 선택하면 이전 버전이 표시됩니다.',
  outcome: (outcome) => (outcome === null ? null : OUTCOMES[outcome]),
  by: { sync: '동기화', decision: '내 선택', restore: '내 요청', undo: '내 요청' },
  changes: '바뀐 내용',
  versionsOf: (path) => `버전 보기: ${path}`,
  undoRun: (kind) => (kind === 'sync' ? '이 동기화 실행 취소…' : '실행 취소…'),
  restoreTo: '폴더를 이 시점으로 복원…',
  cannotUndo: '이 컴퓨터의 파일을 바꾸지 않았으므로 여기서 되돌릴 것이 없습니다.',
  plan: {
    undoTitle: ({ kind }) => {
      if (kind === 'sync') return '이 동기화를 실행 취소할까요?';
      return kind === 'undo' ? '이 실행 취소를 되돌릴까요?' : '이 작업을 실행 취소할까요?';
    },
    restoreTitle: (time) => `폴더를 ${timeText.exact(time)} 상태로 복원할까요?`,
    note: '일반적인 변경입니다. 지금 내용은 보관되고, 다음 동기화 때 GIIP로 보내지며, 이것도 다시 실행 취소할 수 있습니다.',
    looking: '어떻게 될지 확인하는 중…',
    changes: (change, amount) => CHANGES[change](amount),
    nothing: '되돌릴 것이 없습니다. 파일이 그때와 같습니다.',
    nothingToUndo: '실행 취소할 수 있는 변경이 없습니다.',
    all: '모든 파일',
    undo: (amount) => `${files(amount)} 실행 취소`,
    restore: (amount) => (amount === 0 ? '복원할 파일을 선택하세요' : `${files(amount)} 복원`),
    working: '처리 중…',
    cancel: '취소',
  },
  done: {
    title: '처리 결과',
    put: (amount) => `${files(amount)}가 이전 상태로 돌아왔습니다. 다음 동기화 때 GIIP로 보냅니다.`,
    key: (key) => `“${key}”의 값이 이전 값으로 돌아왔습니다. 다음 동기화 때 GIIP로 보냅니다.`,
    none: '바뀐 것이 없습니다.',
    failed: (amount) => `${files(amount)}는 그대로 두었습니다:`,
    undo: '실행 취소',
    undone: (amount) =>
      `실행 취소했습니다. ${files(amount)}가 직전 상태입니다. 다음 동기화 때 GIIP로 보냅니다.`,
  },
  versions: {
    title: '버전',
    none: '이 파일의 이전 버전이 보관되어 있지 않습니다.',
    origin: (origin) => ORIGINS[origin],
    at: (time) => `${timeText.exact(time)} 버전`,
    restore: '이 버전 복원',
    same: '지금 파일과 같습니다.',
    asNow: ', 지금과 같음',
    gone: '지금 이 컴퓨터에 없는 파일입니다. 그때의 내용은 다음과 같습니다:',
    compared: '지금 파일과 비교',
  },
  keys: {
    title: '서로 다른 설정',
    key: '설정',
    before: '이 버전',
    now: '지금',
    action: '복원',
    absent: '없음',
    restore: '이 키 복원',
  },
};

/** The words of a comparison of two texts, in Korean. */
export const compareText: CompareText = {
  lines: (amount) => `${number(amount)}곳이 다릅니다.`,
  equal: '둘이 같습니다.',
  showAll: '모든 줄 보기',
};

/** The words of the panel that says why something was done, in Korean. */
export const whyText: WhyText = {
  ask: '이유 보기',
  title: (path) => `이유: ${path}`,
  decided: (time) => `${timeText.exact(time)}에 결정했습니다.`,
  here: '이 컴퓨터에서 바뀐 내용',
  giip: 'GIIP에서 바뀐 내용',
  sides: '이 컴퓨터와 GIIP',
  choose: '보기',
  from: { base: '마지막 공통 버전', local: '이 컴퓨터', remote: 'GIIP' },
  absent: {
    base: '공통 버전이 없었습니다.',
    local: '이 컴퓨터에 없었습니다.',
    remote: 'GIIP에 없었습니다.',
  },
  dropped: {
    base: '마지막 공통 버전이 더 이상 보관되어 있지 않습니다.',
    local: '이 컴퓨터의 내용이 더 이상 보관되어 있지 않습니다.',
    remote: 'GIIP의 내용이 더 이상 보관되어 있지 않습니다.',
  },
};
