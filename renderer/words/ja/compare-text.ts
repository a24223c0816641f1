import type { CompareText } from '../en/compare-text.ts';

/** The words of the window that compares configs, in Japanese. */
export const compareText: CompareText = {
  title: '設定ファイルを比較',
  intro:
    'このコンピューターにある二つの接続の設定ファイルの違いを表示します。見るだけで、何も変更しません。•••••• は秘密と思われる値です。',
  left: '比較する接続',
  right: '比較相手',
  again: 'もう一度見る',
  looking: '両方のフォルダーを見ています…',
  needsTwo: '接続は一つだけです。比較するには設定で接続を追加してください。',
  onlyDifferences: '違うものだけ',
  sum: (different, all) => `ファイル ${all} 件中 ${different} 件が異なります`,
  none: 'どちらのフォルダーにもまだ設定ファイルがありません。',
  allEqual: 'すべての設定ファイルの内容が両方で同じです。',
  files: '設定ファイル',
  equal: '両方同じ',
  different: '異なる',
  onlyIn: (name) => `${name} だけにある`,
  unreadable: '読み取れません',
  noKeys: '両方がキーのある JSON ではないため、一つずつ示せません。',
  key: 'キー',
  keysOf: (path) => `${path} で異なるキー`,
  absent: 'なし',
  moreKeys: (amount) => `ほか ${amount} 件`,
};
