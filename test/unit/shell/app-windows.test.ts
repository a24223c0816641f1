import { EventEmitter } from 'node:events';
import type { BrowserWindow } from 'electron';
import { beforeEach, expect, test, vi } from 'vitest';

class FakeWindow extends EventEmitter {
  readonly loadURL = vi.fn((_url: string) => Promise.resolve());
  readonly show = vi.fn();
  readonly focus = vi.fn();
  readonly close = vi.fn();
  isLoading = false;
  readonly webContents = Object.assign(new EventEmitter(), { isLoadingMainFrame: () => this.isLoading });

  constructor(readonly frame: { readonly width?: number; readonly height?: number }) {
    super();
    made.push(this);
  }
  isMinimized(): boolean {
    return false;
  }
  isDestroyed(): boolean {
    return false;
  }
  /** What stands behind `#` in the last address it was sent to. */
  address(): string | undefined {
    return this.loadURL.mock.calls.at(-1)?.[0]?.split('#')[1];
  }
}

let made: FakeWindow[] = [];
vi.mock('electron', () => ({
  app: {},
  protocol: {},
  screen: {},
  session: {},
  nativeTheme: { shouldUseDarkColors: false },
  BrowserWindow: FakeWindow,
}));
const { AppWindows } = await import('../../../electron/shell/app-windows.ts');

const asked: (readonly [unknown, string])[] = [];
let windows: InstanceType<typeof AppWindows>;

beforeEach(() => {
  made = [];
  asked.length = 0;
  windows = new AppWindows({
    preload: 'preload.cjs',
    popupKind: () => 'ordinary',
    trayIcon: () => null,
    itemOpened: (window: BrowserWindow, path) => asked.push([window, path]),
    shown: () => undefined,
    existing: (connection) => (connection === 'gone' ? 'first' : connection),
    closed: () => undefined,
    log: () => undefined,
  });
});

test.each([
  ['conflicts', 1040, 720],
  ['history', 920, 680],
  ['preview', 640, 600],
  ['doctor', 680, 720],
] as const)('%s is a window of its own, made once', (name, width, height) => {
  windows.open(name, 'first');
  windows.open(name, 'first');
  expect(made).toHaveLength(1);
  expect(made[0]?.frame).toMatchObject({ width, height });
  expect(made[0]?.address()).toBe(name);
});

test.each([
  [{ window: 'conflicts', path: null }, 'conflicts'],
  [{ window: 'conflicts', path: 'docs/a.md' }, 'conflicts?path=docs%2Fa.md'],
  [
    { window: 'history', path: 'docs/이름 #1 & 100%?.md' },
    `history?path=${encodeURIComponent('docs/이름 #1 & 100%?.md')}`,
  ],
  [{ window: 'history', path: null, undo: true }, 'history?undo'],
] as const)('%o opens %s', (target, address) => {
  windows.openItem(target, 'first');
  expect(made[0]?.address()).toBe(address);
  const path = new URLSearchParams(address.split('?')[1]).get('path');
  if (target.path !== null) expect(path).toBe(target.path);
  expect(asked).toEqual([]);
});

test('an open window comes to the front and is asked for the item; no page is loaded again', () => {
  windows.openItem({ window: 'conflicts', path: 'docs/a.md' }, 'first');
  windows.openItem({ window: 'conflicts', path: 'docs/b.md' }, 'first');
  expect(made).toHaveLength(1);
  expect(asked).toEqual([[made[0], 'docs/b.md']]);
  expect(made[0]?.focus).toHaveBeenCalledOnce();
  expect(made[0]?.loadURL).toHaveBeenCalledOnce();
  windows.openItem({ window: 'conflicts', path: null }, 'first');
  expect(made[0]?.focus).toHaveBeenCalledTimes(2);
  expect(asked).toHaveLength(1);
});

test('a page that is still loading is asked when it can hear', () => {
  windows.openItem({ window: 'history', path: 'docs/a.md' }, 'first');
  const [window] = made;
  if (!window) throw new Error('no window');
  window.isLoading = true;
  windows.openItem({ window: 'history', path: 'docs/b.md' }, 'first');
  expect(asked).toEqual([]);
  window.webContents.emit('did-finish-load');
  expect(asked).toEqual([[window, 'docs/b.md']]);
});

test('an open history goes to the plan of undoing by its address', () => {
  windows.open('history', 'first');
  windows.openItem({ window: 'history', path: null, undo: true }, 'first');
  expect(made).toHaveLength(1);
  expect(made[0]?.address()).toBe('history?undo');
});

test('each connection has windows of its own; the settings show the one that asked last', () => {
  const told: string[] = [];
  windows = new AppWindows({
    preload: 'preload.cjs',
    popupKind: () => 'ordinary',
    trayIcon: () => null,
    itemOpened: () => undefined,
    shown: (_window, connection) => told.push(connection),
    existing: (connection) => (connection === 'gone' ? 'first' : connection),
    closed: () => undefined,
    log: () => undefined,
  });
  windows.open('conflicts', 'first');
  windows.open('conflicts', 'two');
  expect(made).toHaveLength(2);
  expect(windows.connectionOf(made[1] as never)).toBe('two');
  expect(windows.named('conflicts', 'two')).toBe(made[1]);
  windows.open('settings', 'first');
  windows.openSettings('connection', 'two');
  expect(made).toHaveLength(3);
  expect(windows.connectionOf(made[2] as never)).toBe('two');
  expect(told).toEqual(['two']);
});

test('of a connection that is gone what is its own closes, and what is of all shows another one', () => {
  for (const name of ['conflicts', 'setup', 'settings'] as const) windows.open(name, 'two');
  windows.open('history', 'first');
  windows.leaveGone((connection) => connection === 'first', 'first');
  expect(made.map(({ close }) => close.mock.calls.length)).toEqual([1, 1, 0, 0]);
  expect(windows.connectionOf(made[2] as never)).toBe('first');
});

test('what is asked for a connection that is gone opens nothing of its own', () => {
  windows.openItem({ window: 'conflicts', path: null }, 'gone');
  windows.openItem({ window: 'conflicts', path: null }, 'first');
  windows.open('settings', 'first');
  windows.show(made[1] as never, 'gone');
  expect(made).toHaveLength(2);
  expect(made.map((window) => windows.connectionOf(window as never))).toEqual(['first', 'first']);
});
