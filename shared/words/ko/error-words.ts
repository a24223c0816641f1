import type { ErrorWords } from '../../model/sync-error.ts';

const SAFE = '파일은 그대로이며 잃은 것은 없습니다.';

/** What happened and what to do, in Korean. */
export const errorWords: ErrorWords = {
  'server-unreachable': {
    message: `GIIP에 연결할 수 없습니다. ${SAFE}`,
    help: '네트워크와 API URL을 확인하세요. GIIP가 응답하면 동기화가 저절로 계속됩니다.',
  },
  'server-timeout': {
    message: `GIIP가 제시간에 응답하지 않았습니다. ${SAFE}`,
    help: '하실 일은 없습니다. 다음 시도가 저절로 이루어지며, 먼저 GIIP의 내용을 확인합니다.',
  },
  'server-unavailable': {
    message: `GIIP가 내부 오류를 알렸습니다. ${SAFE}`,
    help: '여기서 하실 일은 없습니다. 다음 시도가 저절로 이루어집니다. 계속되면 원인은 GIIP 서버의 tErrorLogs에 있습니다.',
  },
  'server-rate-limited': {
    message: `GIIP가 요청 사이에 쉬도록 요구합니다. ${SAFE}`,
    help: '하실 일은 없습니다. 시간이 지나면 동기화가 계속됩니다.',
  },
  'server-answer-invalid': {
    message: `응답이 GIIP의 것이 아니어서 아무것도 사용하지 않았습니다. ${SAFE}`,
    help: 'API URL을 확인하세요. GIIP 대신 프록시나 로그인 페이지가 응답했을 수 있습니다.',
  },
  'server-answer-too-large': {
    message: `GIIP의 응답이 이 프로그램이 받는 크기보다 커서 아무것도 사용하지 않았습니다. ${SAFE}`,
    help: 'GIIP 관리자에게 이 서버 번호의 문서 크기를 확인해 달라고 하세요.',
  },
  'server-redirected': {
    message: `GIIP가 다른 주소로 넘기려 했습니다. 요청에 Agent Token이 들어 있어 따라가지 않습니다. ${SAFE}`,
    help: '설정에 최종 API URL을 입력하세요.',
  },
  'tls-failed': {
    message: `GIIP와의 보안 연결을 확인할 수 없어 아무것도 보내지 않았습니다. ${SAFE}`,
    help: '이 컴퓨터의 시계를 확인하세요. 회사 프록시를 쓰는 경우 설정의 네트워크에서 회사 CA 파일을 추가하세요.',
  },
  'proxy-failed': {
    message: `프록시가 요청을 통과시키지 않았습니다. ${SAFE}`,
    help: '설정의 프록시(또는 HTTPS_PROXY와 NO_PROXY)를 확인하거나, IT 부서에 API 호스트 접속을 요청하세요.',
  },
  'proxy-auth-required': {
    message: `프록시가 사용자 이름과 암호를 요구하며, 아직 받아들인 것이 없습니다. ${SAFE}`,
    help: '설정의 네트워크에 입력하세요. 명령은 HTTPS_PROXY에서만 읽습니다.',
  },
  'token-refused': {
    message: `GIIP가 Agent Token을 거부했습니다. 조치하실 때까지 동기화를 멈춥니다. ${SAFE}`,
    help: 'GIIP에서 Agent Token을 확인하거나 다시 발급받은 뒤 설정에 입력하세요.',
  },
  'token-missing': {
    message: 'Agent Token이 없어 GIIP에 요청하지 않았습니다.',
    help: '창에서 Agent Token을 입력하거나 OPENCLAW_SYNC_TOKEN, --token-stdin, --giip-config로 지정하세요.',
  },
  'token-other-origin': {
    message: '저장된 Agent Token은 다른 API 주소용으로 입력된 것이어서 이 주소로는 보내지 않습니다.',
    help: '이 API URL용 Agent Token을 다시 입력하세요.',
  },
  'token-locked': {
    message: '키링이 잠겨 있어 Agent Token을 아직 읽을 수 없습니다.',
    help: '키링의 잠금을 푸세요(보통 데스크톱에 로그인하면 풀립니다). 그러면 동기화가 저절로 계속됩니다.',
  },
  'token-undecryptable': {
    message:
      '저장된 Agent Token을 더 이상 읽을 수 없습니다. 키링이나 사용자 프로필이 바뀌었습니다. 나머지는 모두 그대로입니다.',
    help: 'Agent Token을 한 번 더 입력하세요.',
  },
  'token-not-provided': {
    message: `이 컴퓨터의 Agent Token은 조직에서 제공하는데, 가져올 수 없었습니다. ${SAFE}`,
    help: '괄호 안의 내용을 관리자에게 알려 주세요. 토큰이 준비되면 동기화가 저절로 계속됩니다.',
  },
  'parameter-refused': {
    message: `GIIP가 요청 형식이 잘못되었다며 거부했습니다. ${SAFE}`,
    help: '서버 번호(lssn)와 Agent Token을 확인하세요.',
  },
  'api-url-invalid': {
    message: '이 API URL은 사용할 수 없습니다.',
    help: 'https://api.netbako.com/api와 같은 https 주소를 입력하세요. http는 이 컴퓨터로만 허용되며, 사용자 이름, 암호, # 부분은 쓸 수 없습니다.',
  },
  'lssn-invalid': {
    message: '서버 번호(lssn)가 1부터 2147483647까지의 정수가 아닙니다.',
    help: 'GIIP가 이 서버에 표시하는 번호를 사용하세요.',
  },
  'token-invalid': {
    message: 'Agent Token이 비어 있거나 예시 그대로입니다.',
    help: 'GIIP가 발급한 Agent Token(sk)을 사용하세요.',
  },
  'workspace-not-set': {
    message: 'Openclaw 폴더를 선택하지 않았습니다.',
    help: '창에서 .openclaw 폴더를 선택하거나 --workspace로 지정하세요.',
  },
  'workspace-missing': {
    message:
      'Openclaw 폴더가 없습니다. 동기화를 멈췄습니다. 폴더가 없다고 파일이 삭제된 것으로 보지는 않습니다.',
    help: '드라이브를 연결하거나 폴더를 되돌려 놓거나 다른 폴더를 선택하세요.',
  },
  'workspace-replaced': {
    message:
      'Openclaw 폴더가 있던 자리에 다른 폴더가 있습니다. 어느 쪽도 덮어쓰지 않도록 동기화를 멈췄습니다.',
    help: '원래 폴더를 되돌려 놓거나 이 폴더가 맞다고 확인하세요. 그러면 첫 동기화처럼 비교합니다.',
  },
  'workspace-unreadable': {
    message: 'Openclaw 폴더를 읽을 수 없습니다. 바뀐 것은 없습니다.',
    help: '이 사용자에게 폴더를 읽고 쓸 권한을 주세요.',
  },
  'workspace-taken': {
    message:
      '이 폴더는 이미 다른 연결에 속해 있습니다. 같은 폴더이거나 그 안에 있거나 그것을 포함합니다. 두 연결이 한 파일을 서로 덮어쓰게 되므로 이 연결은 동기화하지 않습니다. 바뀐 것은 없습니다.',
    help: '이 연결에는 별도의 폴더를 선택하거나 설정 › 연결에서 다른 연결을 제거하세요.',
  },
  'giip-config-unreadable': {
    message: 'giipAgent.cfg를 읽을 수 없습니다.',
    help: '파일의 경로와 권한을 확인하세요.',
  },
  'giip-config-incomplete': {
    message: 'giipAgent.cfg에 쓸 수 있는 토큰과 서버 번호가 없습니다.',
    help: '그 안의 sk와 lssn 예시 값을 바꾸거나 직접 입력하세요.',
  },
  managed: {
    message: '조직에서 관리하는 설정이어서 아무것도 바꾸지 않았습니다.',
    help: '관리자에게 변경을 요청하세요. 괄호 안에 어디에서 정했는지 나와 있습니다.',
  },
  usage: { message: '명령을 이해하지 못했습니다.', help: 'openclaw-sync --help를 보세요.' },
  busy: {
    message: '다른 Openclaw Sync가 이 폴더에서 작업 중입니다.',
    help: '실행 중인 것을 사용하거나(창에 지금 동기화가 있습니다) 먼저 종료하세요.',
  },
  'engine-ended': {
    message: `이 프로그램에서 동기화를 맡은 부분이 예기치 않게 끝나 다시 시작됩니다. ${SAFE}`,
    help: '할 일은 없으며 저절로 다시 시도합니다. 되풀이되면 지원용 파일을 저장해 지원 담당자에게 전달하세요.',
  },
  'disk-full': {
    message: '디스크가 가득 찼습니다. 쓰려던 파일은 그대로입니다.',
    help: '공간을 확보하세요. 그러면 동기화가 저절로 계속됩니다.',
  },
  'write-failed': {
    message: '파일을 쓸 수 없었습니다. 파일은 그대로입니다.',
    help: '그 파일을 쓰는 프로그램을 닫고 권한을 확인하세요. 다음 동기화 때 다시 시도합니다.',
  },
  'state-unusable': {
    message: '이 프로그램의 데이터베이스를 사용할 수 없습니다. 파일과 GIIP는 그대로입니다.',
    help: '디스크와 상태 폴더의 권한을 확인하세요. 데이터베이스가 손상되었으면 다른 곳으로 옮기세요. 다음 동기화는 첫 동기화처럼 비교하며 아무것도 덮어쓰지 않습니다.',
  },
  'state-newer': {
    message: '데이터베이스가 이 프로그램의 더 새로운 버전으로 작성되었습니다.',
    help: '새 버전을 다시 설치하세요.',
  },
  'push-replaces-everything': {
    message:
      '시험해 보니 이 GIIP 서버는 보낼 때 언급하지 않은 것을 모두 버립니다. 버려진 것은 되돌려 놓았고, 보내기를 멈췄습니다.',
    help: 'GIIP 지원팀에 알리세요. 가져오기는 계속됩니다. GIIP가 언급하지 않은 것을 유지하게 되면 openclaw-sync sync --approve를 실행하세요.',
  },
  'no-such-conflict': {
    message: '이 경로에는 충돌이 없습니다.',
    help: '기다리는 충돌은 openclaw-sync status에서 볼 수 있습니다.',
  },
  'no-such-version': {
    message: '그런 버전이 없습니다.',
    help: '보관된 버전은 openclaw-sync history에서 볼 수 있습니다.',
  },
  'changed-meanwhile': {
    message: '처리하는 동안 파일이 바뀌어 아무것도 쓰지 않았습니다.',
    help: '다시 확인하고 선택을 반복하세요.',
  },
  'text-unusable': {
    message: '이 내용은 이 파일에 쓸 수 없어 아무것도 쓰지 않았습니다.',
    help: '표시된 곳을 고치고 다시 저장하세요.',
  },
  unexpected: {
    message: `예상하지 못한 일이 일어났습니다. ${SAFE}`,
    help: '로그를 확인하세요. 다음 동기화 때 다시 시도합니다.',
  },
};
