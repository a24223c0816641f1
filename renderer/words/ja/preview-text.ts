import { countText } from '../../count-text.ts';
import type { PreviewText } from '../en/preview-text.ts';

const { files, items } = countText;

const ACTIONS: { readonly [A in Parameters<PreviewText['group']>[0]]: (amount: number) => string } = {
  conflict: (amount) => `${files(amount)}は選択が必要になります`,
  held: (amount) => `${items(amount)}は確認されるまで保留されます`,
  pull: (amount) => `${files(amount)}を GIIP から取得します`,
  push: (amount) => `${files(amount)}を GIIP に送信します`,
  merge: (amount) => `${files(amount)}は双方の変更が統合されます`,
  goneOnServer: (amount) => `${files(amount)}は GIIP にはもうありませんが、ここには残ります`,
  deletedHere: (amount) => `ここで削除した${files(amount)}は GIIP に残ります`,
  rejected: (amount) => `${files(amount)}は同期されません`,
  adopt: (amount) => `${files(amount)}はすでに双方で同じです`,
};

/** The words of the preview window, in Japanese. */
export const previewText: PreviewText = {
  title: '今同期するとどうなりますか？',
  looking: '双方を比較しています…',
  nothingWritten: 'これは確認だけです。どちら側にも何も書き込んでいません。',
  inStep: '何も起こりません。双方は一致しています。',
  at: (time) => `${time} 時点の内容です。`,
  risks: '先に確認してください',
  overwrites: (amount) =>
    `このコンピューターの${files(amount)}が置き換えられます。今の内容は履歴に残ります。`,
  group: (action, amount) => ACTIONS[action](amount),
  syncNow: '今すぐ同期',
  lookAgain: 'もう一度確認',
  started: '同期を開始しました。進み具合は状態に表示されます。',
  outcome: {
    offline: 'GIIP に接続できないため、このコンピューターだけを確認しました。',
    unauthorized: 'GIIP がトークンを拒否したため、このコンピューターだけを確認しました。',
    failed: '比較を最後まで行えませんでした。',
  },
};
