import { once } from 'node:events';
import { connect } from 'node:net';
import { fail, ok, type Result } from '../../shared/model/sync-error.ts';

const LIMIT_MS = 8_000;

/** Connects and hangs up. Answers how many milliseconds that took. */
export async function reach(address: string, port: number): Promise<Result<number>> {
  const begun = performance.now();
  const signal = AbortSignal.timeout(LIMIT_MS);
  const socket = connect({ host: address, port });
  try {
    await once(socket, 'connect', { signal });
    return ok(Math.round(performance.now() - begun));
  } catch (error) {
    if (signal.aborted) return fail('server-timeout', `no answer within ${LIMIT_MS / 1000} s`);
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'failed';
    return fail('server-unreachable', code);
  } finally {
    socket.on('error', () => undefined).destroy();
  }
}
