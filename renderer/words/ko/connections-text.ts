import type { ConnectionsText } from '../en/connections-text.ts';

/** The words about several connections, in Korean. */
export const connectionsText: ConnectionsText = {
  title: '연결',
  list: '모든 연결',
  add: '연결 추가…',
  compare: '설정 파일 비교…',
  addTitle: '연결 추가',
  lssn: (lssn) => `서버 번호(lssn) ${lssn}`,
  change: '변경…',
  pause: '일시 중지',
  resume: '다시 시작',
  remove: '제거…',
  confirm: {
    title: (name) => `${name} 연결을 제거할까요?`,
    files: '이 폴더의 동기화를 멈춥니다. 파일은 여기와 GIIP에 그대로 남습니다.',
    history: (days) =>
      `이전 버전은 이 컴퓨터에 ${days} 동안 보관되며, 같은 폴더를 다시 연결하면 다시 볼 수 있습니다.`,
    token: '이 연결의 Agent Token은 이 컴퓨터에서 삭제됩니다.',
    yes: '제거',
    no: '유지',
  },
  removed: (name) => `제거됨: ${name}. 파일은 그대로입니다.`,
};
