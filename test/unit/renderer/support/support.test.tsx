import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { SupportPreview } from '../../../../shared/model/support.ts';
import { fail, ok } from '../../../../shared/model/sync-error.ts';
import type { Answers } from '../fake-api.ts';
import { openWindow } from '../open-window.tsx';
import { snapshot } from '../snapshots.ts';

afterEach(cleanup);

const FILES = [
  { name: 'manifest.json', bytes: 900, isCut: false },
  { name: 'logs/application.log', bytes: 1_048_000, isCut: true },
];

function desk(): Answers {
  let id = 0;
  return {
    'support.preview': () => {
      id += 1;
      return ok({ id, files: FILES, bytes: 1_048_900 } satisfies SupportPreview);
    },
    'support.text': ({ id: asked, name }) => ok(`bundle ${asked}: ${name}`),
    'support.save': () => ok('bundle.zip'),
  };
}

test('every file is listed with its size and shown as it will be written; saving saves the shown bundle', async () => {
  const { api, user } = openWindow('#support', snapshot(), desk());
  expect(await screen.findByText('2 files, 1 MB before packing.')).toBeTruthy();
  const list = screen.getByRole('group', { name: 'Files in the bundle' });
  expect(within(list).getAllByRole('radio')).toHaveLength(2);
  expect(await screen.findByText('bundle 1: manifest.json')).toBeTruthy();
  await user.click(screen.getByRole('radio', { name: /logs\/application\.log.*1 MB, the end of it/u }));
  const text = await screen.findByRole('region', { name: 'Text of logs/application.log' });
  expect(await within(text).findByText('bundle 1: logs/application.log')).toBeTruthy();
  expect(api.inputs('support.save')).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Save…' }));
  expect(await screen.findByText('Saved as bundle.zip. Nothing was sent.')).toBeTruthy();
  expect(api.inputs('support.save')).toEqual([1]);
});

test('names of files are left out until somebody ticks the box, and then it is another bundle', async () => {
  const { api, user } = openWindow('#support', snapshot(), desk());
  const box = await screen.findByRole<HTMLInputElement>('checkbox', { name: 'Include file names' });
  expect(box.checked).toBe(false);
  await screen.findByText('bundle 1: manifest.json');
  await user.click(box);
  await screen.findByText('bundle 2: manifest.json');
  await user.click(screen.getByRole('button', { name: 'Save…' }));
  expect(api.inputs('support.preview')).toEqual([{ fileNames: false }, { fileNames: true }]);
  expect(api.inputs('support.save')).toEqual([2]);
});

test('who changes their mind in the dialog is told nothing, and a failure is shown', async () => {
  const answers = desk();
  const { user } = openWindow('#support', snapshot(), { ...answers, 'support.save': () => ok(null) });
  await screen.findByText('bundle 1: manifest.json');
  await user.click(screen.getByRole('button', { name: 'Save…' }));
  expect(screen.queryByText(/Saved as/u)).toBeNull();
  cleanup();
  const failing = openWindow('#support', snapshot(), { ...answers, 'support.save': () => fail('disk-full') });
  await screen.findByText(/^bundle \d: manifest\.json$/u);
  await failing.user.click(screen.getByRole('button', { name: 'Save…' }));
  expect((await screen.findByRole('alert')).textContent).toContain('The disk is full');
});

test('settings lead to it', async () => {
  const { api, user } = openWindow('#settings?about', snapshot(), { 'app.openWindow': () => ok(null) });
  await user.click(await screen.findByRole('button', { name: 'Create support bundle…' }));
  expect(api.inputs('app.openWindow')).toEqual(['support']);
});
