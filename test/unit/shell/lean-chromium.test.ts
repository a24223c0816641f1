import { expect, test, vi } from 'vitest';
import { refusedSwitch } from '../../../electron/shell/hostile-switches.ts';
import { leanSwitches } from '../../../electron/shell/lean-chromium.ts';

vi.mock('electron', () => ({ app: {} }));

test('on Linux windows are drawn without a driver, and the network needs no process of its own', () => {
  expect(leanSwitches('linux', '')).toEqual([
    { name: 'disable-gpu' },
    { name: 'disable-software-rasterizer' },
    { name: 'enable-features', value: 'NetworkServiceInProcess2' },
  ]);
});

test('features that somebody asked for stay', () => {
  expect(leanSwitches('linux', 'A,B').at(-1)?.value).toBe('A,B,NetworkServiceInProcess2');
});

test.each(['win32', 'darwin'] as const)('on %s the network stays in its sandbox', (platform) => {
  expect(leanSwitches(platform, '')).toEqual([]);
});

test('none of them is one that the application refuses from outside', () => {
  const argv = leanSwitches('linux', '').map(({ name, value }) => `--${name}${value ? `=${value}` : ''}`);
  expect(refusedSwitch({ argv, packaged: true, inspectorUrl: undefined })).toBeNull();
});
