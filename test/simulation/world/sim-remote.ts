import type { Cursor, PullAnswer, PushAnswer, PushItem, Remote } from '../../../electron/sync/ports.ts';
import { type ErrorCode, fail, type Result, type SyncError } from '../../../shared/model/sync-error.ts';
import { countAnswered } from '../oracles/sends.ts';
import type { SimProcess } from './machine.ts';
import type { ServerAnswer } from './sim-server.ts';
import type { World } from './world.ts';

const PULL_FATES = [
  'calm',
  'lost',
  'answer lost',
  'refused token',
  'busy',
  'silent',
  'skewed',
  'nonsense',
] as const;
const PUSH_FATES = [
  'calm',
  'lost',
  'answer lost',
  'late',
  'doubled',
  'half, then an error',
  'refused token',
  'busy',
  'late, and the client gives up',
] as const;

function fateError(fate: string): SyncError {
  if (fate === 'refused token') return { code: 'token-refused' };
  if (fate === 'busy') return { code: 'server-rate-limited', retryAfterMs: 60_000 };
  const code: ErrorCode = fate === 'lost' ? 'server-unreachable' : 'server-timeout';
  return fate === 'nonsense' ? { code: 'server-answer-invalid' } : { code };
}

/** The `Remote` port of one process: request and answer are two effects, and each may be lost, late or doubled. */
export function simRemote(process: SimProcess, world: World): Remote {
  const { effects, server } = world;
  let requests = 0;

  async function pull(known: Cursor): Promise<Result<PullAnswer>> {
    if (process.isRefused) return fail('token-refused');
    requests += 1;
    const fate = world.fault('pull', PULL_FATES, world.mood.network, process);
    if (fate === 'lost' || fate === 'busy' || fate === 'refused token') {
      return effects.call(process, `pull: ${fate}`, () => ({ ok: false, error: fateError(fate) }));
    }
    const odd = fate === 'silent' || fate === 'skewed' ? fate : 'none';
    const told = await effects.call(process, 'pull reaches GIIP', () =>
      server.answer(known, odd, world.previousContent),
    );
    world.needsAudit ||= odd !== 'none';
    return effects.call(process, 'GIIP answers the pull', () => deliver(told, fate));
  }

  function deliver(told: ServerAnswer, fate: string): Result<PullAnswer> {
    if (fate === 'answer lost' || fate === 'nonsense') return { ok: false, error: fateError(fate) };
    world.oracles.pulled(process, told);
    return { ok: true, value: told.answer };
  }

  /** What GIIP does with a push, and what it says to it. */
  function carryOut(items: readonly PushItem[], fate: string): PushAnswer {
    const stored = fate === 'half, then an error' ? items.slice(0, Math.ceil(items.length / 2)) : items;
    server.store(stored);
    if (stored !== items || fate === 'answer lost')
      return { accepted: [], refused: [], error: { code: 'server-timeout' } };
    const isRefused = ({ wire }: PushItem): boolean => wire === server.nature.refusedWire;
    return {
      accepted: items.filter((item) => !isRefused(item)),
      refused: items.filter(isRefused).map((item) => ({ item, error: { code: 'parameter-refused' } })),
    };
  }

  async function push(items: readonly PushItem[]): Promise<PushAnswer> {
    if (items.length === 0) return { accepted: [], refused: [] };
    if (process.isRefused) return { accepted: [], refused: [], error: { code: 'token-refused' } };
    requests += 1;
    world.oracles.pushing(process, items);
    const fate = world.fault('push', PUSH_FATES, world.mood.network, process);
    if (fate === 'lost' || fate === 'busy' || fate === 'refused token') {
      const answer = { accepted: [], refused: [], error: fateError(fate) };
      return effects.call(process, `push: ${fate}`, () => answer);
    }
    world.hasDoubled ||= fate === 'doubled';
    if (fate.startsWith('late') || fate === 'doubled') world.lateRequest(() => server.store(items));
    if (fate.startsWith('late'))
      return effects.call(process, `push: ${fate}`, () => ({
        accepted: [],
        refused: [],
        error: { code: 'server-timeout' as const },
      }));
    const answer = await effects.call(process, `push of ${items.length} reaches GIIP`, () =>
      carryOut(items, fate),
    );
    return effects.call(process, 'GIIP answers the push', () => {
      if (!answer.error) countAnswered(world, process.machine, items);
      return answer;
    });
  }

  return { pull, push, requests: () => requests };
}
