import { type NativeImage, Notification } from 'electron';
import type { WindowName } from '../../shared/ipc/contract.ts';
import type { AppSnapshot } from '../../shared/model/app-snapshot.ts';
import type { NoticeKind } from '../../shared/model/notice.ts';
import type { Settings } from '../../shared/model/settings.ts';
import type { Notice } from '../notify/judge-notices.ts';
import { noticeFile } from '../notify/notice-file.ts';
import { createNotices } from '../notify/notices.ts';
import type { Clock } from '../sync/ports.ts';
import type { AppWindows } from './app-windows.ts';
import { noticeText } from './notice-text.ts';

export interface NotificationsOptions {
  /** Where it is kept what has been said. */
  readonly file: string;
  readonly clock: Clock;
  readonly windows: AppWindows;
  readonly icon: NativeImage | null;
  readonly settings: () => Promise<Settings | null>;
}

/** The windows that show a kind: in front of one of them nobody needs to be told. */
const SHOWN_IN: { readonly [K in NoticeKind]: readonly WindowName[] } = {
  token: ['popup', 'settings', 'setup', 'doctor'],
  held: ['popup', 'conflicts'],
  conflict: ['popup', 'conflicts'],
  stale: ['popup', 'doctor'],
  well: ['popup', 'conflicts', 'settings', 'setup', 'doctor'],
};

/** Notifications of the operating system: one of each kind at most stands on the screen. Answers what takes every snapshot. */
export function openNotifications(options: NotificationsOptions): (snapshot: AppSnapshot) => void {
  const { file, clock, windows, settings } = options;
  const standing = new Map<NoticeKind, Notification>();

  function withdraw(kind: NoticeKind): void {
    standing.get(kind)?.close();
    standing.delete(kind);
  }

  function show(notice: Notice, { language }: AppSnapshot): void {
    if (!Notification.isSupported()) return;
    const { kind } = notice;
    withdraw(kind);
    const shown = new Notification({
      ...noticeText(notice, language),
      ...(options.icon && { icon: options.icon }),
    });
    shown.on('click', () => lead(windows, notice));
    // Kept for as long as it stands: what is collected cannot be clicked.
    shown.on('close', () => standing.get(kind) === shown && standing.delete(kind));
    standing.set(kind, shown);
    shown.show();
  }

  const isShown = (kind: NoticeKind): boolean =>
    SHOWN_IN[kind].some((name) => windows.named(name)?.isFocused() === true);
  const notices = createNotices({ clock, keeper: noticeFile(file), settings, isShown, show, withdraw });
  return notices.follow;
}

/** To the thing itself. What is over by then is said to be over there. */
function lead(windows: AppWindows, { kind, paths }: Notice): void {
  if (kind === 'conflict') windows.openItem({ window: 'conflicts', path: paths[0] ?? null });
  else if (kind === 'token') windows.openSettings('connection');
  else windows.open('popup');
}
