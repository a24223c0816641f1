import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { TRAY_ICON_NAMES, type TrayMenuItem, trayModel } from '../../../electron/shell/tray-model.ts';
import type { AppSnapshot, ConnectionSummary } from '../../../shared/model/app-snapshot.ts';
import { connectionSummary } from '../shared/connection-summary.ts';
import { snapshot } from './snapshot.ts';

const NOW = Date.UTC(2026, 10, 23, 9, 0, 0);
const MINUTE = 60_000;

const pending = (path: string) => ({ path, change: 'changed', reason: { code: 'changed-here' } }) as const;
const conflict = (path: string) =>
  ({
    path,
    kind: 'edit/edit',
    reason: { code: 'changed-on-both-overlap' },
    since: NOW,
    seen: { local: null, remote: null },
  }) as const;
const held = (path: string) => ({ path, reason: { code: 'held-mass-deletion' } }) as const;

function labels(items: readonly TrayMenuItem[]): readonly string[] {
  return items.flatMap((item) => (item.kind === 'separator' ? ['-'] : [item.label]));
}

function action(items: readonly TrayMenuItem[], label: string) {
  return items.find((item) => item.kind === 'action' && item.label === label);
}

test.each<[Partial<AppSnapshot>, string, string]>([
  [{ state: 'setup', connection: null }, 'setup', 'Not connected yet'],
  [{ state: 'inStep' }, 'in-step', 'Everything is in step'],
  [{ state: 'pending', pending: [pending('docs/a.md')] }, 'pending', '1 change to send'],
  [
    { state: 'pending', pending: [pending('docs/a.md'), pending('docs/b.md')] },
    'pending',
    '2 changes to send',
  ],
  [{ state: 'syncing' }, 'syncing', 'Syncing'],
  [
    { state: 'syncing', progress: { phase: 'pushing', done: 3, total: 9 } },
    'syncing',
    'Syncing: sending 3 of 9',
  ],
  [
    { state: 'syncing', progress: { phase: 'pulling', done: 0, total: 0 } },
    'syncing',
    'Syncing: asking GIIP',
  ],
  [{ state: 'paused', paused: true }, 'paused', 'Paused until you resume'],
  [
    { state: 'paused', paused: true, pausedUntil: Number.POSITIVE_INFINITY },
    'paused',
    'Paused until you resume',
  ],
  [{ state: 'offline' }, 'offline', 'Waiting for GIIP'],
  [
    { state: 'conflict', conflicts: [conflict('docs/a.md'), conflict('docs/b.md')] },
    'conflict',
    '2 conflicts to resolve',
  ],
  [{ state: 'held', held: [held('docs/a.md')] }, 'conflict', '1 item to review'],
  [{ state: 'error', error: { code: 'token-refused' } }, 'error', 'GIIP refused the token'],
  [{ state: 'error', error: { code: 'workspace-missing' } }, 'error', 'Needs your attention'],
])('%o shows %s and "%s"', (other, icon, words) => {
  const model = trayModel(snapshot(other), NOW);
  expect(model.icon).toBe(icon);
  expect(model.tooltip).toBe(`Openclaw Sync: ${words}`);
  expect(labels(model.menu)[0]).toBe(words);
});

test.each([
  [0, 'just now'],
  [-5 * MINUTE, 'just now'],
  [59_999, 'just now'],
  [MINUTE, '1 min ago'],
  [59 * MINUTE, '59 min ago'],
  [60 * MINUTE, '1 h ago'],
  [23 * 60 * MINUTE, '23 h ago'],
  [24 * 60 * MINUTE, '1 day ago'],
  [72 * 60 * MINUTE, '3 days ago'],
])('a success %d ms ago is told as "%s"', (age, words) => {
  const { tooltip } = trayModel(snapshot({ lastSuccess: NOW - age }), NOW);
  expect(tooltip).toBe(`Openclaw Sync: Everything is in step\nLast synced ${words}`);
});

test('the end of a pause is said', () => {
  const { tooltip } = trayModel(snapshot({ state: 'paused', pausedUntil: NOW }), NOW);
  expect(tooltip).toMatch(/^Openclaw Sync: Paused until \w{3},? \d\d:\d\d$/);
});

test('no tooltip is longer than Windows shows', () => {
  const huge = { phase: 'verifying', done: 1e21, total: 1e21 } as const;
  const worst = snapshot({ state: 'syncing', rehearsal: true, progress: huge, lastSuccess: 1 });
  expect(trayModel(worst, NOW).tooltip.length).toBeLessThanOrEqual(127);
});

test('the menu offers everything', () => {
  expect(labels(trayModel(snapshot(), NOW).menu)).toEqual([
    'Everything is in step',
    '-',
    'Open Openclaw Sync',
    'Sync now',
    'Pause',
    '-',
    'What would happen now?',
    'History…',
    'Undo last sync…',
    '-',
    'Open folder',
    'Check connection…',
    'Settings',
    '-',
    'Quit',
  ]);
});

test('the ways to look and back lead to their windows; undoing waits until there is something to undo', () => {
  const { menu } = trayModel(snapshot(), NOW);
  expect(action(menu, 'What would happen now?')).toMatchObject({ action: 'preview', enabled: true });
  expect(action(menu, 'History…')).toMatchObject({ action: 'history', enabled: true });
  expect(action(menu, 'Undo last sync…')).toMatchObject({ action: 'undo', enabled: false });
  expect(action(menu, 'Check connection…')).toMatchObject({ action: 'doctor', enabled: true });
  const after = trayModel(snapshot({ undoable: 7 }), NOW).menu;
  expect(action(after, 'Undo last sync…')).toMatchObject({ action: 'undo', enabled: true });
});

