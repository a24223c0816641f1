import { atFirstUse } from '../../util/at-first-use.ts';
import type { StatusWords } from '../en/status-words.ts';

const numbers = atFirstUse(() => new Intl.NumberFormat('ko'));

/** The state in a few words, in Korean. */
export const statusWords: StatusWords = {
  setup: '아직 연결되지 않음',
  inStep: '모두 일치합니다',
  pending: (amount) => `보낼 변경 ${numbers().format(amount)}건`,
  stopped: '중지했습니다. 끝난 것은 그대로 두고, 나머지는 다음 동기화를 기다립니다',
  syncing: '동기화 중',
  paused: '일시 중지됨',
  offline: 'GIIP를 기다리는 중',
  conflict: (amount) => `해결할 충돌 ${numbers().format(amount)}건`,
  held: (amount) => `확인할 항목 ${numbers().format(amount)}개`,
  error: '확인이 필요합니다',
  tokenRefused: 'GIIP가 토큰을 거부했습니다',
};
