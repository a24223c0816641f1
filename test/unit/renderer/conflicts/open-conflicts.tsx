import { screen } from '@testing-library/react';
import type { ConflictSummary, ConflictTexts } from '../../../../shared/model/conflict.ts';
import { ok } from '../../../../shared/model/sync-error.ts';
import type { Answers } from '../fake-api.ts';
import { openWindow } from '../open-window.tsx';
import { CONFLICT, snapshot, TEXTS } from '../snapshots.ts';

/** A config of which one key overlaps and one was changed on GIIP only. */
export const CONFIG: ConflictTexts = {
  ...TEXTS,
  path: 'configs/main.json',
  base: '{\n  "log_level": "INFO",\n  "timeout": 1.50,\n  "auto_update": true\n}\n',
  local: '{\n  "log_level": "DEBUG",\n  "timeout": 1.50,\n  "auto_update": true\n}\n',
  remote: '{"log_level":"WARN","timeout":1.50,"auto_update":false}',
};

export const SECOND: ConflictSummary = { ...CONFLICT, path: 'docs/second.md' };

/** A snapshot in which these conflicts wait. */
export const waiting = (conflicts: readonly ConflictSummary[], revision = 1) =>
  snapshot({ revision, state: conflicts.length > 0 ? 'conflict' : 'inStep', conflicts });

/** Opens the window with these texts in it, the first one shown. */
export async function openConflicts(texts: readonly ConflictTexts[] = [TEXTS], answers: Answers = {}) {
  const window = openWindow('#conflicts', waiting(texts), {
    'conflict.texts': (path) => {
      const found = texts.find((each) => each.path === path) ?? TEXTS;
      return ok({ ...found, path });
    },
    'history.undoPlan': () => ok(null),
    ...answers,
  });
  // The first of a file brings in the whole window with it.
  await screen.findByRole('region', { name: 'Result' }, { timeout: 20_000 });
  return window;
}
