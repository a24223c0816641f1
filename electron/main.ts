import { mkdirSync } from 'node:fs';
import { url as inspectorUrl } from 'node:inspector';
import { join } from 'node:path';
import { app, dialog, Menu } from 'electron';
import type { Settings } from '../shared/model/settings.ts';
import type { Application } from './app/application.ts';
import { systemClock } from './app/system-clock.ts';
import { endOnSurprise } from './cli/end-on-surprise.ts';
import { runCli } from './cli/run-cli.ts';
import { type ApplicationLog, composeApplication, composeLog } from './compose.ts';
import { broadcastEvent } from './ipc/broadcast-event.ts';
import { serveCalls } from './ipc/serve-calls.ts';
import { aboutCalls } from './shell/about-calls.ts';
import { APP_ORIGIN, registerAppScheme, serveAppProtocol } from './shell/app-protocol.ts';
import { autostart } from './shell/autostart.ts';
import { caFileCalls } from './shell/ca-file-dialog.ts';
import { Desktop } from './shell/desktop.ts';
import { doctorCalls } from './shell/doctor-calls.ts';
import { followAutostart } from './shell/follow-autostart.ts';
import { refusedSwitch } from './shell/hostile-switches.ts';
import { openNotifications } from './shell/notifications.ts';
import { keyringName, osCipher } from './shell/os-cipher.ts';
import { keepRequestsSingle, osNetwork, systemProxy } from './shell/os-network.ts';
import { startOptions, type TrayOptions } from './shell/start-options.ts';
import { supportCalls } from './shell/support-calls.ts';
import { type TrayHost, trayHost } from './shell/tray-host.ts';
import { createUpdater, type UpdateRules } from './shell/updater.ts';
import { watchCrashes } from './shell/watch-crashes.ts';
import { windowCalls } from './shell/window-calls.ts';
import { windowIcon } from './shell/window-icon.ts';
import { secureApp, secureSession } from './shell/window-security.ts';
import { withAutostart } from './shell/with-autostart.ts';
import { defaultStateDir } from './stores/state-dir.ts';

const APP_ID = 'net.netbako.openclaw-sync';
const EXIT_USAGE = 2;

/** Started as `electron .`, the folder comes before the words. */
const words = process.argv.slice(process.defaultApp ? 2 : 1);
const start = startOptions(words, currentFolder());

// Before anything of Chromium starts: a command works without a display, and ends before `ready`.
if (start.as === 'command') {
  endOnSurprise(process.stderr);
  app.exit(await runCli(start.argv, process.env, process));
} else startTray(start.options);

/** The folder that it was started from may be deleted by now: asking for it then throws, and only relative paths need it. */
function currentFolder(): string {
  try {
    return process.cwd();
  } catch {
    return '/';
  }
}

/** The tray application, or the sentence that says why not. */
function startTray(options: TrayOptions): void {
  const refused = refusedSwitch({ argv: words, packaged: app.isPackaged, inspectorUrl: inspectorUrl() });
  if (refused !== null) {
    process.stderr.write(`${refused}\n`);
    app.exit(EXIT_USAGE);
    return;
  }
  const stateDir = options.stateDir ?? defaultStateDir();
  nameApplication(stateDir);
  // One per state folder, since that is where Chromium keeps this lock too. The first one opens its window.
  if (!app.requestSingleInstanceLock({ hidden: options.hidden })) {
    app.exit(0);
    return;
  }
  const log = composeLog(stateDir, process.env);
  watchCrashes(log.write);
  log.write('info', 'application-started', {
    electron: process.versions.electron,
    platform: process.platform,
  });
  secureApp();
  keepRequestsSingle();
  registerAppScheme();
  // Never awaited here: Electron becomes ready only after this module has run.
  const desktop = app.whenReady().then(() => openDesktop(options, stateDir, log));
  desktop.catch((cause: unknown) => giveUp(cause, log));
  app.on('second-instance', (_event, _argv, _cwd, data) => {
    if (!isHiddenStart(data)) void desktop.then((opened) => opened.openMain());
  });
}

function nameApplication(stateDir: string): void {
  app.setName('Openclaw Sync');
  app.setAppUserModelId(APP_ID);
  const profile = join(stateDir, 'electron');
  mkdirSync(profile, { recursive: true, mode: 0o700 });
  app.setPath('userData', profile);
}

