import type { NoticeKind } from '../../../shared/model/notice.ts';

const KINDS: { readonly [K in NoticeKind]: string } = {
  token: 'The Agent Token does not work',
  held: 'Items are held until I look',
  conflict: 'New conflicts',
  stale: 'Nothing synced for a day',
  well: 'All is well again',
};

/** The words of the notifications in the settings window. */
export const notificationsText = {
  title: 'Notifications',
  on: 'Tell me when I am needed',
  onHint: 'At most four an hour, each thing once, with names of files and never their content.',
  kind: (kind: NoticeKind) => KINDS[kind],
};

export type NotificationsText = typeof notificationsText;
