import { EXIT_CODES } from '../../shared/model/exit-code.ts';
import type { ItemPath } from '../../shared/model/item.ts';
import { SECRET_DECISIONS, type SecretDecision } from '../../shared/model/secret.ts';
import { fail, ok, type Result } from '../../shared/model/sync-error.ts';
import type { Engine } from '../sync/engine.ts';
import { outcomeOf } from '../sync/report.ts';
import { decideSecret } from '../sync/secret-decision.ts';
import { type CommandContext, withEngine } from './command-context.ts';
import type { CommandLine } from './command-line.ts';
import { itemPath } from './item-path.ts';
import { errorJson } from './report-json.ts';

const SAID: Readonly<Record<SecretDecision, string>> = {
  once: 'Will be sent once',
  always: 'Allowed in this file',
  keep: 'Stays on this computer',
  ask: 'Will be asked again',
};

function decisionOf({ secret, take, file, all, path }: CommandLine): Result<SecretDecision> {
  if (all === (path !== null)) return fail('usage', 'resolve needs either one path or --all');
  if (take !== undefined || file !== undefined)
    return fail('usage', '--secret does not go with --take or --file');
  const known = SECRET_DECISIONS.find((decision) => decision === secret);
  return known ? ok(known) : fail('usage', `--secret is once, always, keep or ask, not "${secret}"`);
}

/** Every path that the decision could be about. */
function allPaths({ state: { facts } }: Engine, decision: SecretDecision): readonly ItemPath[] {
  const waiting = (facts.get('held') ?? []).filter(({ reason }) => reason.code === 'held-secret');
  const items = decision === 'ask' ? (facts.get('secretChoices') ?? []) : waiting;
  return [...new Set(items.map(({ path }) => path))].sort();
}

async function decide(
  { line, connection }: CommandContext,
  engine: Engine,
  decision: SecretDecision,
): Promise<Result<readonly ItemPath[]>> {
  const one = line.path === null ? null : itemPath(connection.workspace, line.path);
  const paths = one === null ? allPaths(engine, decision) : [one];
  if (paths.length === 0) return ok(paths);
  const decided = decideSecret(engine, paths, decision);
  return decided.ok ? ok(paths) : decided;
}

/** `resolve PATH --secret …`: what is to become of a file that is held for its secrets. Makes no request. */
export async function resolveSecret(context: CommandContext): Promise<number> {
  const { console, line } = context;
  const decision = decisionOf(line);
  const result = decision.ok
    ? await withEngine(context, 'work', ({ engine }) => decide(context, engine, decision.value))
    : decision;
  if (!result.ok || !decision.ok) {
    const { error } = result.ok ? fail('usage') : result;
    console.complain(error);
    console.json({ outcome: outcomeOf(error), resolved: [], error: errorJson(error) });
    return EXIT_CODES[outcomeOf(error)];
  }
  for (const path of result.value) console.say(`${SAID[decision.value]}: ${path}`);
  console.say(result.value.length === 0 ? 'No secret waits.' : 'The next sync goes by it.');
  console.json({ outcome: 'inSync', resolved: result.value });
  return EXIT_CODES.inSync;
}
