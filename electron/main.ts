import { mkdirSync } from 'node:fs';
import { url as inspectorUrl } from 'node:inspector';
import { join } from 'node:path';
import { app, dialog, Menu } from 'electron';
import { keepHeapSmall } from './cli/keep-heap-small.ts';
import { loadDesktop } from './load-desktop.ts';
import { registerAppScheme } from './shell/app-protocol.ts';
import type { Desktop } from './shell/desktop.ts';
import { earlyTray } from './shell/early-tray.ts';
import { refusedSwitch } from './shell/hostile-switches.ts';
import { keepGtkPlain } from './shell/keep-gtk-plain.ts';
import { keepChromiumLean } from './shell/lean-chromium.ts';
import { keepKeysSecret, keepRequestsSingle } from './shell/os-network.ts';
import { startOptions, type TrayOptions } from './shell/start-options.ts';
import { trayHost } from './shell/tray-host.ts';
import { secureApp } from './shell/window-security.ts';
import { defaultStateDir } from './stores/state-dir.ts';

// What stands above is loaded before the icon comes, so it is little; everything else is loaded behind the icon, and
// of the two halves, tray and commands, only the one that is asked for.

const APP_ID = 'net.netbako.openclaw-sync';
const EXIT_USAGE = 2;

/** Started as `electron .`, the folder comes before the words. */
const words = process.argv.slice(process.defaultApp ? 2 : 1);
const start = startOptions(words, currentFolder());

// Before anything of Chromium starts: a command works without a display, and ends before `ready`.
if (start.as === 'command') {
  const { runCommand } = await import('./run-command.ts');
  app.exit(await runCommand(start.argv));
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
  secureApp();
  keepRequestsSingle();
  keepChromiumLean();
  keepGtkPlain(process.env);
  // For the engine's thread, too, which is made later.
  keepHeapSmall();
  keepKeysSecret(process.env);
  registerAppScheme();
  // Never awaited here: Electron becomes ready only after this module has run.
  const desktop = app.whenReady().then(() => showThenLoad(options, stateDir));
  desktop.catch(giveUp);
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

/** The icon first; what is behind it is loaded then. */
async function showThenLoad(options: TrayOptions, stateDir: string): Promise<Desktop> {
  app.dock?.hide();
  // macOS takes Copy and Paste from the menu; elsewhere a menu bar would only be in the way.
  if (process.platform !== 'darwin') Menu.setApplicationMenu(null);
  const early = earlyTray();
  let desktop: Desktop | null = null;
  // The icon finds its place on the bus meanwhile: loading would keep it waiting.
  const host = await trayHost({
    platform: process.platform,
    busAddress: process.env.DBUS_SESSION_BUS_ADDRESS,
    onChange: () => desktop?.trayHostChanged(),
  });
  const { openDesktop } = await loadDesktop();
  desktop = await openDesktop({ options, words, stateDir, early, host });
  return desktop;
}

function isHiddenStart(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'hidden' in data && data.hidden === true;
}

/** Without an application there is nothing to show the fault in but a box of the operating system. */
function giveUp(cause: unknown): void {
  const sentence = cause instanceof Error ? cause.message : String(cause);
  process.stderr.write(`Openclaw Sync could not be started: ${sentence}\n`);
  dialog.showErrorBox('Openclaw Sync could not be started', `${sentence}\n\nYour files are untouched.`);
  app.exit(1);
}
