import type { Preview } from '../../shared/model/history.ts';
import { fail, ok, type Result } from '../../shared/model/sync-error.ts';
import { runCycle } from './cycle.ts';
import type { Engine } from './engine.ts';
import { LostText } from './lost-text.ts';

async function plan(engine: Engine): Promise<Result<Preview>> {
  const { error, outcome, plan: steps = [] } = await runCycle(engine, { dryRun: true });
  return error ? { ok: false, error } : ok({ outcome, steps, time: engine.clock.now() });
}

/**
 * "What would happen now?": the plan of `sync --dry-run`. Only a pull is sent, and nothing is written, remembered or
 * adopted, so that the next cycle finds all of it once more. Not while a cycle runs.
 */
export async function preview(engine: Engine): Promise<Result<Preview>> {
  try {
    return await plan(engine);
  } catch (error) {
    if (!(error instanceof LostText)) throw error;
    return fail('state-unusable', 'a kept text was lost; the next sync asks GIIP for it again');
  }
}
