import { atFirstUse } from '../../util/at-first-use.ts';
import type { StatusWords } from '../en/status-words.ts';

const numbers = atFirstUse(() => new Intl.NumberFormat('ja'));

/** The state in a few words, in Japanese. */
export const statusWords: StatusWords = {
  setup: '未接続',
  inStep: 'すべて一致しています',
  pending: (amount) => `送信する変更 ${numbers().format(amount)} 件`,
  stopped: '停止しました。済んだ分はそのまま、残りは次の同期を待ちます',
  syncing: '同期中',
  paused: '一時停止中',
  offline: 'GIIP を待っています',
  conflict: (amount) => `解決が必要な競合 ${numbers().format(amount)} 件`,
  held: (amount) => `確認が必要な項目 ${numbers().format(amount)} 件`,
  error: '対応が必要です',
  tokenRefused: 'GIIP がトークンを拒否しました',
};
