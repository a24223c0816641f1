import type { RestoreStep } from '../../../shared/model/history.ts';
import { countText } from '../../count-text.ts';
import type { DecisionText } from '../en/decision-text.ts';

const { files, number } = countText;

function undoWords(amounts: Readonly<Record<RestoreStep['change'], number>>): string {
  const parts = [
    amounts.replace > 0 && `${files(amounts.replace)}의 이전 내용이 돌아옵니다.`,
    amounts.create > 0 && `${files(amounts.create)}가 다시 생깁니다.`,
    amounts.delete > 0 && `${files(amounts.delete)}가 제거됩니다.`,
    amounts.unavailable > 0 && `${files(amounts.unavailable)}는 이전 내용이 더 이상 보관되어 있지 않습니다.`,
  ].filter((part) => part !== false);
  const undoes = parts.length > (amounts.unavailable > 0 ? 1 : 0);
  return undoes ? `실행 취소하면 여기서 ${parts.join(' ')}` : parts.join(' ');
}

/** Sentences about decisions, in Korean. */
export const decisionText: DecisionText = {
  manyTitle: (take, amount) => {
    if (take === 'both') return `${files(amount)}의 두 버전을 모두 보관할까요?`;
    return `${files(amount)}에 ${take === 'mine' ? '내' : 'GIIP'} 버전을 사용할까요?`;
  },
  manyBody: (take, amount) => {
    switch (take) {
      case 'mine':
        return `내 버전을 GIIP로 보냅니다. GIIP 버전 ${number(amount)}개는 기록에 남습니다.`;
      case 'server':
        return `GIIP 버전이 이 컴퓨터의 파일을 대신합니다. 내 버전 ${number(amount)}개는 기록에 남습니다.`;
      case 'both':
        return `내 버전은 양쪽에서 이름을 유지하고, GIIP 버전은 그 옆의 두 번째 파일이 됩니다. ${files(amount)}가 늘어납니다.`;
    }
  },
  settled: (take, what) => {
    switch (take) {
      case 'mine':
        return `내 버전으로 해결했습니다: ${what}.`;
      case 'server':
        return `GIIP 버전으로 해결했습니다: ${what}.`;
      case 'both':
        return `두 버전을 모두 보관했습니다: ${what}.`;
      case 'text':
        return `결과를 저장했습니다: ${what}.`;
    }
  },
  undoWords,
  ruleQuestion: ({ key, take, path }) =>
    `${path}의 ${key.join(' › ')}에 항상 ${take === 'mine' ? '내 값' : 'GIIP 값'}을 사용할까요?`,
  decisionsStill: (decided, kept) => {
    if (decided === 0) return '';
    if (kept === decided) return `내 결정 ${number(decided)}개가 모두 그대로 유효합니다.`;
    if (kept === 0) return `내 결정 ${number(decided)}개가 더 이상 맞지 않습니다.`;
    return `내 결정 ${number(decided)}개 중 ${number(kept)}개가 그대로 유효합니다.`;
  },
};
