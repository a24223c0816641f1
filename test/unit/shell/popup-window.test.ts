import { EventEmitter } from 'node:events';
import type { BrowserWindow, BrowserWindowConstructorOptions } from 'electron';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { PopupKind } from '../../../electron/shell/popup-window.ts';

const DISPLAY = {
  bounds: { x: 0, y: 0, width: 1920, height: 1080 },
  workArea: { x: 0, y: 0, width: 1920, height: 1032 },
};
const screen = vi.hoisted(() => ({ getDisplayMatching: vi.fn(), getPrimaryDisplay: vi.fn() }));
vi.mock('electron', () => ({ screen }));
const { PopupWindow } = await import('../../../electron/shell/popup-window.ts');

const ICON = { x: 1000, y: 1044, width: 24, height: 24 };

/** A window of which only its life is played: shown, hidden, closed, destroyed. */
class FakeWindow extends EventEmitter {
  visible = false;
  destroyed = false;
  readonly setBounds = vi.fn();
  readonly center = vi.fn();
  readonly focus = vi.fn();
  readonly webContents = { isDevToolsOpened: () => false };

  isVisible(): boolean {
    return this.visible;
  }
  isMinimized(): boolean {
    return false;
  }
  isDestroyed(): boolean {
    return this.destroyed;
  }
  show(): void {
    this.visible = true;
    this.emit('show');
  }
  hide(): void {
    this.visible = false;
    this.emit('hide');
  }
  destroy(): void {
    this.destroyed = true;
    this.visible = false;
    this.emit('closed');
  }
}

let windows: FakeWindow[];
let frames: BrowserWindowConstructorOptions[];
let kind: PopupKind;
let popup: InstanceType<typeof PopupWindow>;

function current(): FakeWindow {
  const window = windows.at(-1);
  if (!window) throw new Error('no window was made');
  return window;
}

/** Shown and painted. */
function open(): FakeWindow {
  popup.show(ICON);
  current().emit('ready-to-show');
  return current();
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  screen.getDisplayMatching.mockReturnValue(DISPLAY);
  screen.getPrimaryDisplay.mockReturnValue(DISPLAY);
  windows = [];
  frames = [];
  kind = 'flyout';
  popup = new PopupWindow({
    create(frame) {
      frames.push(frame);
      windows.push(new FakeWindow());
      return current() as unknown as BrowserWindow;
    },
    kind: () => kind,
  });
  return () => vi.useRealTimers();
});

test('nothing is made before the first use', () => {
  expect(popup.window()).toBeNull();
  expect(windows).toEqual([]);
});

describe('a flyout', () => {
  test('is shown at its first paint, beside the icon, without a place in the taskbar', () => {
    popup.show(ICON);
    expect(current().visible).toBe(false);
    current().emit('ready-to-show');
    expect(current().visible).toBe(true);
    expect(current().focus).toHaveBeenCalled();
    expect(current().setBounds).toHaveBeenCalledWith({ x: 822, y: 462, width: 380, height: 560 });
    expect(frames[0]).toMatchObject({ frame: false, skipTaskbar: true });
  });

  test('goes to the middle when nobody knows where the icon is', () => {
    popup.show(null);
    expect(current().center).toHaveBeenCalled();
    expect(current().setBounds).not.toHaveBeenCalled();
  });

  test('hides when it loses the focus', () => {
    const window = open();
    window.emit('blur');
    expect(window.visible).toBe(false);
  });

  test('the click that took the focus away does not bring it back, a later one does', () => {
    const window = open();
    window.emit('blur');
    vi.advanceTimersByTime(150);
    popup.toggle(ICON);
    expect(window.visible).toBe(false);
    vi.advanceTimersByTime(100);
    popup.toggle(ICON);
    expect(window.visible).toBe(true);
  });

  test('a second click hides it', () => {
    const window = open();
    popup.toggle(ICON);
    expect(window.visible).toBe(false);
  });

  test('a dialog may take the focus', async () => {
    const window = open();
    await popup.duringDialog(async () => {
      window.emit('blur');
      expect(window.visible).toBe(true);
    });
    window.emit('blur');
    expect(window.visible).toBe(false);
  });

  test('a dialog that fails does not hold it open for ever', async () => {
    const window = open();
    await expect(popup.duringDialog(() => Promise.reject(new Error('no dialog')))).rejects.toThrow();
    window.emit('blur');
    expect(window.visible).toBe(false);
  });

  test('is given back after a minute out of sight, and made anew', () => {
    const window = open();
    window.hide();
    vi.advanceTimersByTime(59_000);
    expect(window.destroyed).toBe(false);
    vi.advanceTimersByTime(1_000);
    expect(window.destroyed).toBe(true);
    expect(popup.window()).toBeNull();
    expect(open()).not.toBe(window);
  });

  test('is kept when it was looked at again meanwhile', () => {
    const window = open();
    window.hide();
    vi.advanceTimersByTime(59_000);
    popup.show(ICON);
    vi.advanceTimersByTime(120_000);
    expect(window.destroyed).toBe(false);
    expect(windows).toHaveLength(1);
  });
});

describe('an ordinary window', () => {
  beforeEach(() => {
    kind = 'ordinary';
  });

  test('has a frame and a place in the taskbar, and stays where the desktop puts it', () => {
    const window = open();
    expect(frames[0]).not.toHaveProperty('frame');
    expect(frames[0]).not.toHaveProperty('skipTaskbar');
    expect(window.setBounds).not.toHaveBeenCalled();
  });

  test('stays when it loses the focus', () => {
    const window = open();
    window.emit('blur');
    expect(window.visible).toBe(true);
  });

  test('closing it hides it, and showing it brings the same one back', () => {
    const window = open();
    const preventDefault = vi.fn();
    window.emit('close', { preventDefault });
    expect(preventDefault).toHaveBeenCalled();
    expect(window.visible).toBe(false);
    popup.show(null);
    expect(window.visible).toBe(true);
  });

  test('is replaced when a panel has come', () => {
    const window = open();
    kind = 'flyout';
    popup.show(ICON);
    expect(window.destroyed).toBe(true);
    expect(popup.window()).toBe(current());
    expect(frames[1]).toMatchObject({ frame: false });
  });
});
