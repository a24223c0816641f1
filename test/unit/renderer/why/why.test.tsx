import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { Activity } from '../../../../shared/model/change.ts';
import type { Evidence, EvidenceText } from '../../../../shared/model/history.ts';
import { ok } from '../../../../shared/model/sync-error.ts';
import { openWindow } from '../open-window.tsx';
import { CONFLICT, NOW, snapshot } from '../snapshots.ts';

afterEach(cleanup);

const text = (value: string): EvidenceText => ({ state: 'text', text: value });
const EVIDENCE: Evidence = {
  path: 'docs/a.md',
  reason: { code: 'changed-on-giip' },
  time: NOW,
  base: text('one\ntwo\n'),
  local: text('one\ntwo\n'),
  remote: text('one\n2\n'),
};
const ENTRY: Activity = {
  id: 41,
  time: NOW,
  kind: 'pulled',
  path: 'docs/a.md',
  reason: { code: 'changed-on-giip' },
  run: 9,
  hasEvidence: true,
};

async function askWhy(evidence: Evidence) {
  const window = openWindow('#popup', snapshot({ activity: [ENTRY] }), { 'history.why': () => ok(evidence) });
  await window.user.click(await screen.findByRole('button', { name: 'Why?' }));
  const panel = await screen.findByRole('region', { name: 'Why: docs/a.md' });
  await within(panel).findByText(/Decided May 6, 2031/u);
  return { ...window, panel };
}

test('an entry without evidence has no "Why?"', async () => {
  openWindow('#popup', snapshot({ activity: [{ ...ENTRY, hasEvidence: false }] }));
  await screen.findByRole('list', { name: 'Recent activity' });
  expect(screen.queryByRole('button', { name: 'Why?' })).toBeNull();
});

test('"Why?" shows in its row the reason, when, and what had changed where; again, it is gone', async () => {
  const { api, user, panel } = await askWhy(EVIDENCE);
  const ask = screen.getByRole('button', { name: 'Why?' });
  expect(api.inputs('history.why')).toEqual([{ kind: 'activity', id: 41 }]);
  expect(ask.getAttribute('aria-expanded')).toBe('true');
  expect(ask.getAttribute('aria-controls')).toBe(panel.id);
  expect(panel.textContent).toContain('Changed on GIIP, unchanged on this computer since the last sync.');
  const options = within(panel).getAllByRole<HTMLInputElement>('radio');
  expect(options.map(({ checked }) => checked)).toEqual([true, false]);
  const shown = await within(panel).findByRole('textbox', { name: 'Changed on GIIP' });
  expect(shown.querySelector('.cm-deletedLine')?.textContent).toBe('two');
  expect(shown.querySelector('.cm-changedLine')?.textContent).toBe('2');
  await user.click(ask);
  expect(screen.queryByRole('region', { name: 'Why: docs/a.md' })).toBeNull();
});

test('changed on both sides: here, on GIIP, and both beside each other', async () => {
  const { user, panel } = await askWhy({ ...EVIDENCE, local: text('1\ntwo\n') });
  await within(panel).findByRole('textbox', { name: 'Changed on this computer' });
  await user.click(within(panel).getByRole('radio', { name: 'This computer and GIIP' }));
  const shown = await within(panel).findByRole('textbox', { name: 'This computer and GIIP' });
  expect(shown.querySelector('.cm-deletedLine')?.textContent).toBe('1');
});

test('a text that was not there or is no longer kept is said, not shown as empty', async () => {
  const { panel } = await askWhy({ ...EVIDENCE, base: { state: 'absent' }, local: { state: 'dropped' } });
  expect(panel.textContent).toContain('There was no common version.');
  expect(panel.textContent).toContain('The text of this computer is no longer kept.');
  expect(panel.querySelector('pre')?.textContent).toBe('one\n2\n');
});

test('a conflict asks about itself; its "Resolve" stays', async () => {
  const { api, user } = openWindow('#popup', snapshot({ state: 'conflict', conflicts: [CONFLICT] }), {
    'history.why': () => ok({ ...EVIDENCE, path: CONFLICT.path }),
  });
  await user.click(await screen.findByRole('button', { name: 'Why?' }));
  expect(api.inputs('history.why')).toEqual([{ kind: 'conflict', path: CONFLICT.path }]);
  expect(await screen.findByRole('region', { name: 'Why: docs/plan.md' })).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Resolve' })).toBeTruthy();
});

test('a held item asks about the entry that held it', async () => {
  const held = [{ path: 'docs/a.md', reason: { code: 'held-git-revert' } }] as const;
  const activity = [ENTRY, { ...ENTRY, id: 40, kind: 'held' } as const];
  const { api, user } = openWindow('#popup', snapshot({ state: 'held', held, activity }), {
    'history.why': () => ok(EVIDENCE),
  });
  const list = await screen.findByRole('list', { name: 'Held for review' });
  await user.click(within(list).getByRole('button', { name: 'Why?' }));
  expect(api.inputs('history.why')).toEqual([{ kind: 'activity', id: 40 }]);
});

test('a failure is said in the panel, and other rows stay as they are', async () => {
  const second = { ...ENTRY, id: 42, path: 'docs/b.md' };
  const { api, user } = openWindow('#popup', snapshot({ activity: [ENTRY] }), {
    'history.why': () => ({ ok: false, error: { code: 'no-such-version' } }),
  });
  await user.click(await screen.findByRole('button', { name: 'Why?' }));
  const panel = await screen.findByRole('region', { name: 'Why: docs/a.md' });
  expect((await within(panel).findByRole('alert')).textContent).toContain('There is no such version.');
  api.emit(snapshot({ revision: 2, activity: [second, ENTRY] }));
  await screen.findByTitle('docs/b.md');
  expect(screen.getAllByRole('region', { name: /^Why/u })).toHaveLength(1);
  expect(api.inputs('history.why')).toHaveLength(1);
});
