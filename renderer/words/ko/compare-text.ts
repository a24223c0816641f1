import type { CompareText } from '../en/compare-text.ts';

/** The words of the window that compares configs, in Korean. */
export const compareText: CompareText = {
  title: '설정 파일 비교',
  intro:
    '이 컴퓨터에 있는 두 연결의 설정 파일이 어떻게 다른지 보여 줍니다. 보기만 하며 아무것도 바꾸지 않습니다. ••••••는 비밀로 보이는 값입니다.',
  left: '비교할 연결',
  right: '비교 대상',
  again: '다시 보기',
  looking: '두 폴더를 살펴보는 중…',
  needsTwo: '연결이 하나뿐입니다. 비교하려면 설정에서 연결을 추가하세요.',
  onlyDifferences: '다른 것만',
  sum: (different, all) => `파일 ${all}개 중 ${different}개가 다름`,
  none: '두 폴더 모두 아직 설정 파일이 없습니다.',
  allEqual: '모든 설정 파일의 내용이 양쪽에서 같습니다.',
  files: '설정 파일',
  equal: '양쪽이 같음',
  different: '다름',
  onlyIn: (name) => `${name}에만 있음`,
  unreadable: '읽을 수 없음',
  noKeys: '양쪽 모두 키가 있는 JSON은 아니어서 하나씩 보여 줄 수 없습니다.',
  key: '키',
  keysOf: (path) => `${path}에서 다른 키`,
  absent: '없음',
  moreKeys: (amount) => `외 ${amount}개`,
};
