import { countText } from '../../count-text.ts';
import type { PreviewText } from '../en/preview-text.ts';

const { files, items } = countText;

const ACTIONS: { readonly [A in Parameters<PreviewText['group']>[0]]: (amount: number) => string } = {
  conflict: (amount) => `${files(amount)}将需要您选择`,
  held: (amount) => `${items(amount)}将暂缓处理，直到您查看`,
  pull: (amount) => `将从 GIIP 获取 ${files(amount)}`,
  push: (amount) => `将向 GIIP 发送 ${files(amount)}`,
  merge: (amount) => `将合并 ${files(amount)}两边的更改`,
  goneOnServer: (amount) => `${files(amount)}在 GIIP 上已不存在，会保留在这里`,
  deletedHere: (amount) => `在这里删除的 ${files(amount)}会保留在 GIIP 上`,
  rejected: (amount) => `${files(amount)}不会同步`,
  adopt: (amount) => `${files(amount)}两边已经相同`,
};

/** The words of the preview window, in simplified Chinese. */
export const previewText: PreviewText = {
  title: '现在同步会发生什么？',
  looking: '正在比较两边…',
  nothingWritten: '这只是预览：两边都没有写入任何内容。',
  inStep: '什么都不会发生：两边一致。',
  at: (time) => `截至 ${time}。`,
  risks: '请先查看',
  overwrites: (amount) => `此电脑上的 ${files(amount)}将被替换。当前内容会保留在历史记录中。`,
  group: (action, amount) => ACTIONS[action](amount),
  syncNow: '立即同步',
  lookAgain: '再看一次',
  started: '同步已开始。进度显示在状态中。',
  outcome: {
    offline: '无法连接 GIIP，因此只查看了此电脑。',
    unauthorized: 'GIIP 拒绝了令牌，因此只查看了此电脑。',
    failed: '未能完成比较。',
  },
};
