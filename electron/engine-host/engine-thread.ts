import { Worker } from 'node:worker_threads';
import type { Log } from '../sync/ports.ts';
import type { EngineCalls, EngineStart, HostCalls } from './engine-messages.ts';
import { type Answers, type MessageChannel, openChannel } from './message-channel.ts';

/** What is rejected with when the engine's thread is gone. */
export class EngineEnded extends Error {
  override readonly name = 'EngineEnded';
  readonly code = 'engine-ended';
}

/** One way to one thread: another thread has another one. */
export type EngineChannel = MessageChannel<EngineCalls>;

export interface EngineThreadOptions {
  /** The program of the thread. */
  readonly program: string;
  readonly start: EngineStart;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly answers: Answers<HostCalls>;
  /** It has died by itself. */
  readonly onDeath: () => void;
  readonly log: Log;
}

/** The engine's thread. */
export interface EngineThread {
  /** The way to the thread that lives; one is started where there is none. */
  reach(): EngineChannel;
  /** Ends it for good. */
  end(): Promise<void>;
}

interface Running {
  readonly worker: Worker;
  readonly channel: EngineChannel;
}

/** The token is asked for: what the environment says of it is nothing that a thread should have. */
function withoutToken(environment: EngineThreadOptions['environment']): NodeJS.ProcessEnv {
  const { OPENCLAW_SYNC_TOKEN: _, ...rest } = environment;
  return rest;
}

/** Starts nothing before it is needed. */
export function engineThread(options: EngineThreadOptions): EngineThread {
  const { program, start, environment, answers, onDeath, log } = options;
  let running: Running | null = null;
  let isEnded = false;

  function died(of: Running, cause: unknown, exitCode: number): void {
    of.channel.end(new EngineEnded());
    if (running !== of) return;
    running = null;
    log.write('error', 'engine-ended', { exitCode, cause });
    onDeath();
  }

  function begin(): Running {
    // No limit of memory: a first sync of a large folder may need much for a moment.
    const worker = new Worker(program, { workerData: start, env: withoutToken(environment), execArgv: [] });
    const channel = openChannel<EngineCalls>(worker);
    const begun = { worker, channel };
    let cause: unknown;
    worker.on('error', (error) => {
      cause = error;
    });
    worker.on('exit', (exitCode) => died(begun, cause, exitCode));
    channel.serve<HostCalls>(answers, (call, failure) =>
      log.write('error', 'call-failed', { call, cause: failure }),
    );
    return begun;
  }

  return {
    reach() {
      if (isEnded) throw new EngineEnded();
      running ??= begin();
      return running.channel;
    },
    async end() {
      isEnded = true;
      const last = running;
      running = null;
      last?.channel.end(new EngineEnded());
      await last?.worker.terminate();
    },
  };
}
