import { mkdirSync } from 'node:fs';
import { url as inspectorUrl } from 'node:inspector';
import { join } from 'node:path';
import { app, dialog, Menu } from 'electron';
import { endOnSurprise } from './cli/end-on-surprise.ts';
import { runCli } from './cli/run-cli.ts';
import { composeDesktop } from './compose-desktop.ts';
import { type ApplicationLog, composeLog } from './compose-log.ts';
import { registerAppScheme, serveAppProtocol } from './shell/app-protocol.ts';
import type { Desktop } from './shell/desktop.ts';
import { refusedSwitch } from './shell/hostile-switches.ts';
import { keepKeysSecret, keepRequestsSingle } from './shell/os-network.ts';
import { startOptions, type TrayOptions } from './shell/start-options.ts';
import { trayHost } from './shell/tray-host.ts';
import { watchCrashes } from './shell/watch-crashes.ts';
import { secureApp, secureSession } from './shell/window-security.ts';
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
  keepKeysSecret(process.env);
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
  desktop = await composeDesktop({ options, words, stateDir, host, log });
  desktop.start(options.hidden);
  return desktop;
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
