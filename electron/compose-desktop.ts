import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { app, type BrowserWindow } from 'electron';
import type { AppSnapshot } from '../shared/model/app-snapshot.ts';
import { systemClock } from './app/system-clock.ts';
import { composeApplication } from './compose.ts';
import type { ApplicationLog } from './compose-log.ts';
import { broadcastEvent } from './ipc/broadcast-event.ts';
import { serveCalls } from './ipc/serve-calls.ts';
import { aboutCalls } from './shell/about-calls.ts';
import { APP_ORIGIN } from './shell/app-protocol.ts';
import { autostart } from './shell/autostart.ts';
import { caFileCalls } from './shell/ca-file-dialog.ts';
import { Desktop } from './shell/desktop.ts';
import { doctorCalls } from './shell/doctor-calls.ts';
import type { EarlyTray } from './shell/early-tray.ts';
import { followAutostart } from './shell/follow-autostart.ts';
import { openNotifications } from './shell/notifications.ts';
import { keyringName, osCipher } from './shell/os-cipher.ts';
import { osNetwork, systemProxy } from './shell/os-network.ts';
import type { TrayOptions } from './shell/start-options.ts';
import { supportCalls } from './shell/support-calls.ts';
import type { TrayHost } from './shell/tray-host.ts';
import { settingsNow, updateRules } from './shell/update-rules.ts';
import { createUpdater } from './shell/updater.ts';
import { windowCalls } from './shell/window-calls.ts';
import { windowIcon } from './shell/window-icon.ts';
import { withAutostart } from './shell/with-autostart.ts';

export interface DesktopParts {
  readonly options: TrayOptions;
  /** As they were typed, for a start after an update. */
  readonly words: readonly string[];
  readonly stateDir: string;
  readonly host: TrayHost;
  /** The icon that stands there already. */
  readonly early: EarlyTray;
  readonly log: ApplicationLog;
}

/** Only the options that were given: an absent one and `undefined` are different things. */
function given(options: { readonly [name: string]: string | undefined }): {
  readonly [name: string]: string;
} {
  return Object.fromEntries(Object.entries(options).filter((entry): entry is [string, string] => !!entry[1]));
}

/** Builds the application, its windows and what serves them once, top to bottom, and starts them. */
export async function composeDesktop({
  options,
  words,
  stateDir,
  host,
  early,
  log,
}: DesktopParts): Promise<Desktop> {
  const { workspace, apiUrl, lssn } = options;
  const startsItself = autostart(process.platform, process.env);
  const { connections, network, doctor, support } = await composeApplication({
    stateDir,
    engineProgram: join(app.getAppPath(), 'out', 'engine-worker.mjs'),
    overrides: given({ workspace, apiUrl, lssn }),
    cipher: osCipher(process.platform),
    network: { system: systemProxy(), browser: osNetwork() },
    trayHost: () => host.available(),
    keyring: () => keyringName(process.platform),
    autostart: () => startsItself.state(),
    systemLanguages: () => app.getPreferredSystemLanguages(),
    environment: process.env,
    log,
  });
  // What follows is long enough for a turn of its own, and so is what begins the sessions.
  await nextTurn();
  const preload = join(app.getAppPath(), 'out', 'preload.cjs');
  const desktop = new Desktop({
    connections,
    host,
    early,
    preload,
    icon: windowIcon(process.platform),
    itemOpened: (window, path) => broadcastEvent([window], 'item.opened', path),
    shown: (window, id) => {
      connections.renew(id);
      tell(window);
    },
    atRest: () => updater.installAtExit(),
    log: log.write,
  });
  const { windows } = desktop;
  const updater = createUpdater({
    version: app.getVersion(),
    words,
    rules: () => updateRules(connections),
    isConflictOpen: () => windows.named('conflicts') !== null,
    quit: () => desktop.end(),
    clock: systemClock,
    random: Math.random,
    log,
    onChange: (status) => broadcastEvent(windows.all(), 'updates.changed', status),
  });
  /** What each window was told last: those are passed over that show what has not changed. */
  const told = new WeakMap<BrowserWindow, AppSnapshot>();
  function tell(window: BrowserWindow): void {
    const snapshot = connections.snapshot(windows.connectionOf(window));
    if (told.get(window) === snapshot) return;
    told.set(window, snapshot);
    broadcastEvent([window], 'snapshot.changed', snapshot);
  }
  followAutostart(connections, startsItself);
  const caFiles = caFileCalls({
    'settings.update': (change) =>
      withAutostart(connections.handlers(connections.ids()[0] ?? ''), startsItself)['settings.update'](
        change,
      ),
  });
  serveCalls({
    trust: { origin: APP_ORIGIN, windowOf: (contents) => windows.windowOf(contents) },
    handlersFor: (window) => {
      const id = windows.connectionOf(window);
      const handlers = connections.handlers(id);
      return {
        ...handlers,
        ...withAutostart(handlers, startsItself),
        ...updater.handlers,
        ...network,
        ...aboutCalls(join(app.getAppPath(), 'out', 'licences.json.gz')),
        ...caFiles(window),
        ...doctorCalls(window, {
          doctor: doctor(id),
          onProgress: (report) => broadcastEvent([window], 'doctor.progress', report),
        }),
        ...supportCalls(window, support(id), log.write),
        ...windowCalls(window, {
          windows,
          draft: connections.draft,
          workspace: () => connections.snapshot(id).connection?.workspace ?? null,
          mayQuit: () => connections.worst().quitAllowed,
        }),
      };
    },
    log: log.write,
  });
  connections.onChange(() => {
    windows.leaveGone(connections.has, connections.worst().connectionId);
    for (const window of windows.all()) tell(window);
  });
  const notify = openNotifications({
    file: join(stateDir, 'notices.json'),
    clock: systemClock,
    windows,
    icon: windowIcon(process.platform),
    settings: () => settingsNow(connections),
  });
  connections.onChange(() => notify(connections.ids().map(connections.snapshot)));
  await nextTurn();
  await connections.start();
  updater.start();
  return desktop;
}
