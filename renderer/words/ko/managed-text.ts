import type { ManagedText } from '../en/managed-text.ts';

/** The words about what the machine's policy decides, in Korean. */
export const managedText: ManagedText = {
  title: '조직에서 관리',
  body: '관리자가 이 컴퓨터에 대해 정한 설정입니다. 여기에서는 바꿀 수 없습니다.',
  list: '관리되는 설정',
  by: (source) => `조직에서 관리합니다 (${source})`,
  source: (source) => `설정한 곳: ${source}`,
  problems: '사용되지 않음',
  problemsBody: '이 컴퓨터의 정책에 있지만 사용할 수 없는 값입니다. 관리자에게 알려 주세요.',
  problem: (key, source) => (key === '' ? source : `${key} (${source})`),
  token: '조직에서 Agent Token을 제공합니다.',
};
