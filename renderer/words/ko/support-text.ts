import { countText } from '../../count-text.ts';
import type { SupportText } from '../en/support-text.ts';

/** The window that makes a support bundle, in Korean. */
export const supportText: SupportText = {
  open: '지원용 파일 만들기…',
  openHint:
    '지원 담당자가 요청하는 내용을 파일 하나에 담습니다. 먼저 전부 볼 수 있으며, 아무것도 전송되지 않습니다.',
  title: '지원용 파일',
  intro:
    '지원 담당자가 요청하는 내용을 압축 파일 하나에 담습니다. 이 컴퓨터 밖으로 나가는 것은 없습니다. 내용을 확인하고 저장한 뒤 지원 담당자에게 직접 전달하세요.',
  without: 'Agent Token과 파일 본문은 절대 들어가지 않습니다.',
  names: '파일 이름 포함',
  namesHint: '포함하지 않으면 각 파일은 docs/3f9a1c07.md와 같은 대체 이름으로 표시됩니다.',
  collecting: '모으는 중…',
  list: '들어가는 파일',
  size: (files, bytes) => `${countText.files(files)}, 압축 전 ${countText.bytes(bytes)}.`,
  fileSize: (bytes, isCut) => (isCut ? `${countText.bytes(bytes)}, 끝부분만` : countText.bytes(bytes)),
  textOf: (name) => `${name}의 내용`,
  empty: '빈 파일입니다.',
  save: '저장…',
  again: '다시 모으기',
  saved: (name) => `${name}(으)로 저장했습니다. 아무것도 전송되지 않았습니다.`,
};
