import type { PolicyTexts } from './policy-texts.ts';

/** The policy's words in Japanese. */
export const JA: PolicyTexts = {
  product: 'Openclaw Sync',
  supported: 'Openclaw Sync 0.1 以降',
  categories: {
    connection: '接続',
    network: 'ネットワーク',
    behaviour: '動作',
    safety: '安全と履歴',
    updates: '更新',
  },
  choices: { always: '常に有効', never: '無効', user: 'ユーザーが決める' },
  values: {
    error: 'エラーのみ',
    warn: 'エラーと警告',
    info: '起きたこと',
    debug: 'サポート用にすべて',
    ask: 'ユーザーに尋ねる',
    mine: 'このコンピューターの内容を使う',
    server: 'GIIP の内容を使う',
    both: '両方の内容を残す',
  },
  keys: {
    apiUrl: {
      title: 'API URL',
      explanation:
        'GIIP のアドレスです。https:// で始まる必要があり、http はこのコンピューター自身に対してのみ使えます。ポリシーで渡されたトークンはこのアドレス以外には送信されません。',
    },
    workspace: {
      title: 'Openclaw フォルダー',
      explanation:
        '各ユーザーの .openclaw フォルダーです。~、%HOME%、%USERPROFILE% はホーム フォルダーを表し、その他の %NAME% は環境変数から取得します。',
    },
    lssn: {
      title: 'サーバー番号 (lssn)',
      explanation: 'GIIP でこのサーバーに表示される番号です。',
    },
    tokenFile: {
      title: 'Agent Token のファイル',
      explanation:
        'このファイルの 1 行目が Agent Token です。ファイルの所有者は管理者またはユーザー本人で、全員が読み取れてはいけません。そうでない場合は読み込みません。',
    },
    tokenCommand: {
      title: 'Agent Token を出力するプログラム',
      explanation:
        '1 行に 1 つずつ、プログラムの完全なパスと引数を書きます。シェルを使わず最長 10 秒間実行し、出力の 1 行目が Agent Token です。ファイルより優先されます。',
    },
    proxy: {
      title: 'プロキシ',
      explanation:
        '「system」は自動構成を含む OS のプロキシを使い、「direct」はプロキシを使いません。それ以外はユーザー名とパスワードを含まないプロキシのアドレスです。',
    },
    caFile: {
      title: '追加の認証局のファイル',
      explanation: '通常の認証局に加えて信頼する認証局の PEM ファイルです。通信を検査する会社で使います。',
    },
    intervalSeconds: {
      title: 'GIIP を確認する間隔 (秒)',
      explanation:
        'このコンピューターでの編集は数秒以内に送信されます。これは GIIP の変更を確認する間隔です。',
    },
    autostart: {
      title: 'サインイン時に開始',
      explanation: 'ユーザーがサインインするとすぐにバックグラウンドで同期します。',
    },
    notifications: {
      title: '通知',
      explanation: '競合が待っているとき、保留されたものがあるとき、同期が止まったときに知らせます。',
    },
    quitAllowed: {
      title: 'ユーザーによる終了を許可',
      explanation:
        '「無効」にするとトレイ メニューに「終了」がなくなります。サインアウト、シャットダウン、パッケージ マネージャーは引き続きアプリケーションを終了できます。',
    },
    logLevel: {
      title: 'ログに書く内容',
      explanation: 'ログにトークンや文書の内容が書かれることはありません。',
    },
    conflictDefault: {
      title: '競合を解決する方法',
      explanation:
        '両側が同じ場所を変更したときの扱いです。どれを選んでも両方の内容が履歴に残り、アクティビティにポリシーが解決したと表示されます。削除されたファイルと壊れた内容はこの方法では解決せず、最初の同期は両方を残す場合だけ解決します。',
    },
    massCount: {
      title: '大量変更: ファイル数',
      explanation:
        'この数より多く、かつ下の割合より多いファイルが消えるか上書きされそうなとき、確認されるまで同期を保留します。',
    },
    massPercent: {
      title: '大量変更: 全ファイルに対する割合 (%)',
      explanation: '上のファイル数とあわせて大量変更と判断する、全ファイルに対する割合です。',
    },
    historyDays: {
      title: '以前のバージョンを保管する日数',
      explanation: '同期、決定、復元で置き換えられた内容をこの期間保管します。',
    },
    historyVersions: {
      title: 'ファイルごとに必ず残すバージョン数',
      explanation: 'どれほど古くても、各ファイルの最新のバージョンをこの数だけ残します。',
    },
    secretGate: {
      title: '送信前に秘密情報を検査',
      explanation: 'パスワードやキーを含むと思われる内容は、誰かが確認するまでコンピューターに保留されます。',
    },
    updates: {
      title: '更新',
      explanation:
        '新しいバージョンを探してインストールします。パッケージ マネージャーやソフトウェア配布でインストールされている場合は効果がありません。',
    },
    updateFeed: {
      title: '更新のアドレス',
      explanation: 'アプリケーションに組み込まれたアドレスの代わりに使う https アドレスです。',
    },
  },
};
