import type { ManagedText } from '../en/managed-text.ts';

/** The words about what the machine's policy decides, in Chinese. */
export const managedText: ManagedText = {
  title: '由您的组织管理',
  body: '这些设置由管理员为此计算机决定，无法在此更改。',
  list: '受管理的设置',
  by: (source) => `由您的组织管理 (${source})`,
  source: (source) => `设置位置：${source}`,
  problems: '未使用',
  problemsBody: '这些值在此计算机的策略中，但无法使用。请告诉管理员。',
  problem: (key, source) => (key === '' ? source : `${key} (${source})`),
  token: 'Agent Token 由您的组织提供。',
};
