import { ok, type Result } from '../../shared/model/sync-error.ts';
import type { ConnectionAtWork, EngineSource } from '../app/ports.ts';
import type { Engine } from '../sync/engine.ts';
import { lookAround } from '../sync/look.ts';
import type { PullAnswer, Remote } from '../sync/ports.ts';
import { type Disagreement, lostTexts, movedUnseen } from '../sync/self-check.ts';
import type { DoctorLook } from './check.ts';
import { found } from './finding.ts';
import { inEngine } from './in-engine.ts';

const SHOWN = 3;

interface Judged {
  readonly items: number;
  readonly found: readonly Disagreement[];
}

/** GIIP as it has answered already: asking for everything twice would only cost. */
function heardRemote(remote: Remote, answer: PullAnswer): Remote {
  return { ...remote, pull: async () => ok(answer) };
}

async function judge(engine: Engine, answer: PullAnswer): Promise<Result<Judged>> {
  const items = engine.state.base.all().length;
  const lost = lostTexts(engine);
  // Nothing to compare with, or what is to be compared is not there: a look would only find that out again.
  if (items === 0 || lost.length > 0) return ok({ items, found: lost });
  const heard = { ...engine, remote: heardRemote(engine.remote, answer) };
  const look = await lookAround(heard, { audit: true, wasKilled: false, dryRun: true });
  return look.ok ? ok({ items, found: movedUnseen(engine, look.value) }) : look;
}

/** The hourly check is due at once: the next sync compares everything. Not while the application works on the folder. */
async function hasten(engines: EngineSource, subject: ConnectionAtWork): Promise<boolean> {
  const hastened = await inEngine(engines, subject, 'work', async ({ state }) => {
    state.transaction(() => state.facts.clear('lastAudit'));
    return ok(null);
  });
  return hastened.ok;
}

/** Reads everything on both sides and says where it is not what hashes and time stamps promise. Touches no item. */
export const agreementLook: DoctorLook = {
  id: 'agreement',
  needs: ['same-folder', 'lssn', 'push'],
  async look({ engines }, { subject, pulled }) {
    if (!pulled.ok) return found.because('pull');
    const judged = await inEngine(engines, subject, 'local', (engine) => judge(engine, pulled.value));
    if (!judged.ok) return found.error(judged.error);
    const { items, found: apart } = judged.value;
    const paths = apart.slice(0, SHOWN).map(({ path }) => path);
    if (apart.length > 0)
      return found.warning('agreement-off', {
        count: apart.length,
        paths,
        isDueNow: await hasten(engines, subject),
      });
    return items === 0 ? found.ok('agreement-none', {}) : found.ok('agreement-ok', { items });
  },
};
