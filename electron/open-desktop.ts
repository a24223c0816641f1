import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { app } from 'electron';
import { composeDesktop } from './compose-desktop.ts';
import { composeLog } from './compose-log.ts';
import { serveAppProtocol } from './shell/app-protocol.ts';
import type { Desktop } from './shell/desktop.ts';
import type { EarlyTray } from './shell/early-tray.ts';
import type { TrayOptions } from './shell/start-options.ts';
import type { TrayHost } from './shell/tray-host.ts';
import { watchCrashes } from './shell/watch-crashes.ts';
import { secureSession } from './shell/window-security.ts';

export interface DesktopStart {
  readonly options: TrayOptions;
  /** As they were typed, for a start after an update. */
  readonly words: readonly string[];
  readonly stateDir: string;
  readonly early: EarlyTray;
  readonly host: TrayHost;
}

/** Builds everything once, top to bottom, behind an icon that stands there already. */
export async function openDesktop({ options, words, stateDir, early, host }: DesktopStart): Promise<Desktop> {
  const log = composeLog(stateDir, process.env);
  watchCrashes(log.write);
  log.write('info', 'application-started', {
    electron: process.versions.electron,
    platform: process.platform,
  });
  try {
    secureSession();
    let desktop: Desktop | null = null;
    serveAppProtocol(join(app.getAppPath(), 'out', 'renderer'), () => desktop?.language() ?? 'en');
    desktop = await composeDesktop({ options, words, stateDir, host, early, log });
    // What it shows first is long enough for a turn of its own.
    await nextTurn();
    desktop.start(options.hidden);
    return desktop;
  } catch (cause) {
    log.write('error', 'application-not-started', { cause });
    throw cause;
  }
}
