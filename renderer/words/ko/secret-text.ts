import { countText } from '../../count-text.ts';
import type { SecretText } from '../en/secret-text.ts';

const { files } = countText;

/** The words about items that are held for a key or password in them, in Korean. */
export const secretText: SecretText = {
  title: (amount) =>
    amount === 1 ? '비밀 정보를 보내지 않았습니다' : `${files(amount)}의 비밀 정보를 보내지 않았습니다`,
  body: '아직 GIIP에 없는 키나 암호로 보이는 내용이 들어 있습니다. 보내면 GIIP에서 이 서버를 볼 수 있는 사람이 읽을 수 있습니다. 나머지는 모두 계속 동기화됩니다.',
  keep: '이 컴퓨터에만 보관',
  once: '한 번 보내기',
  always: '이 항목은 항상 허용',
  keepAll: (amount) => `${amount}개 모두 이 컴퓨터에만 보관`,
  showAll: (amount) => `${amount}개 모두 보기`,
  ask: '다시 묻기',
  section: '비밀 정보',
  gate: '보내기 전에 키와 암호 찾기',
  gateHint:
    '비밀 정보가 들어 있는 것으로 보이는 파일은 확인하실 때까지 보류하고, 나머지는 계속 동기화합니다.',
};
