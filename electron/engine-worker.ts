import { extname, join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { localSessions } from './app/local-sessions.ts';
import type { SessionFacts } from './app/running-session.ts';
import { systemClock } from './app/system-clock.ts';
import { composeEngines } from './compose-engine.ts';
import { carriedLog } from './engine-host/carried-log.ts';
import { carriedWatch } from './engine-host/carried-watch.ts';
import type { EngineCalls, EngineStart, HostCalls } from './engine-host/engine-messages.ts';
import { engineNetwork } from './engine-host/engine-network.ts';
import { lookAnswers } from './engine-host/look-answers.ts';
import { openChannel } from './engine-host/message-channel.ts';
import { sessionAnswers } from './engine-host/session-answers.ts';

/**
 * The engine of the tray application, in a thread of its own: whatever takes long here holds up no icon and no window.
 * Everything is built once, top to bottom; `engine-host` is the other end.
 */
if (parentPort === null) throw new Error('the engine is a thread of the application');
const { stateDir } = workerData as EngineStart;
// Beside this program, as it is built and as it lies in the sources.
const readerProgram = join(import.meta.dirname, `version-reader${extname(import.meta.filename)}`);
const host = openChannel<HostCalls>(parentPort);
const log = carriedLog(host);
// As in main: a surprise in one connection is written down, and must not end the thread that all of them share.
process.on('unhandledRejection', (cause) => log.write('error', 'promise-unhandled', { cause }));
const network = engineNetwork(host, process.env, log);
const { watch, answers: hints } = carriedWatch(host);
// Node's own watches end with this thread; the native library, which the other systems need, would not survive it.
const watched = process.platform === 'linux' ? {} : { watch };
const engines = (facts: () => SessionFacts) =>
  composeEngines({
    stateDir,
    readerProgram,
    network: network(facts),
    ...watched,
    log,
    retention: () => facts().settings,
    secretGate: () => facts().settings.secretGate,
    rules: () => facts().rules,
  });
const sessions = localSessions({
  engines,
  clock: systemClock,
  random: Math.random,
  log,
});
host.serve<EngineCalls>(
  {
    ...hints,
    ...sessionAnswers(host, sessions, systemClock),
    ...lookAnswers(host, { sessions, engines, network, stateDir, clock: systemClock }),
  },
  (call, cause) => log.write('error', 'call-failed', { call, cause }),
);
