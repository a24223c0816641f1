import { app } from 'electron';
import type { AutostartState } from '../../shared/model/autostart.ts';
import { linuxAutostart } from './autostart-linux.ts';
import { loginItemState } from './autostart-login-item.ts';

/** Start with the session. What the operating system holds is the truth, read anew each time: a person may change it there. */
export interface Autostart {
  state(): AutostartState;
  /** Whether the next session starts it. */
  isOn(): boolean;
  /** As a person asked for it: this also mends what is broken. Throws what the disk says. */
  set(on: boolean): void;
}

/** The way of this operating system. */
export function autostart(platform: NodeJS.Platform, environment: NodeJS.ProcessEnv): Autostart {
  return platform === 'linux' ? linuxAutostart(environment) : loginItemAutostart(platform);
}

/** macOS and Windows. `openAsHidden` is gone since Electron 44, so the program is told by an argument. */
function loginItemAutostart(platform: NodeJS.Platform): Autostart {
  const args = ['--hidden'];
  const state = (): AutostartState => loginItemState(platform, app.getLoginItemSettings({ args }));
  return {
    state,
    isOn: () => ['on', 'onForEverybody'].includes(state().is),
    set: (openAtLogin) => app.setLoginItemSettings({ openAtLogin, args }),
  };
}
