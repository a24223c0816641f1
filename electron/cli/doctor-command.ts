import { EXIT_CODES } from '../../shared/model/exit-code.ts';
import type { Outcome } from '../../shared/model/sync-report.ts';
import type { EngineSource } from '../app/ports.ts';
import { outcomeOf } from '../sync/report.ts';
import type { Console } from './console.ts';
import { agreementCheck } from './doctor-agreement.ts';
import { type DoctorCheck, doctorCheck } from './doctor-check.ts';
import { networkChecks } from './doctor-network.ts';
import { placeChecks } from './doctor-places.ts';
import { type ConnectionInputs, resolveConnection } from './resolve-connection.ts';

async function examine(inputs: ConnectionInputs, engines: EngineSource): Promise<readonly DoctorCheck[]> {
  const resolved = resolveConnection(inputs);
  if (!resolved.ok) return [doctorCheck.fail('Settings', resolved.error)];
  const { connection } = resolved.value;
  const { apiUrl, lssn, workspace } = connection;
  const token = await resolved.value.token();
  const checks = [
    doctorCheck.ok('Settings', `${apiUrl}, server number ${lssn}.`),
    token.ok
      ? doctorCheck.ok('Token', 'There is one (it is never shown).')
      : doctorCheck.fail('Token', token.error),
    ...(await networkChecks(connection, token, inputs.environment)),
    ...(await placeChecks(workspace, inputs.stateDir)),
  ];
  // Where something else stands in the way, that is what has to be mended first.
  const isWell = checks.every(({ state }) => state !== 'fail');
  return isWell ? [...checks, await agreementCheck(engines, resolved.value)] : checks;
}

function say(console: Console, { state, name, message, help }: DoctorCheck): void {
  console.say(`${state.padEnd(5)} ${name}: ${message}`);
  if (help !== undefined) console.say(`      ${help}`);
}

/** `doctor`: looks at everything that a sync needs, in its order; touches no item. The first failure is the exit code. */
export async function doctorCommand(
  inputs: ConnectionInputs,
  engines: EngineSource,
  console: Console,
): Promise<number> {
  const checks = await examine(inputs, engines);
  for (const check of checks) say(console, check);
  const first = checks.find(({ error }) => error !== undefined)?.error;
  const outcome: Outcome = first === undefined ? 'inSync' : outcomeOf(first);
  if (first === undefined) console.say('Nothing stands in the way of a sync.');
  console.json({ outcome, checks: checks.map(({ error, ...check }) => ({ ...check, ...codeOf(error) })) });
  return EXIT_CODES[outcome];
}

function codeOf(error: DoctorCheck['error']): { readonly code?: string } {
  return error === undefined ? {} : { code: error.code };
}
