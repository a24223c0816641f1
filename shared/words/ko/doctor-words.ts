import type {
  DoctorCheckId,
  DoctorFacts,
  DoctorProxySource,
  DoctorStatus,
  DoctorWords,
  TokenPlace,
} from '../../model/doctor.ts';
import { moment, size } from '../doctor-amounts.ts';

const NAMES: Readonly<Record<DoctorCheckId, string>> = {
  settings: '설정',
  policy: '컴퓨터 정책',
  folder: '폴더',
  'file-names': '파일 이름',
  'folder-disk': '폴더의 디스크',
  'state-folder': '상태 폴더',
  'state-disk': '상태 폴더의 디스크',
  database: '데이터베이스',
  'same-folder': '같은 폴더',
  proxy: '프록시',
  dns: 'DNS',
  connection: '연결',
  tls: 'TLS',
  push: 'PutOpenclawSync',
  clock: '시계',
  token: '토큰',
  pull: 'GetOpenclawSync',
  'token-accepted': 'GIIP의 토큰 확인',
  lssn: '서버 번호',
  keyring: '키링',
  tray: '트레이',
  autostart: '로그인 시 시작',
  watcher: '파일 감시',
  'last-success': '마지막 성공',
  agreement: '일치',
};

const STATUS: Readonly<Record<DoctorStatus, string>> = {
  ok: '정상',
  warning: '주의',
  failed: '문제',
  skipped: '확인 안 함',
};

const PLACES: Readonly<Record<TokenPlace, string>> = {
  stdin: '표준 입력으로 받았습니다.',
  environment: 'OPENCLAW_SYNC_TOKEN에서 가져옵니다.',
  'giip-config': 'giipAgent.cfg에서 가져옵니다.',
  policy: '컴퓨터 정책이 제공합니다.',
  store: '이 시스템이 암호화하여 저장했습니다.',
  'this-run-only': '프로그램이 끝날 때까지만 보관합니다.',
  rehearsal: '연습용 토큰입니다.',
};

const NO_PROXY: Readonly<Record<DoctorFacts['proxy-none']['why'], string>> = {
  loopback: '사용하지 않습니다. API가 이 컴퓨터에 있습니다.',
  setting: '설정에 따라 사용하지 않습니다.',
  policy: '컴퓨터 정책에 따라 사용하지 않습니다.',
  environment: 'NO_PROXY에 있는 호스트이므로 사용하지 않습니다.',
  system: '사용하지 않습니다.',
};

const PROXY_FROM: Readonly<Record<DoctorProxySource, string>> = {
  setting: '설정',
  policy: '컴퓨터 정책',
  environment: '환경 변수 HTTPS_PROXY',
  system: '이 시스템',
};

type Certificate = DoctorFacts['tls-ok'];

function listed(paths: readonly string[], count: number): string {
  if (paths.length === 0) return `${count}개`;
  const more = count - paths.length;
  return more > 0 ? `${paths.join(', ')} 외 ${more}개` : paths.join(', ');
}

function duration(seconds: number): string {
  return seconds < 120 ? `${seconds}초` : `${Math.round(seconds / 60)}분`;
}

