import type { ManagedText } from '../en/managed-text.ts';

/** The words about what the machine's policy decides, in Japanese. */
export const managedText: ManagedText = {
  title: '組織による管理',
  body: '管理者がこのコンピューターについて決めた設定です。ここでは変更できません。',
  list: '管理されている設定',
  by: (source) => `組織が管理しています (${source})`,
  source: (source) => `設定場所: ${source}`,
  problems: '使われていないもの',
  problemsBody: 'このコンピューターのポリシーにありますが、使えない値です。管理者に知らせてください。',
  problem: (key, source) => (key === '' ? source : `${key} (${source})`),
  token: '組織が Agent Token を提供しています。',
};
