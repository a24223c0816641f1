import type { RestoreStep } from '../../../shared/model/history.ts';
import { countText } from '../../count-text.ts';
import type { DecisionText } from '../en/decision-text.ts';

const { files, number } = countText;

function undoWords(amounts: Readonly<Record<RestoreStep['change'], number>>): string {
  const parts = [
    amounts.replace > 0 && `放回 ${files(amounts.replace)}以前的内容`,
    amounts.create > 0 && `放回 ${files(amounts.create)}`,
    amounts.delete > 0 && `移除 ${files(amounts.delete)}`,
  ].filter((part) => part !== false);
  const lost = amounts.unavailable;
  const rest = lost > 0 ? `${files(lost)}以前的内容已不再保留。` : '';
  return parts.length === 0 ? rest : `撤消会在这里${parts.join('、')}。${rest}`;
}

/** Sentences about decisions, in simplified Chinese. */
export const decisionText: DecisionText = {
  manyTitle: (take, amount) => {
    if (take === 'both') return `保留 ${files(amount)}的两个版本？`;
    return `对 ${files(amount)}使用${take === 'mine' ? '我的' : ' GIIP 的'}版本？`;
  },
  manyBody: (take, amount) => {
    switch (take) {
      case 'mine':
        return `您的版本会发送到 GIIP。GIIP 的 ${number(amount)} 个版本保留在历史记录中。`;
      case 'server':
        return `GIIP 的版本会替换这里的文件。您的 ${number(amount)} 个版本保留在历史记录中。`;
      case 'both':
        return `您的版本在两边保持原名，GIIP 的版本成为旁边的第二个文件。这会增加 ${files(amount)}。`;
    }
  },
  settled: (take, what) => {
    switch (take) {
      case 'mine':
        return `已用您的版本解决：${what}。`;
      case 'server':
        return `已用 GIIP 的版本解决：${what}。`;
      case 'both':
        return `两个版本都已保留：${what}。`;
      case 'text':
        return `您的结果已保存：${what}。`;
    }
  },
  undoWords,
  ruleQuestion: ({ key, take, path }) =>
    `${path} 中的 ${key.join(' › ')} 始终使用${take === 'mine' ? '我的值' : ' GIIP 的值'}？`,
  decisionsStill: (decided, kept) => {
    if (decided === 0) return '';
    if (kept === decided) return `您的 ${number(decided)} 个决定全部仍然适用。`;
    if (kept === 0) return `您的 ${number(decided)} 个决定都不再适用。`;
    return `您的 ${number(decided)} 个决定中有 ${number(kept)} 个仍然适用。`;
  },
};
