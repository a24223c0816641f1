import type { ConnectionsText } from '../en/connections-text.ts';

/** The words about several connections, in Japanese. */
export const connectionsText: ConnectionsText = {
  title: '接続',
  list: 'すべての接続',
  add: '接続を追加…',
  compare: '設定ファイルを比較…',
  addTitle: '接続を追加',
  lssn: (lssn) => `サーバー番号（lssn）${lssn}`,
  change: '変更…',
  pause: '一時停止',
  resume: '再開',
  remove: '削除…',
  confirm: {
    title: (name) => `${name} の接続を削除しますか？`,
    files: 'このフォルダーの同期を止めます。ファイルはこのコンピューターにも GIIP にもそのまま残ります。',
    history: (days) =>
      `以前の版は ${days}間このコンピューターに残り、同じフォルダーをもう一度接続すると再び見られます。`,
    token: 'この接続の Agent Token はこのコンピューターから削除されます。',
    yes: '削除',
    no: '残す',
  },
  removed: (name) => `削除しました：${name}。ファイルはそのままです。`,
};
