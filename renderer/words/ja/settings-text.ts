import type { KeyRule } from '../../../shared/model/conflict.ts';
import { countText } from '../../count-text.ts';
import { timeText } from '../../time-text.ts';
import type { SettingsText } from '../en/settings-text.ts';

const { bytes, number } = countText;

const rule = ({ path, key, take }: KeyRule): string =>
  `${path} の「${key.join(' › ')}」: 常に${take === 'mine' ? '自分の値' : ' GIIP の値'}`;

/** The words of the settings window, in Japanese. */
export const settingsText: SettingsText = {
  title: '設定',
  behaviour: '動作',
  interval: 'GIIP の変更を確認する間隔',
  intervalHint: 'このコンピューターでの編集は数秒以内に送信されます。これは GIIP に変更を確認する頻度です。',
  intervalOption: timeText.seconds,
  language: '言語',
  languageHint: 'すべてのウィンドウ、トレイ、通知の言語です。開いているウィンドウもすぐに変わります。',
  languageOfSystem: 'このコンピューターに合わせる',
  autostart: 'サインイン時に起動',
  autostartHint: 'このコンピューターにサインインするとすぐに、バックグラウンドで同期します。',
  autostartState: {
    switchedOff: {
      windows: 'Windows の設定 › アプリ › スタートアップでオフになっています。自動では起動しません。',
      macos:
        'macOS のシステム設定 › 一般 › ログイン項目でオフになっています。そこでオンにしてください。オンにできるのは本人だけです。',
    },
    broken: (program) =>
      program === ''
        ? '登録された項目は何も起動しないため、同期は自動では始まりません。オンにすると修復されます。'
        : `登録された項目は別のもの（${program}）を起動するため、このプログラムは自動では起動しません。オンにすると修復されます。`,
    onForEverybody:
      '管理者がこのコンピューターの全員に対して起動するようにしています。Windows の設定 › アプリ › スタートアップで自分の分だけオフにできます。',
  },
  connection: '接続',
  apiUrl: 'API URL',
  lssn: 'サーバー番号 (lssn)',
  folder: 'Openclaw フォルダー',
  token: 'Agent Token',
  none: 'まだ接続していません。',
  change: '変更…',
  history: {
    title: '履歴と保存容量',
    days: '以前のバージョンを残す期間',
    daysHint: '同期、決定、復元で置き換えられた内容をこの期間残します。',
    daysOption: (amount) => `${number(amount)} 日`,
    versions: 'ファイルごとに必ず残す数',
    versionsHint: '古くても残します。',
    versionsOption: (amount) => `${number(amount)} 個のバージョン`,
    size: '使用中',
    sizeWords: ({ bytes: amount, versions, texts }) =>
      versions === 0
        ? `ディスク上 ${bytes(amount)}`
        : `ディスク上 ${bytes(amount)}: 異なる内容 ${number(texts)} 件に ${number(versions)} 個のバージョン`,
    oldest: (time) =>
      time === null
        ? '以前のバージョンはまだありません。'
        : `最も古いものは ${timeText.exact(time)} です。同じ内容は 1 回だけ保存されます。`,
    open: '履歴を開く',
  },
  rules: {
    title: '規則',
    list: 'キーの規則',
    rule,
    remove: '削除',
    removed: (removed) => `削除しました: ${rule(removed)}。今後は確認されます。`,
    none: '規則はありません。設定ファイルの同じキーを 3 回続けて同じように解決すると、規則が提案されます。',
  },
  saved: '保存しました',
  about: {
    title: '情報',
    tab: '情報とライセンス',
    body: '.openclaw フォルダーと GIIP を双方向に一致させます。あなたが書いたものは、どちら側でも失われません。',
    version: 'バージョン',
  },
  licences: {
    title: 'サードパーティのライセンス',
    body: 'このプログラムに含まれる他の方々のソフトウェアと、それぞれのライセンスです。名前を選ぶと本文を表示します。',
  },
};
