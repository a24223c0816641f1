import { ok, type Result } from '../../shared/model/sync-error.ts';
import { reasonWords } from '../../shared/reason-words.ts';
import type { EngineSource } from '../app/ports.ts';
import type { Engine } from '../sync/engine.ts';
import { lookAround } from '../sync/look.ts';
import { type Disagreement, lostTexts, movedUnseen } from '../sync/self-check.ts';
import { type DoctorCheck, doctorCheck } from './doctor-check.ts';
import type { ResolvedConnection } from './resolve-connection.ts';

const NAME = 'Agreement';
const SHOWN = 3;

function words(found: readonly Disagreement[]): string {
  const shown = found.slice(0, SHOWN).map(({ path, code }) => `${path}: ${reasonWords({ code })}`);
  const more = found.length > SHOWN ? [`And ${found.length - SHOWN} more.`] : [];
  return [...shown, ...more].join(' ');
}

interface Judged {
  readonly items: number;
  readonly found: readonly Disagreement[];
}

async function judge(engine: Engine): Promise<Result<Judged>> {
  const items = engine.state.base.all().length;
  const lost = lostTexts(engine);
  // Nothing to compare with, or what is to be compared is not there: a look would only find that out again.
  if (items === 0 || lost.length > 0) return ok({ items, found: lost });
  const look = await lookAround(engine, { audit: true, wasKilled: false });
  return look.ok ? ok({ items, found: movedUnseen(engine, look.value) }) : look;
}

async function inEngine<T>(
  engines: EngineSource,
  { connection, token }: ResolvedConnection,
  mode: 'look' | 'work',
  work: (engine: Engine) => Promise<Result<T>>,
): Promise<Result<T>> {
  const opened = await engines.open(connection, token, mode);
  if (!opened.ok) return opened;
  try {
    return await work(opened.value.engine);
  } finally {
    await opened.value.close();
  }
}

/** The hourly check is due at once: the next sync compares everything. Not while the application works on the folder. */
async function hasten(engines: EngineSource, connection: ResolvedConnection): Promise<string> {
  const hastened = await inEngine(engines, connection, 'work', async ({ state }) => {
    state.transaction(() => state.facts.clear('lastAudit'));
    return ok(null);
  });
  return hastened.ok
    ? 'The next sync compares everything and mends it: openclaw-sync sync.'
    : 'The running application mends it with its hourly check, or when it is started anew.';
}

/** Reads everything on both sides and says where it is not what hashes and time stamps promise. Touches no item. */
export async function agreementCheck(
  engines: EngineSource,
  connection: ResolvedConnection,
): Promise<DoctorCheck> {
  const judged = await inEngine(engines, connection, 'look', judge);
  if (!judged.ok) return doctorCheck.fail(NAME, judged.error);
  const { items, found } = judged.value;
  if (found.length > 0) return doctorCheck.warn(NAME, words(found), await hasten(engines, connection));
  return items === 0
    ? doctorCheck.ok(NAME, 'Nothing has been synced yet.')
    : doctorCheck.ok(NAME, `What is remembered of ${items} items fits the folder and GIIP.`);
}