test('the pause offers three lengths', () => {
  const pause = trayModel(snapshot(), NOW).menu.find((item) => item.kind === 'submenu');
  expect(labels(pause?.items ?? [])).toEqual(['For 1 hour', 'Until tomorrow', 'Until resumed']);
});

test('while paused it offers to resume instead', () => {
  const { menu } = trayModel(snapshot({ state: 'paused', paused: true }), NOW);
  expect(action(menu, 'Resume')).toMatchObject({ action: 'resume', enabled: true });
  expect(labels(menu)).not.toContain('Pause');
});

test('conflicts lead to their window, and there is no way there without any', () => {
  const { menu } = trayModel(snapshot({ state: 'paused', conflicts: [conflict('docs/a.md')] }), NOW);
  expect(action(menu, 'Resolve conflicts…')).toMatchObject({ action: 'conflicts', enabled: true });
  expect(labels(trayModel(snapshot(), NOW).menu).join()).not.toContain('onflict');
});

test('while syncing, "Sync now" gives its place to stopping', () => {
  const { menu } = trayModel(snapshot({ state: 'syncing' }), NOW);
  expect(action(menu, 'Sync now')).toBeUndefined();
  expect(action(menu, 'Stop syncing now')).toMatchObject({ action: 'stopSyncing', enabled: true });
  const calm = trayModel(snapshot({ state: 'inStep' }), NOW).menu;
  expect(action(calm, 'Stop syncing now')).toBeUndefined();
});

test('a stopped sync says what that means', () => {
  const { menu, tooltip } = trayModel(snapshot({ state: 'pending', stopped: true }), NOW);
  for (const text of [labels(menu).join(), tooltip])
    expect(text).toContain('Stopped. What was done stays; the rest waits for the next sync');
});

test('before set-up there is only set-up', () => {
  const { menu } = trayModel(snapshot({ state: 'setup', connection: null }), NOW);
  expect(labels(menu)).toEqual(['Not connected yet', '-', 'Set up…', '-', 'Quit']);
});

test('every picture is drawn in every size that some system asks for', () => {
  const wanted = TRAY_ICON_NAMES.flatMap((name) => [
    ...[16, 20, 24, 32, 48].flatMap((size) => [`${name}-dark-${size}`, `${name}-light-${size}`]),
    ...[16, 32].map((size) => `${name}-template-${size}`),
  ]);
  const folder = new URL('../../../build/icons/tray/', import.meta.url);
  expect(wanted.filter((name) => !existsSync(new URL(`${name}.png`, folder)))).toEqual([]);
});

describe('several connections', () => {
  const of = (id: string, other: Partial<ConnectionSummary> = {}): ConnectionSummary =>
    connectionSummary(id, id === 'first' ? 7 : 8, other);
  const worst = of('two', { state: 'conflict', conflicts: 2 });
  const shown = (first: Partial<ConnectionSummary> = {}, two: ConnectionSummary = worst) =>
    trayModel(
      snapshot({
        state: two.state,
        connectionId: 'two',
        connection: two,
        conflicts: [conflict('docs/a.md'), conflict('docs/b.md')],
        connections: [of('first', first), two],
      }),
      NOW,
    );

  test('icon and tooltip are of the worst one, and name it', () => {
    const { icon, tooltip } = shown();
    expect(icon).toBe('conflict');
    expect(tooltip).toBe('Openclaw Sync: 2 conflicts to resolve\n.openclaw · 8');
  });

  test('each has a menu of its own, the worst first, whose actions are its own', () => {
    const { menu } = shown();
    expect(labels(menu)).toEqual([
      '2 conflicts to resolve, .openclaw · 8',
      '-',
      'Open Openclaw Sync',
      'Sync all now',
      'Pause all',
      '-',
      '.openclaw · 8: 2 conflicts to resolve',
      '.openclaw · 7: Everything is in step',
      '-',
      'Compare configs…',
      'Settings',
      '-',
      'Quit',
    ]);
    const own = menu.find((item) => item.kind === 'submenu' && item.label.startsWith('.openclaw · 8'));
    const items = own?.kind === 'submenu' ? own.items : [];
    expect(action(items, 'Resolve conflicts…')).toMatchObject({ action: 'conflicts', connection: 'two' });
    const pause = items.find((item) => item.kind === 'submenu');
    expect(pause?.kind === 'submenu' ? pause.items[0] : null).toMatchObject({ connection: 'two' });
    expect(action(menu, 'Sync all now')).not.toHaveProperty('connection');
  });

  test('all are resumed together only when all are paused', () => {
    const paused = of('two', { state: 'paused', paused: true });
    expect(labels(shown({}, paused).menu)).toContain('Pause all');
    expect(labels(shown({ state: 'paused', paused: true }, paused).menu)).toContain('Resume all');
  });

  test('while one syncs, all can be asked to; while all do, all can be stopped', () => {
    const busy = of('two', { state: 'syncing' });
    expect(action(shown({}, busy).menu, 'Sync all now')).toMatchObject({ enabled: true });
    expect(action(shown({ state: 'syncing' }, busy).menu, 'Stop syncing now')).toMatchObject({
      enabled: true,
    });
  });
});
