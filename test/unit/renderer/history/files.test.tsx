import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { VersionText } from '../../../../shared/model/history.ts';
import { ok } from '../../../../shared/model/sync-error.ts';
import type { Answers } from '../fake-api.ts';
import { openWindow } from '../open-window.tsx';
import { NOW, snapshot } from '../snapshots.ts';
import { DETAILS, HISTORY, version } from './history-data.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW });
  // The page has no layout here; the list of files shows as many rows as fit.
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(640);
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(300);
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const DOC: VersionText = { version: version('v2'), text: 'one\ntwo\nthree\n', now: 'one\n2\nthree\n' };
const OLD_DOC: VersionText = { version: version('v1', { origin: 'server' }), text: 'one\n', now: null };
const CONFIG: VersionText = {
  version: version('c1', { path: 'configs/main.json' }),
  text: '{"model": "one", "log": {"level": 1.50}, "same": true}',
  now: '{"model": "two", "log": {"level": 2}, "same": true, "extra": [1]}',
};

const FILES: Answers = {
  ...HISTORY,
  'history.versions': (path) =>
    ok(
      path === 'configs/main.json'
        ? [CONFIG.version]
        : [version('v1', { time: NOW - 9e6, origin: 'server', bytes: 4 }), version('v2')],
    ),
  'history.text': (id) => ok(id === 'c1' ? CONFIG : id === 'v1' ? OLD_DOC : DOC),
};

const button = (name: string): HTMLElement => screen.getByRole('button', { name });
const outcome = (): HTMLElement => screen.getByRole('status', { name: 'What was done' });
const restored = (path: string) => () => ok({ run: 140, done: [path], failed: [] });

test('every file can be found by a part of its name and opened', async () => {
  const { user } = openWindow('#history', snapshot(), FILES);
  await user.click(await screen.findByRole('radio', { name: 'By file' }));
  const options = (): (string | null)[] =>
    screen.getAllByRole('option').map((option) => option.getAttribute('aria-label'));
  await waitFor(() => expect(options()).toEqual(['configs/main.json', 'docs/a.md', 'docs/b.md']));
  await user.type(screen.getByRole('searchbox', { name: 'Filter files' }), 'A.M');
  expect(options()).toEqual(['docs/a.md']);
  await user.click(screen.getByRole('option'));
  expect(await screen.findByRole('heading', { name: 'docs / a.md' })).toBeTruthy();
  await user.type(screen.getByRole('searchbox', { name: 'Filter files' }), 'zzz');
  expect(screen.getByText('No file has this in its name.')).toBeTruthy();
});

test('thousands of files: only those that can be seen are in the page, and the keys reach all', async () => {
  const paths = Array.from({ length: 3000 }, (_, at) => `docs/${String(at).padStart(4, '0')}.md`);
  const { user } = openWindow('#history?path=docs%2F0000.md', snapshot(), {
    ...FILES,
    'history.paths': () => ok(paths),
  });
  const list = await screen.findByRole('listbox', { name: 'By file' });
  await waitFor(() => expect(within(list).getAllByRole('option').length).toBeLessThan(60));
  expect(within(list).getAllByRole('option')[0]?.getAttribute('aria-setsize')).toBe('3000');
  list.focus();
  await user.keyboard('{ArrowDown}');
  expect(within(list).getByRole('option', { selected: true }).getAttribute('aria-label')).toBe(
    'docs/0001.md',
  );
});

test('#history?path= opens the file: its versions, newest first, with time, origin and size', async () => {
  openWindow('#history?path=docs%2Fa.md', snapshot(), FILES);
  const versions = await screen.findByRole('region', { name: 'Versions' });
  const rows = within(versions).getAllByRole('button');
  expect(rows.map((row) => row.textContent)).toEqual([
    'May 6, 2031 at 09:00Written on this computer2 KB',
    'May 6, 2031 at 07:30From GIIP4 bytes',
  ]);
  await waitFor(() => expect(rows[0]?.getAttribute('aria-current')).toBe('true'));
});

test('a window that is open already goes to the item that it is asked for', async () => {
  const { api } = openWindow('#history', snapshot(), FILES);
  await screen.findByRole('list', { name: 'What changed' });
  api.send('item.opened', 'docs/b.md');
  expect(await screen.findByRole('heading', { name: 'docs / b.md' })).toBeTruthy();
});

