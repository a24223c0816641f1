import { app, type Session, session, type WebContents, type WebPreferences } from 'electron';
import { APP_ORIGIN } from './app-protocol.ts';

/**
 * Every renderer in the operating system's sandbox. Has to run before Electron is ready. Only a start that
 * `hostile-switches.ts` let through can carry `--no-sandbox`: tests as root, whom Chromium refuses a sandbox.
 */
export function secureApp(): void {
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  app.on('web-contents-created', (_event, contents) => secureContents(contents));
}

/** Our pages need no permission and load nothing from anywhere. */
export function secureSession(target: Session = session.defaultSession): void {
  target.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  // It would fetch its dictionaries from the internet, whether or not a page uses them.
  target.setSpellCheckerLanguages([]);
  target.setPermissionCheckHandler(() => false);
  target.setDevicePermissionHandler(() => false);
  target.webRequest.onBeforeRequest((request, decide) => decide({ cancel: !isOurs(request.url) }));
  target.on('will-download', (event) => event.preventDefault());
}

/** What every window is made with. The spell checker would fetch its dictionaries from the internet. */
export function securePreferences(preload: string): WebPreferences {
  return {
    preload,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    webviewTag: false,
    navigateOnDragDrop: false,
    spellcheck: false,
    devTools: !app.isPackaged,
  };
}

/** A page of ours never goes anywhere, opens nothing and embeds nothing. */
function secureContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-navigate', (event) => stay(contents, event));
  contents.on('will-frame-navigate', (event) => stay(contents, event));
  contents.on('will-attach-webview', (event) => event.preventDefault());
}

/** Loading the same page again is the one navigation that a page needs: after a fault of its own. */
function stay(contents: WebContents, event: { readonly url: string; preventDefault(): void }): void {
  if (event.url !== contents.getURL()) event.preventDefault();
}

function isOurs(url: string): boolean {
  return url.startsWith(`${APP_ORIGIN}/`) || url.startsWith('devtools://') || url.startsWith('data:');
}
