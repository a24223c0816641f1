import type { PolicyTexts } from './policy-texts.ts';

/** The policy's words in Korean. */
export const KO: PolicyTexts = {
  product: 'Openclaw Sync',
  supported: 'Openclaw Sync 0.1 이상',
  categories: {
    connection: '연결',
    network: '네트워크',
    behaviour: '동작',
    safety: '안전과 기록',
    updates: '업데이트',
  },
  choices: { always: '항상', never: '사용 안 함', user: '사용자가 결정' },
  values: {
    error: '오류만',
    warn: '오류와 경고',
    info: '일어난 일',
    debug: '지원을 위한 모든 내용',
    ask: '사용자에게 묻기',
    mine: '이 컴퓨터의 내용 사용',
    server: 'GIIP의 내용 사용',
    both: '두 내용 모두 보관',
  },
  keys: {
    apiUrl: {
      title: 'API URL',
      explanation:
        'GIIP의 주소입니다. https://로 시작해야 하며 http는 이 컴퓨터 자신에게만 허용됩니다. 정책으로 받은 토큰은 이 주소로만 전송됩니다.',
    },
    workspace: {
      title: 'Openclaw 폴더',
      explanation:
        '각 사용자의 .openclaw 폴더입니다. ~, %HOME%, %USERPROFILE%는 홈 폴더를 뜻하고, 그 밖의 %NAME%은 환경 변수에서 가져옵니다.',
    },
    lssn: {
      title: '서버 번호(lssn)',
      explanation: 'GIIP에서 이 서버에 표시하는 번호입니다.',
    },
    tokenFile: {
      title: 'Agent Token 파일',
      explanation:
        '이 파일의 첫 줄이 Agent Token입니다. 파일의 소유자는 관리자 또는 해당 사용자여야 하고 모든 사용자가 읽을 수 있으면 안 됩니다. 그렇지 않으면 읽지 않습니다.',
    },
    tokenCommand: {
      title: 'Agent Token을 출력하는 프로그램',
      explanation:
        '한 줄에 하나씩 프로그램의 전체 경로와 인수를 적습니다. 셸 없이 최대 10초 동안 실행되며 출력의 첫 줄이 Agent Token입니다. 파일보다 우선합니다.',
    },
    proxy: {
      title: '프록시',
      explanation:
        '"system"은 자동 구성을 포함한 운영 체제의 프록시를 사용하고, "direct"는 프록시를 사용하지 않습니다. 그 밖에는 사용자 이름과 암호가 없는 프록시 주소를 적습니다.',
    },
    caFile: {
      title: '추가 인증 기관 파일',
      explanation:
        '기본 인증 기관 외에 신뢰할 인증 기관의 PEM 파일입니다. 통신을 검사하는 회사에서 사용합니다.',
    },
    intervalSeconds: {
      title: 'GIIP 확인 간격(초)',
      explanation: '이 컴퓨터의 편집은 몇 초 안에 전송됩니다. 이 값은 GIIP의 변경을 확인하는 간격입니다.',
    },
    autostart: {
      title: '로그인할 때 시작',
      explanation: '사용자가 로그인하면 바로 백그라운드에서 동기화합니다.',
    },
    notifications: {
      title: '알림',
      explanation: '충돌이 기다리거나, 보류된 항목이 있거나, 동기화가 멈추면 알립니다.',
    },
    quitAllowed: {
      title: '사용자의 종료 허용',
      explanation:
        '"사용 안 함"이면 트레이 메뉴에 종료가 없습니다. 로그아웃, 시스템 종료, 패키지 관리자는 계속 응용 프로그램을 종료할 수 있습니다.',
    },
    logLevel: {
      title: '로그에 기록할 내용',
      explanation: '로그에는 토큰이나 문서 내용이 절대 기록되지 않습니다.',
    },
    conflictDefault: {
      title: '충돌 해결 방법',
      explanation:
        '양쪽이 같은 곳을 변경했을 때의 처리입니다. 무엇을 선택하든 두 내용 모두 기록에 남고, 활동에 정책이 해결했다고 표시됩니다. 삭제된 파일과 손상된 내용은 이 방법으로 해결하지 않으며, 첫 동기화는 두 내용 모두 보관하는 경우에만 해결합니다.',
    },
    massCount: {
      title: '대량 변경: 파일 수',
      explanation:
        '이 수보다 많고 아래 비율보다 많은 파일이 사라지거나 덮어써지려고 하면 확인할 때까지 동기화를 보류합니다.',
    },
    massPercent: {
      title: '대량 변경: 전체 파일의 비율(%)',
      explanation: '위의 파일 수와 함께 대량 변경을 판단하는 전체 파일의 비율입니다.',
    },
    historyDays: {
      title: '이전 버전 보관 일수',
      explanation: '동기화, 결정, 복원으로 바뀐 내용을 이 기간 동안 보관합니다.',
    },
    historyVersions: {
      title: '파일마다 항상 보관할 버전 수',
      explanation: '오래되었더라도 각 파일의 최신 버전을 이 수만큼 보관합니다.',
    },
    secretGate: {
      title: '전송 전에 비밀 정보 검사',
      explanation: '암호나 키가 들어 있는 것으로 보이는 내용은 누군가 확인할 때까지 컴퓨터에 보류됩니다.',
    },
    updates: {
      title: '업데이트',
      explanation:
        '새 버전을 찾아 설치합니다. 패키지 관리자나 소프트웨어 배포 도구로 설치하는 곳에서는 효과가 없습니다.',
    },
    updateFeed: {
      title: '업데이트 주소',
      explanation: '응용 프로그램에 내장된 주소 대신 사용할 https 주소입니다.',
    },
  },
};
