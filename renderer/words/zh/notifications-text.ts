import type { NoticeKind } from '../../../shared/model/notice.ts';
import type { NotificationsText } from '../en/notifications-text.ts';

const KINDS: { readonly [K in NoticeKind]: string } = {
  token: 'Agent Token 无法使用时',
  held: '有项目等待查看时',
  conflict: '出现新的冲突时',
  stale: '一天没有同步时',
  well: '恢复正常时',
};

/** The words of the notifications in the settings window, in simplified Chinese. */
export const notificationsText: NotificationsText = {
  title: '通知',
  on: '需要我处理时通知我',
  onHint: '每小时最多四次，同一件事只通知一次。只显示文件名，不显示内容。',
  kind: (kind) => KINDS[kind],
};
