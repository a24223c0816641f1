import type { UpdateProblem, UpdateRestart, UpdatesOff } from '../../../shared/model/updates.ts';
import type { UpdatesText } from '../en/updates-text.ts';

const OFF: { readonly [R in UpdatesOff]: string } = {
  managed: '管理者が更新を無効にしており、新しいバージョンは管理者がインストールします。',
  switchedOff: 'オフです。新しいバージョンの確認もインストールも行いません。',
  package:
    'このプログラムはパッケージマネージャーまたは管理者がインストールしたもので、新しいバージョンも同じ方法で届きます。',
  unsigned: 'このビルドは更新用に署名されていません。新しいバージョンは手動でインストールしてください。',
  place: '書き込めない場所にインストールされています。インストールした人が更新します。',
};

const PROBLEMS: { readonly [P in UpdateProblem]: string } = {
  unreachable: '前回の更新の確認ではサーバーに接続できませんでした。自動的に再試行します。',
  untrusted:
    'このプログラムの発行元の署名がないため、更新を拒否しました。何もインストールしていません。管理者に知らせてください。',
  damaged: '更新が破損した状態で届いたため破棄しました。次の確認時に取得し直します。',
  notInstalled: '更新をインストールできませんでした。実行中のバージョンはそのままです。',
};

const RESTART: { readonly [R in UpdateRestart]: string } = {
  restarting: 'Openclaw Sync は安全な時点で終了し、再び起動します。',
  notReady: 'インストールできる更新はありません。',
  conflictOpen: '競合のウィンドウが開いています。先に保存するか閉じてください。',
};

/** The words of the updates in the settings window, in Japanese. */
export const updatesText: UpdatesText = {
  title: '更新',
  on: '新しいバージョンを自動でインストール',
  onHint: 'バックグラウンドで取得し、Openclaw Sync の終了時にインストールします。同期の途中では行いません。',
  version: '現在のバージョン',
  looked: '前回の確認',
  notLooked: '起動後はまだありません',
  upToDate: '最新のバージョンです。',
  look: '今すぐ確認',
  restart: (next) => `再起動して ${next} に更新`,
  off: (reason) => OFF[reason],
  problem: (problem) => PROBLEMS[problem],
  restarted: (answer) => RESTART[answer],
  looking: '更新を確認中…',
  downloading: (next) => `バージョン ${next} をダウンロード中…`,
  ready: (next) => `バージョン ${next} の準備ができました。終了時にインストールされます。`,
};
