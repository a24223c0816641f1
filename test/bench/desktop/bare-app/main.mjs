// The floor of the measurements: an icon and, where it is asked for, an empty popup. Nothing else, on purpose.
import { join } from 'node:path';
import { app, BrowserWindow, Menu, nativeImage, Tray } from 'electron';

const PICTURE =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAABgAAAAYCAYAAADgdz34AAAAG0lEQVRIx2NgGAWjYBSMglEwCkbBKBgFVAIAB7gAARKk8eEAAAAASUVORK5CYII=';
const POPUP = {
  width: 380,
  height: 560,
  frame: false,
  resizable: false,
  skipTaskbar: true,
  alwaysOnTop: true,
};

const folder = process.argv.find((word) => word.startsWith('--profile='))?.slice('--profile='.length);
const keeps = process.argv.includes('--keep-popup');
if (folder) app.setPath('userData', folder);
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
app.on('window-all-closed', () => undefined);

/** @type {Tray | null} */
let tray = null;
/** @type {BrowserWindow | null} */
let popup = null;

function makePopup() {
  popup = new BrowserWindow({ ...POPUP, show: false, webPreferences: { sandbox: true, spellcheck: false } });
  popup.once('ready-to-show', () => popup?.show());
  void popup.loadFile(join(import.meta.dirname, 'page', 'index.html'));
}

function clicked() {
  if (popup === null) makePopup();
  else if (!popup.isVisible()) popup.show();
  else if (keeps) popup.hide();
  else {
    popup.destroy();
    popup = null;
  }
}

void app.whenReady().then(() => {
  Menu.setApplicationMenu(null);
  tray = new Tray(nativeImage.createFromDataURL(PICTURE));
  tray.setToolTip('Bare tray');
  tray.on('click', clicked);
});
