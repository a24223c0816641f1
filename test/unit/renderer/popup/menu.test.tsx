import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { done } from '../fake-api.ts';
import { openWindow } from '../open-window.tsx';
import { snapshot } from '../snapshots.ts';

afterEach(cleanup);

async function openMenu(undoable: number | null) {
  const window = openWindow('#popup', snapshot({ undoable }), {
    'app.openWindow': done,
    'app.openItem': done,
  });
  await window.user.click(await screen.findByRole('button', { name: 'More' }));
  return window;
}

const entry = (name: string): HTMLElement => screen.getByRole('menuitem', { name });

test.each([
  ['What would happen now?', 'preview'],
  ['History…', 'history'],
])('"%s" opens its window', async (name, opened) => {
  const { api, user } = await openMenu(null);
  await user.click(entry(name));
  expect(api.inputs('app.openWindow')).toEqual([opened]);
});

test('"Undo last sync…" opens the history at the plan', async () => {
  const { api, user } = await openMenu(12);
  await user.click(entry('Undo last sync…'));
  expect(api.inputs('app.openItem')).toEqual([{ window: 'history', path: null, undo: true }]);
});

test('with nothing to undo the entry is there, says so and does nothing', async () => {
  const { api, user } = await openMenu(null);
  expect(entry('Undo last sync…').getAttribute('aria-disabled')).toBe('true');
  await user.click(entry('Undo last sync…'));
  expect(api.inputs('app.openItem')).toEqual([]);
});
