import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { HeldItem } from '../../../shared/model/change.ts';
import { DEFAULT_SETTINGS } from '../../../shared/model/settings.ts';
import { ok } from '../../../shared/model/sync-error.ts';
import { done } from './fake-api.ts';
import { openWindow } from './open-window.tsx';
import { NOW, snapshot } from './snapshots.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const reason = { code: 'held-secret' } as const;

function secretIn(path: string): HeldItem {
  return { path, reason, secrets: [{ line: 3, kind: 'private-key' }] };
}

const button = (name: string): HTMLElement => screen.getByRole('button', { name });

test('a held secret says where it is, and each answer is about this file', async () => {
  const held = [secretIn('docs/key.md')];
  const { api, user } = openWindow('#popup', snapshot({ state: 'held', held }), { 'secret.decide': done });
  const card = await screen.findByRole('region', { name: 'A secret is not sent' });
  expect(card.textContent).toContain('Line 3: a private key ••••••••');
  expect(screen.queryByRole('list', { name: 'Held for review' })).toBeNull();
  expect(screen.queryByRole('button', { name: 'Go on' })).toBeNull();
  const names = within(card)
    .getAllByRole('button')
    .map((each) => each.textContent);
  // What keeps the secret here comes first.
  expect(names).toEqual(['Keep on this computer', 'Send once', 'Always for this']);
  for (const name of names) await user.click(button(name ?? ''));
  expect(api.inputs('secret.decide')).toEqual(
    ['keep', 'once', 'always'].map((decision) => ({ paths: ['docs/key.md'], decision })),
  );
});

test('fifty secrets are one card: three rows, the way to all of them, and one answer that keeps them here', async () => {
  const held = Array.from({ length: 50 }, (_, i) => secretIn(`docs/${i}.md`));
  const { api, user } = openWindow('#popup', snapshot({ state: 'held', held }), {
    'secret.decide': done,
    'app.openWindow': done,
  });
  const card = await screen.findByRole('region', { name: 'Secrets in 50 files are not sent' });
  expect(within(card).getAllByRole('listitem')).toHaveLength(3);
  await user.click(button('Show all 50'));
  await user.click(button('Keep all 50 on this computer'));
  expect(api.inputs('app.openWindow')).toEqual(['conflicts']);
  expect(api.inputs('secret.decide')).toEqual([{ paths: held.map(({ path }) => path), decision: 'keep' }]);
});

test('"Go on" speaks of what the brakes hold and lets no secret go', async () => {
  const held = [
    secretIn('docs/key.md'),
    { path: 'docs/a.md', reason: { code: 'held-mass-deletion' } } as const,
  ];
  const { user } = openWindow('#popup', snapshot({ state: 'held', held }), { 'held.approve': done });
  const list = await screen.findByRole('list', { name: 'Held for review' });
  expect(within(list).getAllByRole('listitem')).toHaveLength(1);
  await user.click(button('Go on'));
  expect(button('Yes, go on with 1 item')).toBeDefined();
});

test('a file that is kept here says so quietly and can be asked about again', async () => {
  const rejected = [{ path: 'docs/key.md', reason: 'You keep it on this computer.', kept: true } as const];
  const { api, user } = openWindow('#popup', snapshot({ rejected }), { 'secret.decide': done });
  const list = await screen.findByRole('list', { name: 'Not synced' });
  await user.click(within(list).getByRole('button', { name: 'Ask me again' }));
  expect(api.inputs('secret.decide')).toEqual([{ paths: ['docs/key.md'], decision: 'ask' }]);
});

test('the conflict window decides the same', async () => {
  const held = [secretIn('docs/key.md')];
  const { api, user } = openWindow('#conflicts', snapshot({ state: 'held', held }), {
    'secret.decide': done,
  });
  await screen.findByRole('heading', { level: 1, name: 'docs/key.md' }, { timeout: 20_000 });
  expect(screen.queryByRole('button', { name: /^Go on/u })).toBeNull();
  await user.click(await screen.findByRole('button', { name: 'Send once' }));
  expect(api.inputs('secret.decide')).toEqual([{ paths: ['docs/key.md'], decision: 'once' }]);
});

test('looking for secrets can be switched off in the settings', async () => {
  const { api, user } = openWindow('#settings?secrets', snapshot(), {
    'settings.get': () => ok(DEFAULT_SETTINGS),
    'settings.update': (change) => ok({ ...DEFAULT_SETTINGS, ...(change as object) }),
  });
  const gate = await screen.findByRole('switch', { name: 'Look for keys and passwords before sending' });
  expect(gate).toHaveProperty('checked', true);
  await user.click(gate);
  expect(api.inputs('settings.update')).toEqual([{ secretGate: false }]);
});
