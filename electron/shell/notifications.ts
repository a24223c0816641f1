import { type NativeImage, Notification } from 'electron';
import { connectionName } from '../../shared/connection-name.ts';
import type { WindowName } from '../../shared/ipc/contract.ts';
import type { AppSnapshot } from '../../shared/model/app-snapshot.ts';
import type { NoticeKind } from '../../shared/model/notice.ts';
import type { Settings } from '../../shared/model/settings.ts';
import { type Notice, noticeName } from '../notify/judge-notices.ts';
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

/** Notifications of the operating system: one of each kind and connection at most stands on the screen. Answers what takes the snapshots of all connections. */
export function openNotifications(
  options: NotificationsOptions,
): (snapshots: readonly AppSnapshot[]) => void {
  const { file, clock, windows, settings } = options;
  const standing = new Map<string, Notification>();

  function withdraw(name: string): void {
    standing.get(name)?.close();
    standing.delete(name);
  }

  function show(notice: Notice, snapshots: readonly AppSnapshot[]): void {
    if (!Notification.isSupported()) return;
    const name = noticeName(notice.kind, notice.connection);
    withdraw(name);
    const shown = new Notification({
      ...noticeText(notice, snapshots[0]?.language ?? 'en', whose(notice, snapshots)),
      ...(options.icon && { icon: options.icon }),
    });
    shown.on('click', () => lead(windows, notice));
    // Kept for as long as it stands: what is collected cannot be clicked.
    shown.on('close', () => standing.get(name) === shown && standing.delete(name));
    standing.set(name, shown);
    shown.show();
  }

  const isShown = (kind: NoticeKind, connection: string): boolean =>
    SHOWN_IN[kind].some((name) => {
      const window = windows.named(name, connection);
      return window?.isFocused() === true && (kind === 'well' || windows.connectionOf(window) === connection);
    });
  const notices = createNotices({ clock, keeper: noticeFile(file), settings, isShown, show, withdraw });
  return (snapshots) => notices.follow(...snapshots);
}

/** The name of the connection that it is about, where there are several. */
function whose({ kind, connection }: Notice, snapshots: readonly AppSnapshot[]): string | null {
  const all = snapshots[0]?.connections ?? [];
  const found = all.find(({ id }) => id === connection);
  return found && kind !== 'well' && all.length > 1 ? connectionName(found, all) : null;
}

/** To the thing itself. What is over by then is said to be over there. */
function lead(windows: AppWindows, { kind, connection, paths }: Notice): void {
  if (kind === 'conflict') windows.openItem({ window: 'conflicts', path: paths[0] ?? null }, connection);
  else if (kind === 'token') windows.openSettings('connection', connection);
  else windows.open('popup', connection);
}