test('a path in a run leads to the versions of that file', async () => {
  const { user } = openWindow('#history', snapshot(), FILES);
  await user.click(await screen.findByRole('button', { name: 'Show versions of docs/a.md' }));
  expect(await screen.findByRole('region', { name: 'Versions' })).toBeTruthy();
});

test('a version stands beside the file as it is now, and is restored with a way back', async () => {
  const { api, user } = openWindow('#history?path=docs%2Fa.md', snapshot(), {
    ...FILES,
    'history.restore': restored('docs/a.md'),
    'history.undo': restored('docs/a.md'),
  });
  const text = await screen.findByRole('textbox', { name: 'Compared with the file as it is now' });
  expect(text.getAttribute('aria-readonly')).toBe('true');
  expect([...text.querySelectorAll('.cm-deletedLine')].map((line) => line.textContent)).toEqual(['two']);
  expect([...text.querySelectorAll('.cm-changedLine')].map((line) => line.textContent)).toEqual(['2']);
  expect(screen.getByText('1 place differs.')).toBeTruthy();
  await user.click(button('Restore this version'));
  expect(api.inputs('history.restore')).toEqual([{ path: 'docs/a.md', version: 'v2' }]);
  await waitFor(() => expect(outcome().textContent).toContain('1 file is as before again.'));
  await user.click(within(outcome()).getByRole('button', { name: 'Undo' }));
  expect(api.inputs('history.undo')).toEqual([140]);
});

test('a file opens with the newest version that is not what stands there now', async () => {
  const texts = { v2: { ...DOC, now: DOC.text }, v1: { ...OLD_DOC, now: DOC.text } };
  openWindow('#history?path=docs%2Fa.md', snapshot(), {
    ...FILES,
    'history.text': (id) => ok(id === 'v1' ? texts.v1 : texts.v2),
  });
  const rows = within(await screen.findByRole('region', { name: 'Versions' })).getAllByRole('button');
  await waitFor(() => expect(rows[1]?.getAttribute('aria-current')).toBe('true'));
  expect(rows[0]?.textContent).toContain('Written on this computer, the same as now');
  expect(await screen.findByRole('textbox', { name: 'Compared with the file as it is now' })).toBeTruthy();
});

test('a version of a file that is gone is shown by itself and can be restored', async () => {
  const { user } = openWindow('#history?path=docs%2Fa.md', snapshot(), FILES);
  await user.click(await screen.findByRole('button', { name: /From GIIP/u }));
  expect(await screen.findByText(/The file is not on this computer now/u)).toBeTruthy();
  expect(button('Restore this version').getAttribute('aria-disabled')).toBeNull();
});

test('a version that is what stands there now says so and offers nothing', async () => {
  openWindow('#history?path=docs%2Fa.md', snapshot(), {
    ...FILES,
    'history.text': () => ok({ ...DOC, now: DOC.text }),
  });
  expect(await screen.findByText('The file is the same now.')).toBeTruthy();
  expect(button('Restore this version').getAttribute('aria-disabled')).toBe('true');
});

test('a config lists the keys that differ, digit for digit, each to be restored by itself', async () => {
  const { api, user } = openWindow('#history?path=configs%2Fmain.json', snapshot(), {
    ...FILES,
    'history.restoreKey': restored('configs/main.json'),
  });
  const table = await screen.findByRole('table');
  const rows = within(table).getAllByRole('row').slice(1);
  expect(rows.map((row) => [...row.children].slice(0, 3).map((cell) => cell.textContent))).toEqual([
    ['model', '"one"', '"two"'],
    ['log › level', '1.50', '2'],
    ['extra', 'not there', '[1]'],
  ]);
  await user.click(within(rows[1] as HTMLElement).getByRole('button', { name: 'Restore this key' }));
  expect(api.inputs('history.restoreKey')).toEqual([
    { path: 'configs/main.json', version: 'c1', key: ['log', 'level'] },
  ]);
  await waitFor(() => expect(outcome().textContent).toContain('“log › level” has its earlier value again.'));
});

test('when the file changes meanwhile, the comparison follows', async () => {
  let now = DOC.now;
  const { api } = openWindow('#history?path=docs%2Fa.md', snapshot(), {
    ...FILES,
    'history.text': () => ok({ ...DOC, now }),
  });
  await screen.findByText('1 place differs.');
  now = DOC.text;
  api.emit(snapshot({ revision: 2, activity: DETAILS.items }));
  expect(await screen.findByText('The file is the same now.')).toBeTruthy();
});
