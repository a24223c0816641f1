import { ok, type Result } from '../../shared/model/sync-error.ts';
import type { Engine } from '../sync/engine.ts';
import { checkIdentity } from '../sync/look.ts';
import type { DoctorLook, Remembered } from './check.ts';
import { found } from './finding.ts';
import { inEngine } from './in-engine.ts';

const DAY_MS = 24 * 60 * 60_000;

async function identityOf(engine: Engine): Promise<Remembered['identity']> {
  if (engine.state.facts.get('identity') === undefined) return null;
  const checked = await checkIdentity(engine);
  return checked.ok ? 'same' : checked.error;
}

async function recall(engine: Engine): Promise<Result<Remembered>> {
  const { base, facts } = engine.state;
  return ok({
    items: base.all().length,
    lastSuccess: facts.get('lastSuccess') ?? null,
    isPushUnsafe: facts.get('pushUnsafe') === true,
    identity: await identityOf(engine),
  });
}

/** The database opens and is sound; what the later lines need is read at once. */
export const databaseLook: DoctorLook = {
  id: 'database',
  needs: ['folder', 'state-folder'],
  async look({ engines }, { subject }) {
    const remembered = await inEngine(engines, subject, 'local', recall);
    if (!remembered.ok) return found.error(remembered.error);
    const { items } = remembered.value;
    return { found: found.ok('database-ok', { items }), keep: { remembered: remembered.value } };
  },
};

/** The folder is the one that was synced before. */
export const sameFolderLook: DoctorLook = {
  id: 'same-folder',
  needs: ['database'],
  look(_scene, { remembered }) {
    const identity = remembered?.identity ?? null;
    if (identity === null) return found.ok('first-folder', {});
    return identity === 'same' ? found.ok('same-folder', {}) : found.error(identity);
  },
};

/** When both sides were last known to be in step. */
export const lastSuccessLook: DoctorLook = {
  id: 'last-success',
  needs: ['database'],
  look({ clock }, { remembered }) {
    const last = remembered?.lastSuccess ?? null;
    if (last === null) return found.ok('success-none', {});
    const at = new Date(last).toISOString();
    const days = Math.floor((clock.now() - last) / DAY_MS);
    return days < 1 ? found.ok('success-fresh', { at }) : found.warning('success-old', { at, days });
  },
};
