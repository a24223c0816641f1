import { countText } from '../../count-text.ts';
import type { DifferenceWords } from '../en/difference-words.ts';

const { number } = countText;

const KINDS: { readonly [K in Parameters<DifferenceWords['kind']>[0]]: { name: string; meaning: string } } = {
  'edit/edit': {
    name: '双方で変更',
    meaning: '前回の同期のあと、あなたと GIIP が同じ箇所を変更しました。選ぶまでどちらも置き換えられません。',
  },
  'new/new': {
    name: '双方で新規',
    meaning:
      'ファイルがここと GIIP に異なる内容で現れ、以前の共通バージョンがわかりません。選ぶまでどちらも置き換えられません。',
  },
  'delete/edit': {
    name: 'ここで削除、GIIP で変更',
    meaning: 'あなたがファイルを削除したあと、GIIP で変更されました。選ぶまでここでは削除されたままです。',
  },
  damaged: {
    name: 'GIIP で破損',
    meaning: 'GIIP の写しは途中で文字を失いました。あなたのファイルは無傷で、置き換えられません。',
  },
};

/** What differs between two sides, in Japanese. */
export const differenceWords: DifferenceWords = {
  wholeFile: 'ファイル全体',
  wholeFileSpoken: 'ファイル全体',
  deed: {
    removed: '削除',
    added: (value) => `追加: ${value}`,
    switched: (on) => (on ? 'オンに変更' : 'オフに変更'),
    inside: '中の値を変更',
    set: (value) => `${value} に変更`,
    listAdded: (entries) => `${entries} を追加`,
    listRemoved: (entries) => `${entries} を削除`,
    listBoth: (added, removed) => `${added} を追加し、${removed} を削除`,
    reordered: '順序を変更',
  },
  has: (who, what) => {
    const name = who === 'you' ? 'あなた' : 'GIIP';
    if (what.kind === 'absent') return `${name}: なし`;
    return `${name}: ${what.kind === 'switch' ? (what.on ? 'オン' : 'オフ') : what.words}`;
  },
  did: (who, deed) => `${who === 'you' ? 'あなた' : 'GIIP'}: ${deed}`,
  both: (deed) => `双方: ${deed}`,
  was: (sentence, value) => `${sentence}(以前の値: ${value})`,
  join: (one, other) => `${one}、${other}`,
  value: {
    notSet: 'なし',
    on: 'オン',
    off: 'オフ',
    emptyText: '空のテキスト',
    none: '値なし',
    quoted: (words) => `「${words}」`,
    emptyList: '空のリスト',
    list: (amount, inner) => `${number(amount)} 件のリスト(${inner})`,
    entries: (amount) => `${number(amount)} 件の項目`,
    emptyGroup: '空のグループ',
    group: (amount) => `${number(amount)} 個の値のグループ`,
  },
  spoken: {
    change: (at, total) => `${number(total)} か所のうち ${number(at)} 番目の変更`,
    sides: (mine, server) => `自分 ${mine}、GIIP ${server}`,
    nothing: 'なし',
    blankLines: (amount) => `空行 ${number(amount)} 行`,
    atLine: (line) => `${line} 行目の位置`,
    line: (line) => `${line} 行目`,
    lines: (from, to) => `${from} 行目から ${to} 行目`,
  },
  kind: (kind) => KINDS[kind],
  damage: ({ kind, characters }) => {
    switch (kind) {
      case 'question-marks':
        return `英語以外の ${number(characters)} 文字が GIIP で疑問符になりました。古いクライアントが UTF-8 であることを伝えずに送信したためです。`;
      case 'misread':
        return `英語以外の ${number(characters)} 文字が GIIP で別の文字になりました。途中で誤ったエンコーディングで読まれたためです。`;
      case 'line-breaks':
        return `文字としての \\n ${number(characters)} 個が GIIP で実際の改行になりました。`;
      case 'powershell-object':
        return 'GIIP にはテキストの代わりに Windows PowerShell のオブジェクトがあります。古いクライアントがファイルの情報で包んで送信したためです。';
    }
  },
  intact: (what) => `${what}あなたのファイルは無傷です。`,
  repair: '修復すると、このコンピューターの内容を GIIP に送信し、破損した内容は履歴に残します。',
};