/** Builds everything once, top to bottom. */
async function openDesktop(options: TrayOptions, stateDir: string, log: ApplicationLog): Promise<Desktop> {
  app.dock?.hide();
  // macOS takes Copy and Paste from the menu; elsewhere a menu bar would only be in the way.
  if (process.platform !== 'darwin') Menu.setApplicationMenu(null);
  secureSession();
  let desktop: Desktop | null = null;
  serveAppProtocol(join(app.getAppPath(), 'out', 'renderer'), () => desktop?.language() ?? 'en');
  const host = await trayHost({
    platform: process.platform,
    busAddress: process.env.DBUS_SESSION_BUS_ADDRESS,
    onChange: () => desktop?.trayHostChanged(),
  });
  desktop = await connectDesktop(options, stateDir, host, log);
  desktop.start(options.hidden);
  return desktop;
}

async function connectDesktop(
  { workspace, apiUrl, lssn }: TrayOptions,
  stateDir: string,
  host: TrayHost,
  log: ApplicationLog,
): Promise<Desktop> {
  const startsItself = autostart(process.platform, process.env);
  const { application, network, doctor, support } = await composeApplication({
    stateDir,
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
  const preload = join(app.getAppPath(), 'out', 'preload.cjs');
  const desktop = new Desktop({
    application,
    host,
    preload,
    icon: windowIcon(process.platform),
    itemOpened: (window, path) => broadcastEvent([window], 'item.opened', path),
    atRest: () => updater.installAtExit(),
    log: log.write,
  });
  const { windows } = desktop;
  const updater = createUpdater({
    version: app.getVersion(),
    words,
    rules: () => updateRules(application),
    isConflictOpen: () => windows.named('conflicts') !== null,
    quit: () => desktop.end(),
    clock: systemClock,
    random: Math.random,
    log,
    onChange: (status) => broadcastEvent(windows.all(), 'updates.changed', status),
  });
  const handlers = withAutostart(application.handlers, startsItself);
  const caFiles = caFileCalls(handlers);
  followAutostart(application, startsItself);
  const workspaceNow = (): string | null => application.snapshot().connection?.workspace ?? null;
  serveCalls({
    trust: { origin: APP_ORIGIN, windowOf: (contents) => windows.windowOf(contents) },
    handlersFor: (window) => ({
      ...handlers,
      ...updater.handlers,
      ...network,
      ...aboutCalls(join(app.getAppPath(), 'out', 'licences.json')),
      ...caFiles(window),
      ...doctorCalls(window, {
        doctor,
        onProgress: (report) => broadcastEvent([window], 'doctor.progress', report),
      }),
      ...supportCalls(window, support, log.write),
      ...windowCalls(window, {
        windows,
        workspace: workspaceNow,
        mayQuit: () => application.snapshot().quitAllowed,
      }),
    }),
    log: log.write,
  });
  application.onChange((snapshot) => broadcastEvent(windows.all(), 'snapshot.changed', snapshot));
  const notify = openNotifications({
    file: join(stateDir, 'notices.json'),
    clock: systemClock,
    windows,
    icon: windowIcon(process.platform),
    settings: () => settingsNow(application),
  });
  application.onChange(notify);
  await application.start();
  updater.start();
  return desktop;
}

async function settingsNow({ handlers }: Pick<Application, 'handlers'>): Promise<Settings | null> {
  const settings = await handlers['settings.get'](null);
  return settings.ok ? settings.value : null;
}

/** As settings and policy say now. Settings that cannot be read let nothing be fetched. */
async function updateRules({ handlers, policy }: Application): Promise<UpdateRules> {
  const { updates: on, proxy } = (await settingsNow({ handlers })) ?? { updates: false, proxy: 'system' };
  const { managed, rules } = policy();
  return { on, isManaged: managed.updates !== undefined, feed: rules.updateFeed, proxy };
}

/** Only the options that were given: an absent one and `undefined` are different things. */
function given(options: { readonly [name: string]: string | undefined }): {
  readonly [name: string]: string;
} {
  return Object.fromEntries(Object.entries(options).filter((entry): entry is [string, string] => !!entry[1]));
}

function isHiddenStart(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'hidden' in data && data.hidden === true;
}

/** Without an application there is nothing to show the fault in but a box of the operating system. */
function giveUp(cause: unknown, log: ApplicationLog): void {
  log.write('error', 'application-not-started', { cause });
  const sentence = cause instanceof Error ? cause.message : String(cause);
  process.stderr.write(`Openclaw Sync could not be started: ${sentence}\n`);
  dialog.showErrorBox('Openclaw Sync could not be started', `${sentence}\n\nYour files are untouched.`);
  app.exit(1);
}
