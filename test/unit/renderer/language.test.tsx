import { act, cleanup } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import type { Answers } from './fake-api.ts';
import { openWindow } from './open-window.tsx';
import { snapshot } from './snapshots.ts';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

/** Opens a window, changes the language elsewhere, answers how often it was loaded anew. */
async function reloads(view: string, answers: Answers = {}): Promise<number> {
  const reload = vi.fn();
  vi.stubGlobal('location', { reload, hash: view });
  const { api } = openWindow(view, snapshot({}), answers);
  await act(async () => api.emit(snapshot({ revision: 2, language: 'ko' })));
  return reload.mock.calls.length;
}

test('a window follows the language', async () => {
  expect(await reloads('#popup')).toBe(1);
});

test.each(['#setup', '#conflicts', '#conflicts?path=docs/a.md'])(
  '%s may hold what a person typed: it follows when it is opened anew',
  async (view) => {
    expect(await reloads(view)).toBe(0);
  },
);
