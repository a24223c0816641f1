import type { NoticeWords } from '../en/notice-words.ts';

/** What notifications say, in Japanese. */
export const noticeWords: NoticeWords = {
  token: {
    title: 'Agent Token が使えません',
    body: '同期を止めています。ファイルはそのままです。クリックすると対処方法が表示されます。',
  },
  heldTitle: (amount) => `確認が必要な項目 ${amount} 件`,
  heldBody: '確認されるまで何も変わりません。',
  conflictTitle: (amount) => `解決が必要な競合 ${amount} 件`,
  conflictBody: 'どちらの版もそのまま残っています。',
  stale: {
    title: '1 日同期されていません',
    body: 'このコンピューターのファイルは無事です。クリックすると原因が表示されます。',
  },
  well: { title: '元どおりになりました', body: 'すべて一致しています。' },
  more: (amount) => `ほか ${amount} 件`,
};
