import type { CompareText } from '../en/compare-text.ts';

/** The words of the window that compares configs, in simplified Chinese. */
export const compareText: CompareText = {
  title: '比较配置文件',
  intro: '显示此电脑上两个连接的配置文件有何不同。只查看，不做任何更改。•••••• 代表看起来像机密的内容。',
  left: '比较',
  right: '与',
  again: '重新查看',
  looking: '正在查看两个文件夹…',
  needsTwo: '只有一个连接。要比较，请在设置中添加另一个连接。',
  onlyDifferences: '仅显示不同',
  sum: (different, all) => `${all} 个文件中有 ${different} 个不同`,
  none: '两个文件夹都还没有配置文件。',
  allEqual: '所有配置文件在两边含义相同。',
  files: '配置文件',
  equal: '两边相同',
  different: '不同',
  onlyIn: (name) => `仅在 ${name} 中`,
  unreadable: '无法读取',
  noKeys: '两边并非都是带键的 JSON，无法逐个列出。',
  key: '键',
  keysOf: (path) => `${path} 中不同的键`,
  absent: '没有',
  moreKeys: (amount) => `还有 ${amount} 个`,
};
