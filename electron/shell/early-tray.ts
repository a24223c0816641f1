import { Tray } from 'electron';
import { trayImage } from './tray-images.ts';

/** The icon before there is an application behind it. */
export interface EarlyTray {
  readonly icon: Tray;
  /** Ends its listening; whether it was clicked meanwhile. */
  taken(): boolean;
}

/**
 * Puts the icon there before anything of ours is loaded: it says what the application says until its first look, and
 * remembers a click. Without a host nobody shows it, and the desktop takes it away again.
 */
export function earlyTray(): EarlyTray {
  const icon = new Tray(trayImage('syncing'));
  // No language is known yet; the name is the same in all of them.
  icon.setToolTip('Openclaw Sync');
  let isClicked = false;
  const remember = (): void => {
    isClicked = true;
  };
  icon.on('click', remember);
  return {
    icon,
    taken() {
      icon.off('click', remember);
      return isClicked;
    },
  };
}
