import type { ConflictSummary } from '../../shared/model/conflict.ts';
import type { ConflictDefault } from '../../shared/model/policy.ts';
import { isMass } from './brakes.ts';
import { resolveMany } from './decide.ts';
import { type Engine, rulesOf } from './engine.ts';

type Take = Exclude<ConflictDefault, 'ask'>;

/** Both sides have a whole text; without a common version only a choice that leaves both standing is no guess. */
function isForPolicy({ kind }: ConflictSummary, take: Take): boolean {
  return kind === 'edit/edit' || (kind === 'new/new' && take === 'both');
}

/**
 * Settles the conflicts that the last look found as the machine's policy says; by default a person does. Both texts stay
 * in the history. So many at once that a brake would hold them are left to a person too.
 */
export async function settleByPolicy(engine: Engine): Promise<void> {
  const { conflictDefault: take } = rulesOf(engine);
  if (take === 'ask') return;
  const open = engine.state.conflicts.all().filter((conflict) => isForPolicy(conflict, take));
  if (open.length === 0 || isMass(engine, open.length, engine.state.scans.all().length)) return;
  // Exactly what the last look saw: what moved since stays a conflict for the next one.
  const { done } = await resolveMany(engine, open, take, 'policy');
  for (const path of done) engine.log.write('info', 'policy-settled', { path, take });
}
