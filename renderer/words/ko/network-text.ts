import type { NetworkText } from '../en/network-text.ts';

export const networkText: NetworkText = {
  title: '네트워크',
  proxy: '프록시',
  proxyHint: 'GIIP에 연결하는 방법입니다. 이 컴퓨터 안의 주소는 프록시를 거치지 않습니다.',
  choices: { system: '이 컴퓨터의 설정대로', direct: '사용 안 함', own: '직접 지정:' },
  address: '프록시 주소',
  addressHint: '예: http://proxy.example.com:8080. 사용자 이름과 비밀번호는 넣지 마세요.',
  addressProblem:
    '프록시 주소가 아닙니다. 사용자 이름과 비밀번호 없이 http://, https:// 또는 socks5://와 호스트를 입력하세요.',
  use: '이 프록시 사용',
  now: '사용 중',
  direct: '프록시 없이 직접 연결',
  sources: {
    setting: (proxy) => proxy,
    environment: (proxy) => `${proxy} (HTTPS_PROXY에서 가져옴)`,
    system: (proxy) => `${proxy} (이 컴퓨터의 설정)`,
  },
  user: '프록시 사용자 이름',
  userHint: '프록시가 요구할 때만 필요합니다. Windows 도메인은 DOMAIN\\이름 형식입니다.',
  password: '프록시 비밀번호',
  passwordHint: '이 시스템이 암호화하며, 이 프록시에만 전달되고 다시 표시되지 않습니다.',
  keep: '사용자 이름과 비밀번호 저장',
  forget: '삭제',
  kept: {
    stored: '이 프록시의 사용자 이름과 비밀번호가 이 시스템에서 암호화되어 저장되어 있습니다.',
    'this-run-only':
      '사용자 이름과 비밀번호는 Openclaw Sync가 끝날 때까지만 유지됩니다. 이 시스템에는 안전하게 저장할 곳이 없습니다.',
  },
  ca: '추가 인증 기관',
  caHint: '보안 연결을 검사하는 네트워크를 위해 회사에서 받은 PEM 파일입니다.',
  caNone: '없음',
  choose: '파일 선택…',
  remove: '제거',
};
