import { doctorNames, doctorWords } from '../../shared/doctor-words.ts';
import type { DoctorCheck, DoctorStatus } from '../../shared/model/doctor.ts';
import { EXIT_CODES } from '../../shared/model/exit-code.ts';
import type { Outcome } from '../../shared/model/sync-report.ts';
import { runDoctor } from '../doctor/run-doctor.ts';
import { outcomeOf } from '../sync/report.ts';
import type { Console } from './console.ts';
import { doctorScene } from './look-scenes.ts';
import type { RunPlace } from './run-place.ts';

/** As the command has always written it. */
const STATES: Readonly<Record<DoctorStatus, string>> = {
  ok: 'ok',
  warning: 'warn',
  failed: 'fail',
  skipped: 'skip',
};

function say(console: Console, check: DoctorCheck): void {
  const { message, help } = doctorWords(check);
  console.say(`${STATES[check.status].padEnd(5)} ${doctorNames.check(check.id)}: ${message}`);
  if (help !== undefined) console.say(`      ${help}`);
}

function jsonOf({ error, ...check }: DoctorCheck): object {
  const code = error === undefined ? {} : { code: error.code };
  const line = { name: doctorNames.check(check.id), state: STATES[check.status], ...doctorWords(check) };
  return { ...line, ...code, ...check };
}

/** The first failure decides; one that no sync would report by itself is a failure all the same. */
function outcomeIn(checks: readonly DoctorCheck[]): Outcome {
  const first = checks.find(({ status }) => status === 'failed');
  if (first === undefined) return 'inSync';
  return first.error === undefined ? 'failed' : outcomeOf(first.error);
}

/** `doctor`: says line by line what stands in the way of a sync; touches no item. The first failure is the exit code. */
export async function doctorCommand(place: RunPlace, console: Console): Promise<number> {
  let said = 0;
  const sayNew = (checks: readonly DoctorCheck[]): void => {
    for (const check of checks.slice(said)) say(console, check);
    said = checks.length;
  };
  const { checks } = await runDoctor(doctorScene(place), (report) => sayNew(report.checks));
  sayNew(checks);
  const outcome = outcomeIn(checks);
  if (outcome === 'inSync') console.say('Nothing stands in the way of a sync.');
  console.json({ outcome, checks: checks.map(jsonOf) });
  return EXIT_CODES[outcome];
}
