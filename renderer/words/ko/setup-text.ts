import { countText } from '../../count-text.ts';
import type { SetupText } from '../en/setup-text.ts';

const { files, items } = countText;

const CHOSEN: Readonly<Record<'mine' | 'server' | 'both' | 'later', (amount: number) => string>> = {
  mine: (amount) => `${files(amount)}는 내 것`,
  server: (amount) => `${files(amount)}는 GIIP 것`,
  both: (amount) => `${files(amount)}는 둘 다`,
  later: (amount) => `${files(amount)}는 나중에 결정`,
};

/** The words of the set-up window, in Korean. */
export const setupText: SetupText = {
  title: 'GIIP에 연결',
  changeTitle: '연결 변경',
  intro: '세 가지가 필요합니다. 무엇이 일어날지 확인하시기 전에는 아무것도 전송하지 않습니다.',
  token: 'Agent Token',
  tokenHint: 'GIIP가 발급한 sk입니다. 암호화하여 저장하고 API URL로만 보냅니다.',
  tokenFrom: (file) => `${file}의 토큰`,
  otherToken: '다른 토큰 입력',
  showToken: '토큰 표시',
  hideToken: '토큰 숨기기',
  lssn: '서버 번호 (lssn)',
  lssnHint: 'GIIP가 이 서버에 표시하는 번호입니다.',
  folder: 'Openclaw 폴더',
  folderHint: 'configs와 docs가 들어 있는 .openclaw 폴더입니다.',
  choose: '선택…',
  advanced: '고급',
  apiUrl: 'API URL',
  test: '연결 확인',
  start: '동기화 시작',
  testing: 'GIIP에 확인하는 중…',
  planning: '양쪽을 비교하는 중…',
  tested: (amount) => `GIIP가 응답했습니다. 이 서버 번호에 ${items(amount)}가 있습니다.`,
  wrong: {
    token: 'GIIP가 발급한 Agent Token을 입력하세요.',
    lssn: '1부터 2147483647까지의 정수를 입력하세요.',
    folder: '.openclaw 폴더를 선택하세요.',
    folderRelative: '루트나 드라이브부터 시작하는 전체 경로를 입력하세요.',
    apiUrl: 'https://api.netbako.com/api와 같은 https 주소를 입력하세요.',
  },
  candidates: {
    title: '이 컴퓨터에서 찾음',
    use: '이것 사용',
    server: (lssn) => (lssn === null ? '서버 번호가 들어 있지 않음' : `서버 번호 ${lssn}`),
  },
  plan: {
    title: '첫 동기화에서 할 일',
    nothingYet: '아직 아무것도 쓰지 않았습니다. 살펴본 뒤 시작하세요.',
    nothing: '양쪽이 같거나 비어 있습니다. 전송할 것이 없습니다.',
    kept: '이전 버전을 기록에 보관하지 않고는 아무것도 덮어쓰지 않습니다.',
    overwrites: (amount) =>
      amount === 0 ? '이 컴퓨터의 파일을 덮어쓰지 않습니다.' : `이 컴퓨터의 ${files(amount)}를 덮어씁니다.`,
    conflicts: '선택이 필요한 항목은 선택하실 때까지 양쪽 모두 그대로 둡니다.',
    choices: {
      title: (amount) => `${files(amount)}에 선택이 필요합니다`,
      note: '양쪽에 있지만 내용이 다릅니다. 지금 선택하거나, 나중에 두 내용을 보면서 결정하세요.',
      all: '모두에 적용',
      mixed: '서로 다른 선택',
      of: (path) => `${path}의 선택`,
      later: '나중에 결정',
      mine: '내 것 유지',
      server: 'GIIP 것 사용',
      both: '둘 다 보관',
      sum: (parts) => `선택: ${parts.join(', ')}.`,
      chosen: (take, amount) => CHOSEN[take](amount),
    },
    details: '모든 항목과 이유 보기',
    replaces: '여기 파일을 대신함',
    back: '뒤로',
  },
  done: {
    title: 'Openclaw Sync가 동작 중입니다',
    body: '이제부터 양쪽을 일치시킵니다.',
    whereItLives: {
      noTray:
        '이 데스크톱은 트레이 아이콘을 표시하지 않습니다. 창을 보려면 언제든 Openclaw Sync를 다시 시작하세요.',
      windows: '아이콘은 시계 옆 알림 영역에 있습니다. 보이지 않으면 ^를 열어 밖으로 끌어내세요.',
      mac: '아이콘은 화면 위 메뉴 막대에 있습니다.',
      linux: '아이콘은 시계 옆 패널에 있습니다.',
    },
    close: '닫기',
    show: '상태 보기',
    choices: {
      title: '내 선택',
      waiting: (amount) =>
        `첫 동기화가 양쪽을 확인하는 대로 ${files(amount)}에 대한 선택을 적용합니다. 그때까지 이 창을 열어 두세요.`,
      settling: (amount) => `${files(amount)}에 대한 선택을 적용하는 중…`,
      settled: (amount) => `${files(amount)}에 대한 선택을 적용했습니다.`,
      ended: (amount) => `${files(amount)}는 더 이상 선택이 필요 없습니다. 양쪽이 같습니다.`,
      failed: (amount) => `${files(amount)}는 아직 선택이 필요합니다:`,
    },
  },
};
