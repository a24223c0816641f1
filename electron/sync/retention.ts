import type { Settings } from '../../shared/model/settings.ts';
import type { Engine } from './engine.ts';
import { StateWriteError } from './state-write-error.ts';

/** How long kept versions, runs and their evidence stay. */
export type Retention = Pick<Settings, 'historyDays' | 'historyVersions'>;

const DAY_MS = 24 * 60 * 60_000;

/** Drops what is no longer to be kept: once a day, and when the limits are others than last time. */
export function pruneWhenDue(engine: Engine, { historyDays, historyVersions }: Retention): void {
  const { facts, history } = engine.state;
  const now = engine.clock.now();
  const limits = `${historyDays} ${historyVersions}`;
  const isRecent = Math.abs(now - (facts.get('lastPrune') ?? 0)) < DAY_MS;
  if (isRecent && facts.get('prunedTo') === limits) return;
  engine.state.transaction(() => {
    history.prune(now - historyDays * DAY_MS, historyVersions);
    facts.set('lastPrune', now);
    facts.set('prunedTo', limits);
  });
}

/** The same where it can wait: a database that cannot be written is told by the next cycle. */
export function pruneWhereWritable(engine: Engine, retention: Retention): void {
  try {
    pruneWhenDue(engine, retention);
  } catch (error) {
    if (!(error instanceof StateWriteError)) throw error;
    engine.log.write('warn', 'history-not-pruned', { code: error.error.code });
  }
}
