import type { HistoryVersion } from '../../../shared/model/change.ts';
import type { RestoreStep } from '../../../shared/model/history.ts';
import type { Outcome } from '../../../shared/model/sync-report.ts';
import { countText } from '../../count-text.ts';
import { timeText } from '../../time-text.ts';
import type { CompareText, HistoryText, WhyText } from '../en/history-text.ts';

const { files, number } = countText;

const ORIGINS: Readonly<Record<HistoryVersion['origin'], string>> = {
  local: 'このコンピューターで作成',
  server: 'GIIP から取得',
  merged: '双方を統合',
};

const OUTCOMES: Readonly<Record<Outcome, string | null>> = {
  inSync: null,
  conflicts: '競合が待っています',
  held: '確認のため保留',
  unauthorized: 'トークンが拒否されました',
  offline: 'GIIP に接続できません',
  failed: '失敗',
  usage: '失敗',
  busy: '別の処理が実行中でした',
};

const CHANGES: Readonly<Record<RestoreStep['change'], (amount: number) => string>> = {
  replace: (amount) => `${files(amount)}が以前のバージョンに置き換えられます`,
  create: (amount) => `${files(amount)}が元に戻されます`,
  delete: (amount) => `${files(amount)}が以前のようにこのコンピューターから取り除かれます`,
  unavailable: (amount) => `${files(amount)}は戻せません。以前の内容がもう残っていません`,
};

/** The words of the history window, in Japanese. */
export const historyText: HistoryText = {
  title: '履歴',
  views: '履歴の表示方法',
  timeLine: '時系列',
  byFile: 'ファイル別',
  loading: '読み込み中…',
  older: 'さらに前を表示',
  noRuns: 'まだ何も変更されていません。何かを変更した同期がここに表示されます。',
  noFiles: '以前のバージョンはまだありません。',
  noMatch: '名前にこの文字を含むファイルはありません。',
  filter: 'ファイルを絞り込む',
  choose: 'ファイルを選ぶと以前のバージョンが表示されます。',
  outcome: (outcome) => (outcome === null ? null : OUTCOMES[outcome]),
  by: { sync: '同期による', decision: 'あなたの選択', restore: 'あなたの操作', undo: 'あなたの操作' },
  changes: '変更内容',
  versionsOf: (path) => `${path} のバージョンを表示`,
  undoRun: (kind) => (kind === 'sync' ? 'この同期を元に戻す…' : '元に戻す…'),
  restoreTo: 'フォルダーをこの時点に復元…',
  cannotUndo: 'このコンピューターのファイルを置き換えていないため、ここで元に戻すものはありません。',
  plan: {
    undoTitle: ({ kind }) => {
      if (kind === 'sync') return 'この同期を元に戻しますか？';
      return kind === 'undo' ? 'この取り消しを元に戻しますか？' : 'この操作を元に戻しますか？';
    },
    restoreTitle: (time) => `フォルダーを ${timeText.exact(time)} の状態に復元しますか？`,
    note: '通常の変更として行われます。今の内容は保存され、次の同期で GIIP に送信され、これも元に戻せます。',
    looking: 'どうなるかを確認しています…',
    changes: (change, amount) => CHANGES[change](amount),
    nothing: '戻すものはありません。ファイルは当時と同じです。',
    nothingToUndo: '元に戻せる変更はありません。',
    all: 'すべてのファイル',
    undo: (amount) => `${files(amount)}を元に戻す`,
    restore: (amount) => (amount === 0 ? '復元するファイルを選んでください' : `${files(amount)}を復元`),
    working: '処理しています…',
    cancel: 'キャンセル',
  },
  done: {
    title: '処理の結果',
    put: (amount) => `${files(amount)}が以前の状態に戻りました。次の同期で GIIP に送信されます。`,
    key: (key) => `「${key}」が以前の値に戻りました。次の同期で GIIP に送信されます。`,
    none: '何も変更されませんでした。',
    failed: (amount) => `${files(amount)}はそのまま残しました：`,
    undo: '元に戻す',
    undone: (amount) => `元に戻しました。${files(amount)}は直前の状態です。次の同期で GIIP に送信されます。`,
  },
  versions: {
    title: 'バージョン',
    none: 'このファイルの以前のバージョンはありません。',
    origin: (origin) => ORIGINS[origin],
    at: (time) => `${timeText.exact(time)} のバージョン`,
    restore: 'このバージョンを復元',
    same: '今のファイルと同じです。',
    asNow: '、今と同じ',
    gone: 'このファイルは今このコンピューターにありません。当時の内容は次のとおりです：',
    compared: '今のファイルとの比較',
  },
  keys: {
    title: '異なる設定',
    key: '設定',
    before: 'このバージョン',
    now: '今',
    action: '復元',
    absent: 'なし',
    restore: 'このキーを復元',
  },
};

/** The words of a comparison of two texts, in Japanese. */
export const compareText: CompareText = {
  lines: (amount) => `${number(amount)} か所が異なります。`,
  equal: '両方とも同じです。',
  showAll: 'すべての行を表示',
};

/** The words of the panel that says why something was done, in Japanese. */
export const whyText: WhyText = {
  ask: '理由',
  title: (path) => `理由： ${path}`,
  decided: (time) => `${timeText.exact(time)} に決まりました。`,
  here: 'このコンピューターでの変更',
  giip: 'GIIP での変更',
  sides: 'このコンピューターと GIIP',
  choose: '表示',
  from: { base: '最後の共通バージョン', local: 'このコンピューター', remote: 'GIIP' },
  absent: {
    base: '共通のバージョンはありませんでした。',
    local: 'このコンピューターにはありませんでした。',
    remote: 'GIIP にはありませんでした。',
  },
  dropped: {
    base: '最後の共通バージョンはもう残っていません。',
    local: 'このコンピューターの内容はもう残っていません。',
    remote: 'GIIP の内容はもう残っていません。',
  },
};
