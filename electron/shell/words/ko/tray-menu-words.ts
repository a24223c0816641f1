import type { TrayMenuWords } from '../en/tray-menu-words.ts';

const PHASES: { readonly [P in Parameters<TrayMenuWords['phase']>[0]]: string } = {
  scanning: '폴더를 확인하는 중',
  pulling: 'GIIP에 확인하는 중',
  applying: '가져오는 중',
  pushing: '보내는 중',
  verifying: 'GIIP의 내용을 확인하는 중',
};

/** The tray's menu and tooltip, in Korean. */
export const trayMenuWords: TrayMenuWords = {
  rehearsal: (product) => `${product} (연습)`,
  phase: (phase) => PHASES[phase],
  progress: (status, phase) => `${status}: ${phase}`,
  of: (phase, done, total) => `${phase} ${done}/${total}`,
  pausedUntil: (status, until) => `${status}, ${until}까지`,
  pausedUntilResumed: (status) => `${status}, 다시 시작할 때까지`,
  lastSynced: (age) => `마지막 동기화: ${age}`,
  justNow: '방금',
  minutesAgo: (amount) => `${amount}분 전`,
  hoursAgo: (amount) => `${amount}시간 전`,
  daysAgo: (amount) => `${amount}일 전`,
  show: '보기',
  syncAll: '모두 지금 동기화',
  pauseAll: '모두 일시 중지',
  resumeAll: '모두 다시 시작',
  setUp: '설정하기…',
  open: (product) => `${product} 열기`,
  syncNow: '지금 동기화',
  resume: '다시 시작',
  pause: '일시 중지',
  pauseHour: '1시간 동안',
  pauseTomorrow: '내일까지',
  pauseResumed: '다시 시작할 때까지',
  conflicts: '충돌 해결…',
  preview: '지금 동기화하면 어떻게 되나요?',
  history: '기록…',
  undo: '마지막 동기화 실행 취소…',
  openFolder: '폴더 열기',
  doctor: '연결 점검…',
  settings: '설정',
  quit: '종료',
};
