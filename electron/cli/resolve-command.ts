import { readFile } from 'node:fs/promises';
import type { ConflictDecision } from '../../shared/model/conflict.ts';
import { EXIT_CODES } from '../../shared/model/exit-code.ts';
import type { ItemPath } from '../../shared/model/item.ts';
import { fail, ok, type Result } from '../../shared/model/sync-error.ts';
import { resolveConflict } from '../sync/decide.ts';
import type { Engine } from '../sync/engine.ts';
import { outcomeOf } from '../sync/report.ts';
import { inRun } from '../sync/runs.ts';
import { type CommandContext, withEngine } from './command-context.ts';
import type { CommandLine } from './command-line.ts';
import { itemPath } from './item-path.ts';
import { errorJson } from './report-json.ts';
import { resolveSecret } from './resolve-secret.ts';

async function fileText(file: string): Promise<Result<string>> {
  try {
    const bytes = await readFile(file);
    return ok(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch (error) {
    return fail('usage', `${file}: ${error instanceof TypeError ? 'not UTF-8 text' : 'cannot be read'}`);
  }
}

async function decisionOf({ take, file, all, path }: CommandLine): Promise<Result<ConflictDecision>> {
  if (all === (path !== null)) return fail('usage', 'resolve needs either one path or --all');
  if ((take === undefined) === (file === undefined))
    return fail('usage', 'resolve needs either --take mine|server|both or --file FILE');
  if (file !== undefined && all) return fail('usage', '--file settles one conflict, not --all');
  if (take === 'mine' || take === 'server' || take === 'both') return ok({ take });
  if (take !== undefined) return fail('usage', `--take is mine, server or both, not "${take}"`);
  const text = await fileText(file ?? '');
  return text.ok ? ok({ take: 'text', text: text.value }) : text;
}

async function settle(
  engine: Engine,
  paths: readonly ItemPath[],
  decision: ConflictDecision,
): Promise<Result<readonly ItemPath[]>> {
  const resolved: ItemPath[] = [];
  for (const path of paths) {
    const result = await resolveConflict(engine, path, decision);
    if (!result.ok) return result;
    resolved.push(path);
  }
  return ok(resolved);
}

/** `resolve`: settles conflicts here; the next sync carries the decision to GIIP. Makes no request. */
export async function resolveCommand(context: CommandContext): Promise<number> {
  const { console, line, connection } = context;
  if (line.secret !== undefined) return resolveSecret(context);
  const decision = await decisionOf(line);
  const result = decision.ok
    ? await withEngine(context, 'work', async ({ engine }) => {
        const one = line.path === null ? null : itemPath(connection.workspace, line.path);
        const paths = one === null ? engine.state.conflicts.all().map((conflict) => conflict.path) : [one];
        // One step on the time line, so that one undo takes all of it back.
        const { value } = await inRun(engine, 'decision', () => settle(engine, paths, decision.value));
        return value;
      })
    : decision;
  if (!result.ok) {
    console.complain(result.error);
    console.json({ outcome: outcomeOf(result.error), resolved: [], error: errorJson(result.error) });
    return EXIT_CODES[outcomeOf(result.error)];
  }
  for (const path of result.value) console.say(`Settled: ${path}`);
  console.say(result.value.length === 0 ? 'There is no conflict.' : 'The next sync carries it to GIIP.');
  console.json({ outcome: 'inSync', resolved: result.value });
  return EXIT_CODES.inSync;
}
