import type { NoticeKind } from '../../../shared/model/notice.ts';
import type { NotificationsText } from '../en/notifications-text.ts';

const KINDS: { readonly [K in NoticeKind]: string } = {
  token: 'Agent Token을 사용할 수 없을 때',
  held: '확인할 때까지 보류된 항목이 있을 때',
  conflict: '새 충돌이 생겼을 때',
  stale: '하루 동안 동기화되지 않았을 때',
  well: '다시 정상이 되었을 때',
};

/** The words of the notifications in the settings window, in Korean. */
export const notificationsText: NotificationsText = {
  title: '알림',
  on: '확인이 필요할 때 알리기',
  onHint: '한 시간에 최대 네 번, 같은 일은 한 번만 알립니다. 파일 이름만 표시하고 내용은 표시하지 않습니다.',
  kind: (kind) => KINDS[kind],
};
