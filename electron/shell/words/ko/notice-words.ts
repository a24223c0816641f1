import type { NoticeWords } from '../en/notice-words.ts';

/** What notifications say, in Korean. */
export const noticeWords: NoticeWords = {
  token: {
    title: 'Agent Token을 사용할 수 없습니다',
    body: '동기화를 멈췄습니다. 파일은 그대로입니다. 클릭하면 해결 방법을 볼 수 있습니다.',
  },
  heldTitle: (amount) => `확인할 항목 ${amount}개`,
  heldBody: '확인하실 때까지 아무것도 바뀌지 않습니다.',
  conflictTitle: (amount) => `해결할 충돌 ${amount}건`,
  conflictBody: '두 버전은 그대로 보관됩니다.',
  stale: {
    title: '하루 동안 동기화되지 않았습니다',
    body: '이 컴퓨터의 파일은 안전합니다. 클릭하면 원인을 볼 수 있습니다.',
  },
  well: { title: '다시 정상입니다', body: '모두 일치합니다.' },
  more: (amount) => `외 ${amount}개`,
};