const SENTENCES: DoctorWords['sentences'] = {
  'skipped-because': ({ because }) => ({ message: `먼저 “${NAMES[because]}” 항목을 해결하세요.` }),
  'skipped-in-command': () => ({
    message: '프로그램에서만 확인할 수 있습니다. 메뉴의 “연결 점검…”을 여세요.',
  }),
  'skipped-on-system': () => ({ message: '이 시스템에는 해당하는 제한이 없습니다.' }),
  'settings-ok': ({ apiUrl, lssn }) => ({ message: `${apiUrl}, 서버 번호 ${lssn}.` }),
  'policy-none': () => ({ message: '설정된 정책이 없습니다.' }),
  'policy-ok': ({ keys }) => ({ message: `값 ${keys}개를 정합니다.` }),
  'policy-problems': ({ problems }) => ({
    message: `사용할 수 없어 건너뛴 내용이 있습니다: ${problems.join('; ')}.`,
    help: '이 컴퓨터의 관리자에게 알려 주세요. 정책의 나머지는 모두 적용됩니다.',
  }),
  'folder-ok': ({ folder }) => ({ message: `${folder}: 읽고 쓸 수 있습니다.` }),
  'names-ok': ({ items, ignored, isCaseBlind }) => ({
    message: [
      `항목 ${items}개를 동기화할 수 있습니다.`,
      ...(ignored > 0 ? [`다른 프로그램의 임시 파일 ${ignored}개는 건너뜁니다.`] : []),
      ...(isCaseBlind ? ['이 디스크는 대문자와 소문자를 같은 이름으로 봅니다.'] : []),
    ].join(' '),
  }),
  'names-left-out': ({ paths, count }) => ({
    message: `동기화할 수 없는 항목이 있습니다: ${listed(paths, count)}.`,
    help: '이유는 팝업의 “동기화되지 않음”에 있습니다. 링크, 프로그램, 다른 시스템에 둘 수 없는 이름은 이 컴퓨터에 남습니다.',
  }),
  'names-clash': ({ paths, count }) => ({
    message: `대문자와 소문자만 다른 이름이 있습니다: ${listed(paths, count)}.`,
    help: '둘 중 하나의 이름을 바꾸세요. 많은 컴퓨터에서 같은 파일이 됩니다.',
  }),
  'disk-ok': ({ freeMiB }) => ({ message: `${size(freeMiB)}가 비어 있습니다.` }),
  'disk-low': ({ freeMiB }) => ({
    message: `${size(freeMiB)}만 비어 있습니다.`,
    help: '곧 공간을 마련하세요. 바뀌기 전의 버전을 한동안 보관합니다.',
  }),
  'state-ok': ({ folder }) => ({ message: `${folder}: 쓸 수 있습니다.` }),
  'database-ok': ({ items }) => ({
    message:
      items === 0
        ? '이상이 없습니다. 아직 동기화한 것이 없습니다.'
        : `이상이 없으며 항목 ${items}개를 알고 있습니다.`,
  }),
  'same-folder': () => ({ message: '이전에 동기화한 폴더입니다.' }),
  'first-folder': () => ({ message: '이전에 동기화한 폴더가 없습니다.' }),
  'proxy-none': ({ why }) => ({ message: NO_PROXY[why] }),
  'proxy-used': ({ proxy, from }) => ({ message: `${proxy} 사용 (지정한 곳: ${PROXY_FROM[from]}).` }),
  'proxy-passed-over': ({ dead, used }) => ({
    message: `${dead ?? '직접 연결'} 응답이 없어 대신 ${used ?? '직접 연결'} 경로를 씁니다.`,
    help: '동기화는 되지만 매번 느려집니다. 응답이 없는 프록시를 IT 부서에 알려 주세요.',
  }),
  'dns-not-needed': ({ host }) => ({ message: `필요 없습니다. ${host}는 주소입니다.` }),
  'dns-ok': ({ host, addresses }) => ({ message: `${host}의 주소: ${addresses.join(', ')}.` }),
  'tcp-ok': ({ host, port, ms }) => ({ message: `${host}의 포트 ${port}가 ${ms} ms 만에 응답합니다.` }),
  'tcp-some': ({ host, port, missed }) => ({
    message: `${host}의 주소 가운데 포트 ${port}에서 응답하지 않는 것이 있습니다: ${missed.join(', ')}.`,
    help: '일부 시도가 느리거나 실패합니다. IPv6가 켜져 있지만 연결되지 않는 경우가 많습니다. IT 부서에 알려 주세요.',
  }),
  'tls-none': ({ host }) => ({ message: `필요 없습니다. ${host}는 이 컴퓨터입니다.` }),
  'tls-unseen': ({ proxy }) => ({
    message: `${proxy} 프록시를 거칩니다. 연결이 유지되는지는 다음 줄에서 알 수 있습니다.`,
  }),
  'tls-ok': ({ host, issuer, until }) => ({
    message: `${host}: ${issuer} 인증 기관이 확인했으며 ${until}까지 유효합니다.`,
  }),
  'tls-expiring': ({ host, until }) => ({
    message: `${host}의 인증서가 ${until}에 끝납니다.`,
    help: '갱신하지 않으면 그때 동기화가 멈춥니다. GIIP 관리자에게 알려 주세요.',
  }),
  'tls-private': ({ issuer, until }) => ({
    message: `인증서를 발급한 ${issuer}는 공인 인증 기관이 아닙니다. 네트워크가 TLS를 다시 서명하거나 이 GIIP가 자체 인증 기관을 씁니다. ${until}까지 유효합니다.`,
    help: `${issuer}가 회사의 것이면 하실 일은 없습니다. 모르는 이름이면 IT 부서에 문의하세요. 그 소유자는 Agent Token을 읽을 수 있습니다.`,
  }),
  'tls-untrusted': ({ issuer }) => ({
    message: `인증서를 발급한 ${issuer}를 이 컴퓨터가 신뢰하지 않습니다. 네트워크가 TLS를 다시 서명하거나 다른 누군가가 응답합니다. 아무것도 보내지 않았습니다.`,
    help: `${issuer}가 회사의 것이면 IT 부서에서 CA 파일을 받아 설정에 지정하세요(또는 NODE_EXTRA_CA_CERTS).`,
  }),
  'tls-expired': ({ host, until, issuer }: Certificate) => ({
    message: `${host}의 인증서(${issuer} 발급)가 ${until}에 끝났습니다. 아무것도 보내지 않았습니다.`,
    help: '먼저 이 컴퓨터의 날짜를 확인하세요. 맞다면 GIIP 관리자에게 알려 주세요.',
  }),
  'tls-not-yet': ({ host, from }: Certificate) => ({
    message: `${host}의 인증서는 ${from}부터 유효합니다. 아무것도 보내지 않았습니다.`,
    help: '이 컴퓨터의 날짜를 확인하세요. 네트워크 시간으로 맞추는 것이 좋습니다.',
  }),
  'tls-wrong-host': ({ host, issuer }: Certificate) => ({
    message: `응답한 곳은 ${host}가 아닙니다. 인증서(${issuer} 발급)의 이름이 다릅니다. 아무것도 보내지 않았습니다.`,
    help: 'API URL을 확인하세요. GIIP 대신 프록시나 로그인 페이지가 응답했을 수 있습니다.',
  }),
  'push-ok': () => ({ message: '보내기가 통과합니다. 아무것도 보내지 않았습니다.' }),
  'push-blocked': ({ status }) => ({
    message: `가져오기는 되더라도 보내기(HTTP PUT)가 막혀 있습니다. GIIP 대신 다른 곳이 HTTP ${status}로 응답합니다.`,
    help: 'API 호스트로 가는 PUT 요청을 허용하도록 IT 부서에 요청하거나 API URL을 확인하세요.',
  }),
  'clock-ok': ({ seconds }) => ({ message: `GIIP의 시계와 ${seconds}초 차이입니다.` }),
  'clock-unknown': () => ({ message: 'GIIP가 시각을 알려 주지 않습니다.' }),
  'clock-off': ({ seconds, isAhead }) => ({
    message: `이 컴퓨터의 시계가 GIIP보다 ${duration(seconds)} ${isAhead ? '빠릅니다' : '느립니다'}. 인증서와 목록의 시각을 잘못 판단하게 됩니다.`,
    help: '시계를 맞추거나 네트워크 시간을 사용하세요.',
  }),
  'token-there': ({ place }) => ({ message: PLACES[place] }),
  'pull-ok': ({ items }) => ({ message: `GIIP가 응답합니다. GIIP의 항목: ${items}개.` }),
  'pull-refused': () => ({ message: 'GIIP가 응답했으며 요청을 거부했습니다.' }),
  'token-accepted': () => ({ message: 'GIIP가 Agent Token을 받아들였습니다.' }),
  'lssn-ok': ({ lssn }) => ({ message: `GIIP가 서버 번호 ${lssn}를 알고 있습니다.` }),
  'keyring-ok': ({ backend }) => ({ message: `사용할 수 있습니다(${backend}).` }),
  'keyring-none': ({ backend }) => ({
    message: `키링이 없습니다(${backend}). Agent Token을 저장하지 않으므로 시작할 때마다 입력해야 합니다.`,
    help: 'GNOME Keyring이나 KWallet을 설치하고 다시 로그인하거나, OPENCLAW_SYNC_TOKEN으로 토큰을 제공하세요.',
  }),
  'keyring-locked': ({ backend }) => ({
    message: `잠겨 있어(${backend}) 저장된 Agent Token을 읽을 수 없습니다.`,
    help: '잠금을 푸세요. 그러면 동기화가 저절로 계속됩니다.',
  }),
  'tray-ok': () => ({ message: '데스크톱이 아이콘을 표시합니다.' }),
  'tray-none': () => ({
    message: '이 데스크톱은 트레이 아이콘을 표시하지 않아 팝업이 일반 창으로 열립니다.',
    help: '동기화는 그대로 됩니다. GNOME에서는 “AppIndicator” 확장이 아이콘을 표시합니다.',
  }),
  'autostart-on': () => ({ message: '로그인하면 시작합니다.' }),
  'autostart-for-all': () => ({ message: '누가 로그인하든 시작합니다. 관리자가 그렇게 정했습니다.' }),
  'autostart-broken': ({ program }) => ({
    message: `로그인해도 시작하지 않습니다. 시작 항목이 이 프로그램이 아니라 다음을 실행합니다: ${program}.`,
    help: '설정에서 한 번 더 켜세요.',
  }),
  'autostart-off': () => ({ message: '선택하신 대로 저절로 시작하지 않습니다.' }),
  'autostart-overruled': () => ({
    message: '로그인할 때 시작하도록 되어 있지만 이 시스템에서 꺼져 있습니다.',
    help: '시스템의 시작 프로그램에서 켜거나 설정에서 끄세요.',
  }),
  'watcher-ok': ({ folders, limit }) => ({ message: `폴더 ${folders}개, 허용 ${limit}개.` }),
  'watcher-short': ({ folders, limit }) => ({
    message: `감시할 폴더가 ${folders}개인데 이 시스템은 모든 프로그램을 합해 ${limit}개만 허용합니다. 변경을 늦게, 다음 정기 동기화 때 알게 될 수 있습니다.`,
    help: 'IT 부서에 fs.inotify.max_user_watches 값을 올려 달라고 하세요.',
  }),
  'success-none': () => ({ message: '아직 동기화한 것이 없습니다.' }),
  'success-fresh': ({ at }) => ({ message: `${moment(at)}에 양쪽이 일치했습니다.` }),
  'success-old': ({ at, days }) => ({
    message: `마지막으로 성공한 동기화가 ${days}일 전입니다(${moment(at)}).`,
    help: '표시된 문제를 해결한 뒤 한 번 동기화하세요.',
  }),
  'agreement-none': () => ({ message: '아직 동기화한 것이 없습니다.' }),
  'agreement-ok': ({ items }) => ({ message: `기억하는 항목 ${items}개가 폴더와 GIIP에 맞습니다.` }),
  'agreement-off': ({ paths, count, isDueNow }) => ({
    message: `폴더, GIIP, 기억하는 내용이 모르는 사이에 달라졌습니다: ${listed(paths, count)}.`,
    help: isDueNow
      ? '다음 동기화가 모두 비교하여 바로잡습니다: openclaw-sync sync.'
      : '실행 중인 프로그램이 매시간 점검할 때, 또는 다시 시작할 때 바로잡습니다.',
  }),
};

/** What was looked at, how it is, what it means and what to do, in Korean. */
export const doctorWords: DoctorWords = { names: NAMES, status: STATUS, sentences: SENTENCES };
