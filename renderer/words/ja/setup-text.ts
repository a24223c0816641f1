import { countText } from '../../count-text.ts';
import type { SetupText } from '../en/setup-text.ts';

const { files, items } = countText;

const CHOSEN: Readonly<Record<'mine' | 'server' | 'both' | 'later', (amount: number) => string>> = {
  mine: (amount) => `${files(amount)}は自分のもの`,
  server: (amount) => `${files(amount)}は GIIP のもの`,
  both: (amount) => `${files(amount)}は両方`,
  later: (amount) => `${files(amount)}はあとで決定`,
};

/** The words of the set-up window, in Japanese. */
export const setupText: SetupText = {
  title: 'GIIP に接続',
  changeTitle: '接続の変更',
  intro: '必要なものは 3 つです。何が起こるかを確認するまで、何も転送しません。',
  token: 'Agent Token',
  tokenHint: 'GIIP が発行した sk です。暗号化して保存し、API URL にだけ送信します。',
  tokenFrom: (file) => `${file} のトークン`,
  otherToken: '別のトークンを入力',
  showToken: 'トークンを表示',
  hideToken: 'トークンを隠す',
  lssn: 'サーバー番号 (lssn)',
  lssnHint: 'GIIP がこのサーバーに表示する番号です。',
  folder: 'Openclaw フォルダー',
  folderHint: 'configs と docs が入っている .openclaw フォルダーです。',
  choose: '選択…',
  advanced: '詳細',
  apiUrl: 'API URL',
  test: '接続を確認',
  start: '同期を開始',
  testing: 'GIIP に確認しています…',
  planning: '双方を比較しています…',
  tested: (amount) => `GIIP が応答しました。このサーバー番号には ${items(amount)}あります。`,
  wrong: {
    token: 'GIIP が発行した Agent Token を入力してください。',
    lssn: '1 から 2147483647 までの整数を入力してください。',
    folder: '.openclaw フォルダーを選んでください。',
    folderRelative: 'ルートまたはドライブから始まる完全なパスを入力してください。',
    apiUrl: 'https://api.netbako.com/api のような https のアドレスを入力してください。',
  },
  candidates: {
    title: 'このコンピューターで見つかったもの',
    use: 'これを使う',
    server: (lssn) => (lssn === null ? 'サーバー番号は入っていません' : `サーバー番号 ${lssn}`),
  },
  plan: {
    title: '最初の同期で行うこと',
    nothingYet: 'まだ何も書き込んでいません。内容を確認してから開始してください。',
    nothing: '双方は同じか空です。転送するものはありません。',
    kept: '以前のバージョンを履歴に残さずに上書きすることはありません。',
    overwrites: (amount) =>
      amount === 0
        ? 'このコンピューターのファイルは上書きされません。'
        : `このコンピューターの${files(amount)}が上書きされます。`,
    conflicts: '選択が必要な項目は、選ぶまで双方ともそのままです。',
    choices: {
      title: (amount) => `${files(amount)}に選択が必要です`,
      note: '双方にあり、内容が異なります。今選ぶか、あとで両方の内容を見ながら決めてください。',
      all: 'すべてに適用',
      mixed: '異なる選択',
      of: (path) => `${path} の選択`,
      later: 'あとで決める',
      mine: '自分のものを残す',
      server: 'GIIP のものを使う',
      both: '両方残す',
      sum: (parts) => `選択： ${parts.join('、')}。`,
      chosen: (take, amount) => CHOSEN[take](amount),
    },
    details: 'すべての項目と理由を表示',
    replaces: 'ここのファイルを置き換え',
    back: '戻る',
  },
  done: {
    title: 'Openclaw Sync が動作しています',
    body: 'これからは双方を一致させ続けます。',
    whereItLives: {
      noTray:
        'このデスクトップはトレイアイコンを表示しません。ウィンドウを見るには Openclaw Sync をもう一度起動してください。',
      windows: 'アイコンは時計の横の通知領域にあります。見えない場合は ^ を開いて外へドラッグしてください。',
      mac: 'アイコンは画面上部のメニューバーにあります。',
      linux: 'アイコンは時計の横のパネルにあります。',
    },
    close: '閉じる',
    show: '状態を表示',
    choices: {
      title: 'あなたの選択',
      waiting: (amount) =>
        `最初の同期が双方を確認し次第、${files(amount)}への選択を適用します。それまでこのウィンドウを開いておいてください。`,
      settling: (amount) => `${files(amount)}への選択を適用しています…`,
      settled: (amount) => `${files(amount)}への選択を適用しました。`,
      ended: (amount) => `${files(amount)}はもう選択が不要です。双方は同じです。`,
      failed: (amount) => `${files(amount)}はまだ選択が必要です：`,
    },
  },
};
