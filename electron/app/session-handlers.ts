import type { CallInput, CallOutput } from '../../shared/ipc/contract.ts';
import type { Result } from '../../shared/model/sync-error.ts';
import type { Handlers } from './application.ts';
import type { RunningSession } from './running-session.ts';
import { SESSION_CALLS, type SessionCall } from './session-calls.ts';

/** Runs the work with the connection at work, or answers that there is none. */
type WithSession = <T>(work: (session: RunningSession) => Promise<Result<T>>) => Promise<Result<T>>;

/** Hands each of these calls to the session, by its name. */
export function sessionHandlers(withSession: WithSession): Handlers<SessionCall> {
  const handOver =
    <N extends SessionCall>(name: N) =>
    (input: CallInput<N>): Promise<Result<CallOutput<N>>> =>
      withSession((session) => session.call(name, input));
  // Each name stands beside its own handler, which the compiler cannot follow through a list.
  return Object.fromEntries(
    SESSION_CALLS.map((name) => [name, handOver(name)]),
  ) as unknown as Handlers<SessionCall>;
}
