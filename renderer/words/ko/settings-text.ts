import type { KeyRule } from '../../../shared/model/conflict.ts';
import { countText } from '../../count-text.ts';
import { timeText } from '../../time-text.ts';
import type { SettingsText } from '../en/settings-text.ts';

const { bytes, number } = countText;

const rule = ({ path, key, take }: KeyRule): string =>
  `${path}의 “${key.join(' › ')}”: 항상 ${take === 'mine' ? '내 값' : 'GIIP 값'}`;

/** The words of the settings window, in Korean. */
export const settingsText: SettingsText = {
  title: '설정',
  behaviour: '동작',
  interval: 'GIIP의 변경 확인 간격',
  intervalHint: '이 컴퓨터의 편집은 몇 초 안에 보냅니다. 이 값은 GIIP에 변경을 얼마나 자주 확인할지입니다.',
  intervalOption: timeText.seconds,
  language: '언어',
  languageHint: '모든 창, 트레이, 알림의 언어입니다. 열린 창도 바로 바뀝니다.',
  languageOfSystem: '이 컴퓨터와 같게',
  autostart: '로그인할 때 시작',
  autostartHint: '이 컴퓨터에 로그인하면 바로 백그라운드에서 동기화합니다.',
  autostartState: {
    switchedOff: {
      windows: 'Windows의 설정 › 앱 › 시작 프로그램에서 꺼져 있습니다. 저절로 시작하지 않습니다.',
      macos:
        'macOS의 시스템 설정 › 일반 › 로그인 항목에서 꺼져 있습니다. 거기에서 켜세요. 본인만 켤 수 있습니다.',
    },
    broken: (program) =>
      program === ''
        ? '등록된 항목이 아무것도 시작하지 않아 동기화가 저절로 시작되지 않습니다. 켜면 고쳐집니다.'
        : `등록된 항목이 다른 것(${program})을 시작하여 이 프로그램이 저절로 시작되지 않습니다. 켜면 고쳐집니다.`,
    onForEverybody:
      '관리자가 이 컴퓨터의 모든 사용자에게 시작되도록 했습니다. Windows의 설정 › 앱 › 시작 프로그램에서 본인 것만 끌 수 있습니다.',
  },
  connection: '연결',
  apiUrl: 'API URL',
  lssn: '서버 번호 (lssn)',
  folder: 'Openclaw 폴더',
  token: 'Agent Token',
  none: '아직 연결되지 않았습니다.',
  change: '변경…',
  history: {
    title: '기록과 저장 공간',
    days: '이전 버전 보관 기간',
    daysHint: '동기화, 결정, 복원으로 바뀐 내용을 이 기간 동안 보관합니다.',
    daysOption: (amount) => `${number(amount)}일`,
    versions: '파일마다 항상 보관할 최소 개수',
    versionsHint: '오래되었더라도 보관합니다.',
    versionsOption: (amount) => `버전 ${number(amount)}개`,
    size: '사용 중',
    sizeWords: ({ bytes: amount, versions, texts }) =>
      versions === 0
        ? `디스크 ${bytes(amount)}`
        : `디스크 ${bytes(amount)}: 서로 다른 내용 ${number(texts)}개에 버전 ${number(versions)}개`,
    oldest: (time) =>
      time === null
        ? '보관된 이전 버전이 아직 없습니다.'
        : `가장 오래된 것은 ${timeText.exact(time)}입니다. 같은 내용은 한 번만 저장합니다.`,
    open: '기록 열기',
  },
  rules: {
    title: '규칙',
    list: '키에 대한 규칙',
    rule,
    remove: '제거',
    removed: (removed) => `제거했습니다: ${rule(removed)}. 다시 묻습니다.`,
    none: '규칙이 없습니다. 설정 파일의 같은 키를 세 번 연속 같은 방법으로 해결하시면 규칙을 제안합니다.',
  },
  saved: '저장됨',
  about: {
    title: '정보',
    tab: '정보 및 라이선스',
    body: '.openclaw 폴더와 GIIP를 양방향으로 일치시킵니다. 작성하신 것은 어느 쪽에서도 잃지 않습니다.',
    version: '버전',
  },
  licences: {
    title: '타사 라이선스',
    body: '이 프로그램에 들어 있는 다른 분들의 소프트웨어와 각각의 라이선스입니다. 이름을 선택하면 내용을 볼 수 있습니다.',
  },
};
