import type { ConnectionAtWork } from './ports.ts';
import type { RunningSession } from './running-session.ts';

/** A session and what others may know of its connection. */
export interface Seated {
  readonly session: RunningSession;
  readonly atWork: ConnectionAtWork;
}

/** Where one session at a time sits. Changes come one after another: a policy may change while somebody sets up. */
export interface SessionSeat {
  current(): Seated | null;
  /** The last one stays until the next has begun, since in between there is no set-up to be done. */
  shown(): RunningSession | null;
  /** Ends the session at work, then makes and starts the next one. */
  take(next: () => Seated): Promise<void>;
  /** Ends the session at work; nothing is shown then. */
  leave(): Promise<void>;
  /** Ends the session at work, after the changes under way. What was shown stays. */
  end(): Promise<void>;
}

export function createSessionSeat(onChange: () => void): SessionSeat {
  let seated: Seated | null = null;
  let shown: RunningSession | null = null;
  let changing: Promise<void> = Promise.resolve();

  async function stand(): Promise<void> {
    const before = seated;
    seated = null;
    await before?.session.stop();
  }

  async function change(next: (() => Seated) | null): Promise<void> {
    await stand();
    seated = next?.() ?? null;
    shown = seated?.session ?? null;
    seated?.session.start();
    onChange();
  }

  function inTurn(work: () => Promise<void>): Promise<void> {
    const turn = changing.then(work);
    // What one change failed with is its caller's to tell; the next one has its turn all the same.
    changing = turn.catch(() => undefined);
    return turn;
  }

  return {
    current: () => seated,
    shown: () => shown,
    take: (next) => inTurn(() => change(next)),
    leave: () => inTurn(() => change(null)),
    async end() {
      await changing;
      await seated?.session.stop();
    },
  };
}
