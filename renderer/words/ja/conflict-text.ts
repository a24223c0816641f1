import { countText } from '../../count-text.ts';
import { timeText } from '../../time-text.ts';
import type { ConflictText } from '../en/conflict-text.ts';
import { decisionText } from './decision-text.ts';

const { files, items, number } = countText;

const open = (amount: number, what: 'change' | 'key'): string =>
  what === 'key' ? `${number(amount)} 個のキー` : `${number(amount)} か所の変更`;

/** The words of the conflict window, in Japanese. */
export const conflictText: ConflictText = {
  ...decisionText,
  calm: '対応が必要なものはありません。',
  calmMore: '競合や決定を待つ項目がここに表示されます。',
  loading: '両方のバージョンを読み込んでいます…',
  saving: '保存しています…',
  list: '対応が必要な項目',
  filter: '名前で絞り込む',
  noMatch: 'この文字を含む名前はありません。',
  select: (path) => `${path} を選択`,
  selectAll: {
    conflict: 'すべての競合を選択',
    held: '保留中の項目をすべて選択',
    gone: 'GIIP にもうない項目をすべて選択',
  },
  groups: {
    conflict: '競合',
    held: '確認のため保留',
    gone: 'GIIP にもうない',
    rejected: '同期できない',
  },
  rejectedBody: 'この項目は双方ともそのまま残ります。原因がなくなり次第、同期されます。',
  selected: (amount) => `${files(amount)}を選択中`,
  selectedBody: 'すべてに同じ決定を適用します。もう一度確認され、元に戻すこともできます。',
  clear: '選択を解除',
  here: 'このコンピューター',
  giip: 'GIIP',
  result: '結果',
  resultText: '結果、テキスト',
  ancestor: '双方の元のバージョン',
  showAncestor: '双方の元のバージョンを表示',
  hideAncestor: '双方の元のバージョンを隠す',
  useMine: '自分のものを使う',
  useGiip: 'GIIP のものを使う',
  keepBoth: '両方残す',
  save: '結果を保存',
  repair: 'ここの内容で修復',
  next: '次の競合',
  previous: '前の競合',
  why: '理由',
  keyboard: 'キーボード',
  nextChange: '次の変更',
  previousChange: '前の変更',
  undoEdit: '編集を元に戻す',
  redoEdit: '編集をやり直す',
  asText: 'テキストとして編集',
  you: (time, now) => `あなた、${timeText.age(time, now)}`,
  heard: (time, now) => `GIIP、${timeText.clockOrDay(time, now)} に受信`,
  absentHere: ({ kind }) =>
    kind === 'delete/edit' ? 'このコンピューターで削除されました' : 'このコンピューターにありません',
  absentGiip: 'GIIP にありません',
  mineHint: ({ local, remote }) => {
    if (local === null)
      return 'ファイルはここでは削除されたままです。GIIP には削除の手段がないため、あちらの写しは残ります。';
    return remote === null
      ? '自分のバージョンを GIIP に送信します。'
      : '自分のバージョンを GIIP に送信します。GIIP のバージョンは履歴に残ります。';
  },
  giipHint: ({ local, remote }) => {
    if (remote === null) return 'ファイルはここから取り除かれます。自分のバージョンは履歴に残ります。';
    return local === null
      ? 'GIIP のバージョンをこのコンピューターに戻します。'
      : 'GIIP のバージョンがここのファイルを置き換えます。自分のバージョンは履歴に残ります。';
  },
  bothHint: 'GIIP のバージョンは、双方で自分のファイルの隣の 2 つ目のファイルになります。',
  bothImpossible: '残すバージョンは 1 つしかありません。',
  hunkLabel: (at, total) => `変更 ${number(at)} / ${number(total)}`,
  hunkState: (state, kind) => {
    switch (state) {
      case 'open':
        return '未決定： どちらかを選ぶか、ここに入力してください';
      case 'mine':
        return '自分のものを採用';
      case 'server':
        return 'GIIP のものを採用';
      case 'both':
        return '両方を採用： 自分のもの、次に GIIP のもの';
      case 'typed':
        return '自分で入力';
      default:
        if (kind === 'same') return 'あなたと GIIP が同じ変更をしました';
        return kind === 'server' ? 'GIIP だけが変更： 反映済み' : 'あなただけが変更： 反映済み';
    }
  },
  take: { mine: '自分のものを採用', server: 'GIIP のものを採用', both: '両方を採用' },
  toDecide: (amount, what) => (amount === 0 ? 'すべて決定済み' : `未決定： ${open(amount, what)}`),
  toDecideOne: '未決定',
  provisional: '決定するまでは、このコンピューターの値が表示されます。',
  blockUndecided: (amount, what) => `先に ${open(amount, what)}を決定してください。`,
  blockNotJson: '結果が正しい JSON ではないため、保存できません。',
  blockConfirm: '先に結果を読み、チェックを入れてください。',
  confirmCause: {
    'too-different':
      '2 つの内容は違いが多すぎるため、部分ごとに統合できません。下は自分のバージョンです。自由に編集してください。',
    'one-side': '統合は行っていません。下は無傷のバージョンです。自由に編集してください。',
    'not-comparable':
      '一方が正しい JSON ではないため、キーを比較できません。結果をテキストとして編集してください。',
    undecided: '編集を始めたとき、未決定の箇所がありました。残りはここに表示されているとおりです。',
  },
  confirm: '結果を読みました。双方ともこの内容でよい',
  saveHint: '結果が双方の内容になります。',
  keyTable: '異なるキー',
  keyColumn: '違い',
  choiceColumn: '選択',
  keyMine: '自分の',
  keyGiip: 'GIIP の',
  keyOther: '別の値',
  keyNone: 'なし',
  keyAuto: {
    mine: 'あなただけが変更： 反映済み',
    server: 'GIIP だけが変更： 反映済み',
    same: '双方が同じ変更',
  },
  valueProblem: {
    'not-json': 'JSON の値ではありません。文字列は "INFO" のように引用符で囲んでください。',
    'other-type': '双方の値と種類が異なります。',
  },
  ask: {
    empty: {
      title: '空の結果を保存しますか？',
      body: '両方のバージョンには内容がありますが、結果は空です。どちらも履歴に残ります。',
    },
    shrunk: {
      title: 'かなり短い結果を保存しますか？',
      body: '結果はどちらのバージョンの半分の長さもありません。どちらも履歴に残ります。',
    },
    unused: {
      title: '結果を使わずに進みますか？',
      body: '結果の一部を決定または入力しています。それらは破棄されます。',
    },
    no: '戻る',
  },
  askYes: (take) =>
    ({
      mine: 'はい、自分のものを使う',
      server: 'はい、GIIP のものを使う',
      both: 'はい、両方残す',
      text: '保存する',
    })[take],
  notYet: 'あとで',
  goOnTitle: (amount) => `${items(amount)}を続行しますか？`,
  goOn: (amount) => `${items(amount)}を続行`,
  undo: '元に戻す',
  undone: (amount) => `元に戻しました。${files(amount)}は以前のとおりです。`,
  failedToo: (amount) => `${files(amount)}は解決できず、一覧に残っています。`,
  files,
  ruleYes: '常に',
  ruleNo: 'あとで',
  ruleAdded: '今後は自動で解決されます。規則は設定に表示されます。',
  moved: (sides, at, decided, kept) => {
    const who = {
      mine: 'あなたのファイル',
      server: 'GIIP のバージョン',
      both: '両方のバージョン',
    }[sides];
    return `${timeText.clock(at)} に${who}が変わりました。${decisionText.decisionsStill(decided, kept)}`.trim();
  },
  ended: (path) => `${path} は一致しました。決定することはありません。`,
  lostTyped: '入力した内容が合わなくなりました。コピーできるようここに残します：',
  endedTyped: '作成していた内容です：',
  copy: 'コピー',
  copied: 'コピーしました',
  whyTitle: '対応が必要な理由',
  close: '閉じる',
  shortcuts: [
    ['F7 または Alt+↓', '次の変更'],
    ['Shift+F7 または Alt+↑', '前の変更'],
    ['Alt+1', '自分のものを採用'],
    ['Alt+2', 'GIIP のものを採用'],
    ['Alt+3', '両方を採用'],
    ['Ctrl+Z、Ctrl+Y', '元に戻す、やり直す(決定も)'],
    ['Ctrl+Enter', '結果を保存'],
    ['Ctrl+PageDown', '次の競合'],
    ['Ctrl+PageUp', '前の競合'],
  ],
};
