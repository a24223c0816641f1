import type { DoctorFix } from '../../../shared/model/doctor.ts';
import { countText } from '../../count-text.ts';
import type { DoctorGroup, DoctorText } from '../en/doctor-text.ts';

const GROUPS: Readonly<Record<DoctorGroup, string>> = {
  computer: '이 컴퓨터',
  way: 'GIIP까지의 경로',
  giip: 'GIIP',
  desktop: '이 데스크톱',
  step: '일치 여부',
};

const FIXES: Readonly<Record<DoctorFix, string>> = {
  connection: '연결 변경',
  settings: '설정 열기',
  folder: '폴더 열기',
  sync: '지금 동기화',
};

/** The window that checks the connection, in Korean. */
export const doctorText: DoctorText = {
  title: '연결 점검',
  intro: '동기화에 필요한 모든 것을 살펴봅니다. 어느 쪽도 바꾸지 않습니다.',
  open: '연결 점검…',
  findOut: '원인 찾기…',
  group: (group) => GROUPS[group],
  checking: (group) => `확인 중: ${GROUPS[group]}…`,
  progress: (done, total) => `${countText.number(total)}개 중 ${countText.number(done)}개`,
  progressName: '진행',
  waiting: '대기',
  running: '확인 중…',
  well: '동기화를 막는 것이 없습니다.',
  problems: (amount, first) =>
    amount === 1
      ? `동기화를 막는 문제가 하나 있습니다: ${first}.`
      : `동기화를 막는 문제가 ${countText.number(amount)}개 있습니다. 먼저 볼 것: ${first}.`,
  warnings: (amount) => `주의할 항목이 ${countText.number(amount)}개 있습니다.`,
  cardTitle: (status, check) => `${status}: ${check}`,
  fix: (fix) => FIXES[fix],
  fixFor: (action, check) => `${action}: ${check}`,
  again: '다시 점검',
  copy: '보고서 복사',
  save: '보고서 저장…',
  copied: '복사했습니다. 토큰, 본문, 문서 이름은 들어 있지 않습니다.',
  saved: '저장했습니다. 토큰, 본문, 문서 이름은 들어 있지 않습니다.',
};
