import type { TrayMenuWords } from '../en/tray-menu-words.ts';

const PHASES: { readonly [P in Parameters<TrayMenuWords['phase']>[0]]: string } = {
  scanning: 'フォルダーを確認中',
  pulling: 'GIIP に確認中',
  applying: '取得中',
  pushing: '送信中',
  verifying: 'GIIP の内容を確認中',
};

/** The tray's menu and tooltip, in Japanese. */
export const trayMenuWords: TrayMenuWords = {
  rehearsal: (product) => `${product}（練習）`,
  phase: (phase) => PHASES[phase],
  progress: (status, phase) => `${status}: ${phase}`,
  of: (phase, done, total) => `${phase} ${done}/${total}`,
  pausedUntil: (status, until) => `${status}（${until} まで）`,
  pausedUntilResumed: (status) => `${status}（再開するまで）`,
  lastSynced: (age) => `最後の同期: ${age}`,
  justNow: 'たった今',
  minutesAgo: (amount) => `${amount} 分前`,
  hoursAgo: (amount) => `${amount} 時間前`,
  daysAgo: (amount) => `${amount} 日前`,
  show: '表示',
  syncAll: 'すべて今すぐ同期',
  pauseAll: 'すべて一時停止',
  resumeAll: 'すべて再開',
  setUp: 'セットアップ…',
  open: (product) => `${product} を開く`,
  syncNow: '今すぐ同期',
  resume: '再開',
  pause: '一時停止',
  pauseHour: '1 時間',
  pauseTomorrow: '明日まで',
  pauseResumed: '再開するまで',
  conflicts: '競合を解決…',
  preview: '今同期するとどうなりますか？',
  history: '履歴…',
  undo: '最後の同期を元に戻す…',
  openFolder: 'フォルダーを開く',
  doctor: '接続を診断…',
  settings: '設定',
  quit: '終了',
};
