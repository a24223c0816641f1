import { countText } from '../../count-text.ts';
import { timeText } from '../../time-text.ts';
import type { ConflictText } from '../en/conflict-text.ts';
import { decisionText } from './decision-text.ts';

const { files, items, number } = countText;

const open = (amount: number, what: 'change' | 'key'): string =>
  what === 'key' ? `키 ${number(amount)}개` : `변경 ${number(amount)}곳`;

/** The words of the conflict window, in Korean. */
export const conflictText: ConflictText = {
  ...decisionText,
  calm: '확인하실 것이 없습니다.',
  calmMore: '충돌과 결정을 기다리는 항목이 여기에 표시됩니다.',
  loading: '두 버전을 불러오는 중…',
  saving: '저장하는 중…',
  list: '확인이 필요한 항목',
  filter: '이름으로 찾기',
  noMatch: '이 글자가 들어 있는 이름이 없습니다.',
  select: (path) => `${path} 선택`,
  selectAll: {
    conflict: '모든 충돌 선택',
    held: '보류된 항목 모두 선택',
    gone: 'GIIP에 더 이상 없는 항목 모두 선택',
  },
  groups: {
    conflict: '충돌',
    held: '확인을 위해 보류됨',
    gone: 'GIIP에 더 이상 없음',
    rejected: '동기화할 수 없음',
  },
  rejectedBody: '이 항목은 양쪽 모두 그대로 둡니다. 원인이 사라지면 바로 동기화됩니다.',
  selected: (amount) => `${files(amount)} 선택됨`,
  selectedBody: '모두에 같은 결정을 적용합니다. 한 번 더 묻고, 실행 취소할 수 있습니다.',
  clear: '선택 해제',
  here: '이 컴퓨터',
  giip: 'GIIP',
  result: '결과',
  resultText: '결과, 텍스트',
  ancestor: '양쪽이 시작한 버전',
  showAncestor: '양쪽이 시작한 버전 보기',
  hideAncestor: '양쪽이 시작한 버전 숨기기',
  useMine: '내 것 사용',
  useGiip: 'GIIP 것 사용',
  keepBoth: '둘 다 보관',
  save: '결과 저장',
  repair: '여기 내용으로 복구',
  next: '다음 충돌',
  previous: '이전 충돌',
  why: '이유 보기',
  keyboard: '키보드',
  nextChange: '다음 변경',
  previousChange: '이전 변경',
  undoEdit: '편집 취소',
  redoEdit: '편집 다시 실행',
  asText: '텍스트로 편집',
  you: (time, now) => `나, ${timeText.age(time, now)}`,
  heard: (time, now) => `GIIP, ${timeText.clockOrDay(time, now)}에 받음`,
  absentHere: ({ kind }) => (kind === 'delete/edit' ? '이 컴퓨터에서 삭제됨' : '이 컴퓨터에 없음'),
  absentGiip: 'GIIP에 없음',
  mineHint: ({ local, remote }) => {
    if (local === null)
      return '파일은 여기서 삭제된 상태로 남습니다. GIIP에는 삭제 기능이 없어 그쪽 사본은 그대로입니다.';
    return remote === null
      ? '내 버전을 GIIP로 보냅니다.'
      : '내 버전을 GIIP로 보냅니다. GIIP 버전은 기록에 남습니다.';
  },
  giipHint: ({ local, remote }) => {
    if (remote === null) return '파일을 여기서 제거합니다. 내 버전은 기록에 남습니다.';
    return local === null
      ? 'GIIP 버전을 이 컴퓨터에 다시 놓습니다.'
      : 'GIIP 버전이 여기 파일을 대신합니다. 내 버전은 기록에 남습니다.';
  },
  bothHint: 'GIIP 버전이 양쪽에서 내 파일 옆의 두 번째 파일이 됩니다.',
  bothImpossible: '보관할 버전이 하나뿐입니다.',
  hunkLabel: (at, total) => `변경 ${number(total)}곳 중 ${number(at)}번째`,
  hunkState: (state, kind) => {
    switch (state) {
      case 'open':
        return '아직 결정하지 않음: 하나를 고르거나 여기에 입력하세요';
      case 'mine':
        return '내 것 선택';
      case 'server':
        return 'GIIP 것 선택';
      case 'both':
        return '둘 다 선택: 내 것 다음에 GIIP 것';
      case 'typed':
        return '직접 입력';
      default:
        if (kind === 'same') return '나와 GIIP가 똑같이 바꿈';
        return kind === 'server' ? 'GIIP만 바꿈: 반영됨' : '나만 바꿈: 반영됨';
    }
  },
  take: { mine: '내 것 선택', server: 'GIIP 것 선택', both: '둘 다 선택' },
  toDecide: (amount, what) => (amount === 0 ? '모두 결정됨' : `결정할 ${open(amount, what)}`),
  toDecideOne: '결정 필요',
  provisional: '결정하기 전까지는 이 컴퓨터의 값이 표시됩니다.',
  blockUndecided: (amount, what) => `먼저 ${open(amount, what)}을(를) 결정하세요.`,
  blockNotJson: '결과가 올바른 JSON이 아니어서 저장할 수 없습니다.',
  blockConfirm: '먼저 결과를 읽고 확인란을 선택하세요.',
  confirmCause: {
    'too-different':
      '두 내용이 너무 많은 곳에서 달라 조각별로 병합할 수 없습니다. 아래는 내 버전입니다. 원하는 대로 편집하세요.',
    'one-side': '병합하지 않았습니다. 아래는 온전한 버전입니다. 원하는 대로 편집하세요.',
    'not-comparable': '한쪽이 올바른 JSON이 아니어서 키를 비교할 수 없습니다. 결과를 텍스트로 편집하세요.',
    undecided: '편집을 시작할 때 결정하지 않은 곳이 있었습니다. 나머지는 여기에 보이는 그대로입니다.',
  },
  confirm: '결과를 읽었습니다. 양쪽 모두 이 내용이어야 합니다',
  saveHint: '결과가 양쪽에 저장됩니다.',
  keyTable: '서로 다른 키',
  keyColumn: '다른 점',
  choiceColumn: '선택',
  keyMine: '내 것',
  keyGiip: 'GIIP 것',
  keyOther: '다른 값',
  keyNone: '없음',
  keyAuto: {
    mine: '나만 바꿈: 반영됨',
    server: 'GIIP만 바꿈: 반영됨',
    same: '양쪽이 똑같이 바꿈',
  },
  valueProblem: {
    'not-json': 'JSON 값이 아닙니다. 텍스트는 "INFO"처럼 따옴표 안에 쓰세요.',
    'other-type': '양쪽의 값과 종류가 다릅니다.',
  },
  ask: {
    empty: {
      title: '빈 결과를 저장할까요?',
      body: '두 버전에는 내용이 있지만 결과는 비어 있습니다. 두 버전 모두 기록에 남습니다.',
    },
    shrunk: {
      title: '훨씬 짧은 결과를 저장할까요?',
      body: '결과가 두 버전 어느 쪽보다도 절반이 안 됩니다. 두 버전 모두 기록에 남습니다.',
    },
    unused: {
      title: '결과를 사용하지 않을까요?',
      body: '결과의 일부를 결정하거나 입력하셨습니다. 그 내용이 버려집니다.',
    },
    no: '돌아가기',
  },
  askYes: (take) =>
    ({ mine: '예, 내 것 사용', server: '예, GIIP 것 사용', both: '예, 둘 다 보관', text: '저장' })[take],
  notYet: '나중에',
  goOnTitle: (amount) => `${items(amount)}를 계속 진행할까요?`,
  goOn: (amount) => `${items(amount)} 계속 진행`,
  undo: '실행 취소',
  undone: (amount) => `실행 취소했습니다. ${files(amount)}가 이전 상태입니다.`,
  failedToo: (amount) => `${files(amount)}는 해결하지 못해 목록에 남아 있습니다.`,
  files,
  ruleYes: '항상',
  ruleNo: '나중에',
  ruleAdded: '이제부터 자동으로 해결됩니다. 규칙은 설정에 표시됩니다.',
  moved: (sides, at, decided, kept) => {
    const who = { mine: '내 파일이', server: 'GIIP 버전이', both: '두 버전이 모두' }[sides];
    return `${timeText.clock(at)}에 ${who} 바뀌었습니다. ${decisionText.decisionsStill(decided, kept)}`.trim();
  },
  ended: (path) => `${path}: 이제 양쪽이 일치합니다. 결정할 것이 없습니다.`,
  lostTyped: '입력하신 내용이 더 이상 맞지 않습니다. 복사할 수 있도록 여기에 둡니다:',
  endedTyped: '작성하신 내용입니다:',
  copy: '복사',
  copied: '복사됨',
  whyTitle: '확인이 필요한 이유',
  close: '닫기',
  shortcuts: [
    ['F7 또는 Alt+↓', '다음 변경'],
    ['Shift+F7 또는 Alt+↑', '이전 변경'],
    ['Alt+1', '내 것 선택'],
    ['Alt+2', 'GIIP 것 선택'],
    ['Alt+3', '둘 다 선택'],
    ['Ctrl+Z, Ctrl+Y', '취소, 다시 실행 (결정 포함)'],
    ['Ctrl+Enter', '결과 저장'],
    ['Ctrl+PageDown', '다음 충돌'],
    ['Ctrl+PageUp', '이전 충돌'],
  ],
};
