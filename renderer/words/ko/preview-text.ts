import { countText } from '../../count-text.ts';
import type { PreviewText } from '../en/preview-text.ts';

const { files, items } = countText;

const ACTIONS: { readonly [A in Parameters<PreviewText['group']>[0]]: (amount: number) => string } = {
  conflict: (amount) => `${files(amount)}는 선택이 필요하게 됩니다`,
  held: (amount) => `${items(amount)}는 확인하실 때까지 보류됩니다`,
  pull: (amount) => `${files(amount)}를 GIIP에서 가져오게 됩니다`,
  push: (amount) => `${files(amount)}를 GIIP로 보내게 됩니다`,
  merge: (amount) => `${files(amount)}는 양쪽 변경이 병합됩니다`,
  goneOnServer: (amount) => `${files(amount)}는 GIIP에 더 이상 없지만 이 컴퓨터에는 남습니다`,
  deletedHere: (amount) => `여기서 삭제한 ${files(amount)}는 GIIP에 남습니다`,
  rejected: (amount) => `${files(amount)}는 동기화되지 않습니다`,
  adopt: (amount) => `${files(amount)}는 이미 양쪽이 같습니다`,
};

/** The words of the preview window, in Korean. */
export const previewText: PreviewText = {
  title: '지금 동기화하면 어떻게 되나요?',
  looking: '양쪽을 비교하는 중…',
  nothingWritten: '미리 보기입니다. 어느 쪽에도 아무것도 쓰지 않았습니다.',
  inStep: '바뀔 것이 없습니다. 양쪽이 일치합니다.',
  at: (time) => `${time} 기준입니다.`,
  risks: '먼저 확인하세요',
  overwrites: (amount) => `이 컴퓨터의 ${files(amount)}가 바뀝니다. 지금 내용은 기록에 보관됩니다.`,
  group: (action, amount) => ACTIONS[action](amount),
  syncNow: '지금 동기화',
  lookAgain: '다시 보기',
  started: '동기화를 시작했습니다. 진행 상황은 상태에 표시됩니다.',
  outcome: {
    offline: 'GIIP에 연결할 수 없어 이 컴퓨터만 확인했습니다.',
    unauthorized: 'GIIP가 토큰을 거부하여 이 컴퓨터만 확인했습니다.',
    failed: '비교를 끝내지 못했습니다.',
  },
};
