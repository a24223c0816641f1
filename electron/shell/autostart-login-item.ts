import type { AutostartState } from '../../shared/model/autostart.ts';

/** The part of what Electron answers that decides. */
export interface LoginItem {
  readonly openAtLogin: boolean;
  /** macOS: of the login item service. */
  readonly status?: string;
  /** Windows: some entry of this program is there and not switched off. */
  readonly executableWillLaunchAtLogin?: boolean;
  /** Windows: every entry of this program. */
  readonly launchItems?: readonly { readonly scope: string; readonly enabled: boolean }[];
}

/** macOS: an item may be registered and still wait for, or have lost, the person's consent in System Settings. */
function macState({ openAtLogin, status }: LoginItem): AutostartState {
  if (status === 'requires-approval') return { is: 'switchedOff', where: 'macos' };
  return { is: status === 'enabled' || (status === undefined && openAtLogin) ? 'on' : 'off' };
}

/** Windows keeps the entry when a person switches it off in the Task Manager, and notes that elsewhere. */
function windowsState(item: LoginItem): AutostartState {
  const items = item.launchItems ?? [];
  const enabled = items.filter((each) => each.enabled);
  if (enabled.some(({ scope }) => scope === 'user')) return { is: 'on' };
  if (enabled.length > 0) return { is: 'onForEverybody' };
  if (item.executableWillLaunchAtLogin === true) return { is: 'on' };
  return items.length > 0 || item.openAtLogin ? { is: 'switchedOff', where: 'windows' } : { is: 'off' };
}

/** What the operating system's answer means. */
export function loginItemState(platform: NodeJS.Platform, item: LoginItem): AutostartState {
  return platform === 'darwin' ? macState(item) : windowsState(item);
}
