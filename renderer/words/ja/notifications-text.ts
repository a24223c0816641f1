import type { NoticeKind } from '../../../shared/model/notice.ts';
import type { NotificationsText } from '../en/notifications-text.ts';

const KINDS: { readonly [K in NoticeKind]: string } = {
  token: 'Agent Token が使えないとき',
  held: '確認待ちの項目があるとき',
  conflict: '新しい競合があるとき',
  stale: '1 日同期されていないとき',
  well: '元どおりになったとき',
};

/** The words of the notifications in the settings window, in Japanese. */
export const notificationsText: NotificationsText = {
  title: '通知',
  on: '対応が必要なときに知らせる',
  onHint:
    '1 時間に最大 4 回、同じことは 1 度だけ知らせます。表示するのはファイル名だけで、内容は表示しません。',
  kind: (kind) => KINDS[kind],
};
