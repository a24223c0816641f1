import type { ReasonCode } from '../../../shared/model/reason.ts';
import { countText } from '../../count-text.ts';
import { reasonWords } from '../../reason-words.ts';
import { timeText } from '../../time-text.ts';
import type { Text } from '../en/text.ts';

const { files, items, number } = countText;

const PHASES: { readonly [P in Parameters<Text['progress']>[0]['phase']]: string } = {
  scanning: 'フォルダーを確認中',
  pulling: 'GIIP に確認中',
  applying: '取得中',
  pushing: '送信中',
  verifying: 'GIIP の内容を確認中',
};

const ACTIVITIES: { readonly [K in Parameters<Text['activityKind']>[0]]: string } = {
  pulled: '取得',
  pushed: '送信',
  merged: '統合',
  conflict: '競合',
  'conflict-ended': '競合の終了',
  resolved: '解決',
  restored: '復元',
  held: '保留',
  rejected: '同期されず',
  'self-check': '確認',
  problem: '問題',
};

const PLANNED: { readonly [A in Parameters<Text['planned']>[0]]: string } = {
  conflict: '選択が必要',
  held: '確認のため保留',
  pull: '取得するもの',
  push: '送信するもの',
  merge: '統合するもの',
  deletedHere: 'ここで削除、GIIP には存在',
  goneOnServer: 'GIIP にもうない',
  rejected: '同期されず',
  adopt: 'すでに同じ',
};

const CREDENTIALS: { readonly [C in Parameters<Text['credential']>[0]]: string } = {
  stored: '保存済み、このシステムが暗号化',
  'this-run-only': '終了するまで保持: 保存するキーリングがありません',
  locked: '保存済み、キーリングのロック解除待ち',
  missing: '未入力',
  managed: '組織が提供',
};

function heldConsequence(code: ReasonCode, amount: number): string {
  switch (code) {
    case 'held-mass-deletion':
      return `このコンピューターでの ${items(amount)}の削除を意図したものとして扱います。`;
    case 'held-mass-overwrite':
      return `このコンピューターの${files(amount)}が GIIP のものに置き換えられます。今の内容は履歴に残ります。`;
    case 'held-server-rollback':
      return `${items(amount)}が GIIP の以前の状態に合わせられます。今の内容は履歴に残ります。`;
    case 'held-emptied-after-crash':
      return `${files(amount)}を空のまま送信します。`;
    case 'held-not-stored':
    case 'held-refused-by-giip':
      return `${items(amount)}をもう一度送信します。`;
    default:
      return `${items(amount)}を今の状態のまま同期します。`;
  }
}

/** The words of the popup, and those that several windows say, in Japanese. */
export const text: Text = {
  product: 'Openclaw Sync',
  progress: ({ phase, done, total }) =>
    total > 0 ? `${PHASES[phase]} ${number(done)}/${number(total)}` : PHASES[phase],
  lastSuccess: (time, now) =>
    time === null ? 'まだ同期していません' : `最後の同期: ${timeText.age(time, now)}`,
  activityKind: (kind) => ACTIVITIES[kind],
  planned: (action) => PLANNED[action],
  credential: (state) => CREDENTIALS[state],
  andMore: (amount) => `ほか ${number(amount)} 件`,
  nextTry: (time, now) => `次の試行: ${timeText.countdown(time, now)}`,
  found: (time, now) => `${timeText.age(time, now)}に検出`,
  comma: '、',
  gap: '',
  sentence: (words) => `${words}。`,
  details: (detail) => `詳細: ${detail}`,
  dismiss: '閉じる',
  more: 'その他',
  stop: '停止',
  stopping: '停止しています…',
  syncNow: '今すぐ同期',
  openFolder: 'フォルダーを開く',
  settings: '設定',
  preview: '今同期するとどうなりますか？',
  history: '履歴…',
  undoLast: '最後の同期を元に戻す…',
  quit: '終了',
  resume: '再開',
  resolve: '解決',
  pauseFor: { hour: '1 時間停止', tomorrow: '明日まで停止', resumed: '再開するまで停止' },
  paused: (until, now) =>
    until === null ? '再開するまで一時停止中' : `${timeText.until(until, now)} まで一時停止中`,
  pausedBody: 'その間は取得も送信も行いません。編集した内容はここで待ちます。',
  calm: 'まだ何も転送していません。どちらかが変わると、ここに表示されます。',
  lists: {
    pending: '未送信の変更',
    conflicts: '競合',
    activity: '最近の動作',
    held: '確認のため保留',
    deletedHere: 'ここで削除、GIIP には存在',
    gone: 'GIIP にもうない',
    rejected: '同期されず',
  },
  held: {
    title: '続ける前に確認してください',
    body: '決めるまで、これらの項目はどちら側でも変わりません。',
    reason: (amount, reason) => `${items(amount)}: ${reasonWords(reason)}`,
    goOn: '続行',
    consequence: heldConsequence,
    confirmTitle: (amount) => `${items(amount)}を続行しますか？`,
    confirm: (amount) => `はい、${items(amount)}を続行`,
    notYet: 'あとで',
  },
  gone: { keep: 'ここに残す', send: 'もう一度送信' },
  errorActions: {
    token: '新しいトークンを入力',
    folder: 'このフォルダーで正しい',
    connection: '接続を変更',
  },
  connect: {
    title: 'このコンピューターを GIIP に接続',
    body: 'Openclaw Sync は Openclaw フォルダーと GIIP を双方向に一致させます。まず仮の GIIP と見本のフォルダーで試すこともできます。何もこのコンピューターの外に出ません。',
    setUp: 'セットアップ',
  },
  rehearsal: {
    banner: 'このコンピューターの仮の GIIP で練習中です。',
    leave: 'GIIP に接続',
    title: 'まず試してみますか？',
    body: '練習モードは、このコンピューターで仮の GIIP と見本のフォルダーを用意します。ファイルを編集し、競合を作り、元に戻してみてください。何もこのコンピューターの外に出ず、あなたのファイルには触れません。',
    start: 'GIIP なしで試す',
  },
  trayHint: {
    title: 'このデスクトップはトレイアイコンを表示しません',
    body: 'そのため Openclaw Sync は通常のウィンドウです。閉じても同期は続きます。もう一度表示するには Openclaw Sync を再び起動してください。',
    understood: 'わかりました',
  },
  crash: {
    title: 'このウィンドウが動作を停止しました',
    body: '同期はこのウィンドウとは別に続いています。ファイルは安全です。',
    reload: 'ウィンドウを再読み込み',
  },
};
