import type { NoticeWords } from '../en/notice-words.ts';

/** What notifications say, in simplified Chinese. */
export const noticeWords: NoticeWords = {
  token: {
    title: 'Agent Token 无法使用',
    body: '同步已停止，您的文件没有变化。点击查看处理方法。',
  },
  heldTitle: (amount) => `${amount} 项待查看`,
  heldBody: '在您查看之前不会有任何改变。',
  conflictTitle: (amount) => `${amount} 个冲突待解决`,
  conflictBody: '两个版本都原样保留。',
  stale: {
    title: '已经一天没有同步',
    body: '这台计算机上的文件是安全的。点击查看原因。',
  },
  well: { title: '已恢复正常', body: '全部一致。' },
  more: (amount) => `还有 ${amount} 个`,
};
