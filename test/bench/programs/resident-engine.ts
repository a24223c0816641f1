import { writeFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { inProject } from '../../../build/project-paths.mjs';
import { openNetwork } from '../../../electron/api/network.ts';
import type { OpenEngine } from '../../../electron/app/ports.ts';
import { composeEngines } from '../../../electron/compose-engine.ts';
import { runCycle } from '../../../electron/sync/cycle.ts';
import { scanFolder } from '../../../electron/sync/local-view.ts';
import { ok } from '../../../shared/model/sync-error.ts';
import type { ProfiledWork, ResidentAnswer, ResidentStart, ResidentWork } from '../resident/messages.ts';
import { BENCH_LSSN, BENCH_TOKEN } from '../support/bench-connection.ts';

// The engine as the application composes it, in a process that stays: one message, one piece of work.

const delay = monitorEventLoopDelay({ resolution: 1 });
let opened: OpenEngine | null = null;

async function open({ place, apiUrl, watch }: ResidentStart): Promise<void> {
  const log = { write: () => undefined };
  const engines = composeEngines({
    stateDir: place.stateDir,
    readerProgram: inProject('out', 'version-reader.mjs'),
    network: openNetwork({ environment: {}, log }),
    log,
  });
  const connection = { workspace: place.workspace, apiUrl, lssn: BENCH_LSSN };
  const result = await engines.open(connection, async () => ok(BENCH_TOKEN), 'work');
  if (!result.ok)
    throw new Error(`the engine did not open: ${result.error.code} ${result.error.detail ?? ''}`);
  opened = result.value;
  if (watch) await opened.watch(() => undefined);
}

async function work(what: ResidentWork): Promise<{ readonly outcome: string; readonly requests: number }> {
  if (opened === null) throw new Error('not open');
  if (what === 'cycle') return runCycle(opened.engine);
  const found = await scanFolder(opened.engine, 'everything');
  return { outcome: found.ok ? `${found.value.items.size} items` : found.error.code, requests: 0 };
}

async function measured(what: ResidentWork): Promise<ResidentAnswer> {
  delay.reset();
  delay.enable();
  const start = performance.now();
  const { outcome, requests } = await work(what);
  const ms = performance.now() - start;
  delay.disable();
  const rssMb = process.memoryUsage.rss() / 2 ** 20;
  return { ms, outcome, requests, rssMb, stallMs: delay.max / 1e6 };
}

async function profiled({ work: what, profile }: ProfiledWork): Promise<ResidentAnswer> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.start');
  const answer = await measured(what);
  const { profile: taken } = await session.post('Profiler.stop');
  writeFileSync(profile, JSON.stringify(taken));
  session.disconnect();
  return answer;
}

process.on('message', async (message: ResidentStart | ResidentWork | ProfiledWork) => {
  if (typeof message === 'string') process.send?.(await measured(message));
  else if ('profile' in message) process.send?.(await profiled(message));
  else {
    await open(message);
    process.send?.('open');
  }
});
process.on('disconnect', () => void opened?.close().then(() => process.exit()));
