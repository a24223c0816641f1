import { app } from 'electron';
import type { AutostartState } from '../../shared/model/autostart.ts';
import { linuxAutostart } from './autostart-linux.ts';
import { loginItemState } from './autostart-login-item.ts';
import type { Autostart } from './autostart-switch.ts';

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
