import type { ReasonCode } from '../../../shared/model/reason.ts';
import { countText } from '../../count-text.ts';
import { reasonWords } from '../../reason-words.ts';
import { timeText } from '../../time-text.ts';
import type { Text } from '../en/text.ts';

const { files, items, number } = countText;

const PHASES: { readonly [P in Parameters<Text['progress']>[0]['phase']]: string } = {
  scanning: '폴더를 확인하는 중',
  pulling: 'GIIP에 확인하는 중',
  applying: '가져오는 중',
  pushing: '보내는 중',
  verifying: 'GIIP의 내용을 확인하는 중',
};

const ACTIVITIES: { readonly [K in Parameters<Text['activityKind']>[0]]: string } = {
  pulled: '가져옴',
  pushed: '보냄',
  merged: '병합',
  conflict: '충돌',
  'conflict-ended': '충돌 끝남',
  resolved: '해결',
  restored: '복원',
  held: '보류',
  rejected: '동기화 안 됨',
  'self-check': '점검',
  problem: '문제',
};

const PLANNED: { readonly [A in Parameters<Text['planned']>[0]]: string } = {
  conflict: '선택 필요',
  held: '확인을 위해 보류됨',
  pull: '가져올 항목',
  push: '보낼 항목',
  merge: '병합할 항목',
  deletedHere: '여기서 삭제, GIIP에는 있음',
  goneOnServer: 'GIIP에 더 이상 없음',
  rejected: '동기화 안 됨',
  adopt: '이미 같음',
};

const CREDENTIALS: { readonly [C in Parameters<Text['credential']>[0]]: string } = {
  stored: '저장됨, 이 시스템이 암호화',
  'this-run-only': '종료할 때까지만 유지: 이 시스템에 저장할 키링이 없음',
  locked: '저장됨, 키링 잠금 해제를 기다리는 중',
  missing: '입력 안 됨',
  managed: '조직에서 제공',
};

function heldConsequence(code: ReasonCode, amount: number): string {
  switch (code) {
    case 'held-mass-deletion':
      return `이 컴퓨터에서 삭제된 ${items(amount)}를 의도한 것으로 받아들입니다.`;
    case 'held-mass-overwrite':
      return `이 컴퓨터의 ${files(amount)}가 GIIP의 것으로 바뀝니다. 지금 내용은 기록에 보관됩니다.`;
    case 'held-server-rollback':
      return `${items(amount)}가 GIIP의 이전 상태를 따라갑니다. 지금 내용은 기록에 보관됩니다.`;
    case 'held-emptied-after-crash':
      return `${files(amount)}를 빈 채로 보냅니다.`;
    case 'held-not-stored':
    case 'held-refused-by-giip':
      return `${items(amount)}를 한 번 더 보냅니다.`;
    default:
      return `${items(amount)}를 지금 상태 그대로 동기화합니다.`;
  }
}

/** The words of the popup, and those that several windows say, in Korean. */
export const text: Text = {
  product: 'Openclaw Sync',
  progress: ({ phase, done, total }) =>
    total > 0 ? `${PHASES[phase]} ${number(done)}/${number(total)}` : PHASES[phase],
  lastSuccess: (time, now) =>
    time === null ? '아직 동기화하지 않음' : `마지막 동기화: ${timeText.age(time, now)}`,
  activityKind: (kind) => ACTIVITIES[kind],
  planned: (action) => PLANNED[action],
  credential: (state) => CREDENTIALS[state],
  andMore: (amount) => `외 ${number(amount)}개`,
  nextTry: (time, now) => `다음 시도: ${timeText.countdown(time, now)}`,
  found: (time, now) => `${timeText.age(time, now)} 발견`,
  comma: ', ',
  gap: ' ',
  sentence: (words) => `${words}.`,
  details: (detail) => `자세히: ${detail}`,
  dismiss: '닫기',
  more: '더 보기',
  stop: '중지',
  stopping: '중지하는 중…',
  syncNow: '지금 동기화',
  openFolder: '폴더 열기',
  settings: '설정',
  preview: '지금 동기화하면 어떻게 되나요?',
  history: '기록…',
  undoLast: '마지막 동기화 실행 취소…',
  quit: '종료',
  resume: '다시 시작',
  resolve: '해결',
  pauseFor: {
    hour: '1시간 동안 일시 중지',
    tomorrow: '내일까지 일시 중지',
    resumed: '다시 시작할 때까지 일시 중지',
  },
  paused: (until, now) =>
    until === null ? '다시 시작할 때까지 일시 중지됨' : `${timeText.until(until, now)}까지 일시 중지됨`,
  pausedBody: '그동안 가져오거나 보내지 않습니다. 편집하신 내용은 여기서 기다립니다.',
  calm: '아직 전송한 것이 없습니다. 어느 쪽이든 바뀌면 여기에 표시됩니다.',
  lists: {
    pending: '대기 중인 변경',
    conflicts: '충돌',
    activity: '최근 활동',
    held: '확인을 위해 보류됨',
    deletedHere: '여기서 삭제, GIIP에는 있음',
    gone: 'GIIP에 더 이상 없음',
    rejected: '동기화 안 됨',
  },
  held: {
    title: '계속하기 전에 확인해 주세요',
    body: '결정하실 때까지 이 항목은 어느 쪽에서도 바뀌지 않습니다.',
    reason: (amount, reason) => `${items(amount)}: ${reasonWords(reason)}`,
    goOn: '계속 진행',
    consequence: heldConsequence,
    confirmTitle: (amount) => `${items(amount)}를 계속 진행할까요?`,
    confirm: (amount) => `예, ${items(amount)} 계속 진행`,
    notYet: '나중에',
  },
  gone: { keep: '여기에 유지', send: '다시 보내기' },
  errorActions: {
    token: '새 토큰 입력',
    folder: '이 폴더가 맞습니다',
    connection: '연결 변경',
  },
  connect: {
    title: '이 컴퓨터를 GIIP에 연결하세요',
    body: 'Openclaw Sync는 Openclaw 폴더와 GIIP를 양방향으로 일치시킵니다. 먼저 가상의 GIIP와 예제 폴더로 써 볼 수도 있습니다. 아무것도 이 컴퓨터를 떠나지 않습니다.',
    setUp: '설정하기',
  },
  rehearsal: {
    banner: '이 컴퓨터의 가상 GIIP로 연습 중입니다.',
    leave: 'GIIP에 연결',
    title: '먼저 둘러보시겠어요?',
    body: '연습 모드는 이 컴퓨터에서 가상의 GIIP와 예제 폴더를 시작합니다. 파일을 편집하고, 충돌을 만들고, 실행 취소해 보세요. 아무것도 이 컴퓨터를 떠나지 않으며 내 파일은 건드리지 않습니다.',
    start: 'GIIP 없이 써 보기',
  },
  trayHint: {
    title: '이 데스크톱은 트레이 아이콘을 표시하지 않습니다',
    body: '그래서 여기서는 Openclaw Sync가 일반 창입니다. 닫아도 동기화는 계속됩니다. 다시 보려면 Openclaw Sync를 다시 시작하세요.',
    understood: '알겠습니다',
  },
  crash: {
    title: '이 창이 동작을 멈췄습니다',
    body: '동기화는 이 창과 별개로 계속됩니다. 파일은 안전합니다.',
    reload: '창 다시 불러오기',
  },
};
