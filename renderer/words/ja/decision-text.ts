import type { RestoreStep } from '../../../shared/model/history.ts';
import { countText } from '../../count-text.ts';
import type { DecisionText } from '../en/decision-text.ts';

const { files, number } = countText;

function undoWords(amounts: Readonly<Record<RestoreStep['change'], number>>): string {
  const parts = [
    amounts.replace > 0 && `${files(amounts.replace)}の以前の内容が戻ります。`,
    amounts.create > 0 && `${files(amounts.create)}が元に戻ります。`,
    amounts.delete > 0 && `${files(amounts.delete)}が取り除かれます。`,
    amounts.unavailable > 0 && `${files(amounts.unavailable)}は以前の内容がもう残っていません。`,
  ].filter((part) => part !== false);
  const undoes = parts.length > (amounts.unavailable > 0 ? 1 : 0);
  return undoes ? `元に戻すと、ここでは${parts.join('')}` : parts.join('');
}

/** Sentences about decisions, in Japanese. */
export const decisionText: DecisionText = {
  manyTitle: (take, amount) => {
    if (take === 'both') return `${files(amount)}の両方のバージョンを残しますか？`;
    return `${files(amount)}に${take === 'mine' ? '自分の' : ' GIIP の'}バージョンを使いますか？`;
  },
  manyBody: (take, amount) => {
    switch (take) {
      case 'mine':
        return `自分のバージョンを GIIP に送信します。GIIP の ${number(amount)} 件のバージョンは履歴に残ります。`;
      case 'server':
        return `GIIP のバージョンがここのファイルを置き換えます。自分の ${number(amount)} 件のバージョンは履歴に残ります。`;
      case 'both':
        return `自分のバージョンは双方で名前を保ち、GIIP のバージョンはその隣の 2 つ目のファイルになります。${files(amount)}が増えます。`;
    }
  },
  settled: (take, what) => {
    switch (take) {
      case 'mine':
        return `自分のバージョンで解決しました： ${what}。`;
      case 'server':
        return `GIIP のバージョンで解決しました： ${what}。`;
      case 'both':
        return `両方のバージョンを残しました： ${what}。`;
      case 'text':
        return `結果を保存しました： ${what}。`;
    }
  },
  undoWords,
  ruleQuestion: ({ key, take, path }) =>
    `${path} の ${key.join(' › ')} では常に${take === 'mine' ? '自分の値' : ' GIIP の値'}を使いますか？`,
  decisionsStill: (decided, kept) => {
    if (decided === 0) return '';
    if (kept === decided) return `あなたの ${number(decided)} 件の決定はすべて有効です。`;
    if (kept === 0) return `あなたの ${number(decided)} 件の決定はもう当てはまりません。`;
    return `あなたの ${number(decided)} 件の決定のうち ${number(kept)} 件は有効です。`;
  },
};
