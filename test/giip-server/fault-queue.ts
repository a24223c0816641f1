import type { GiipCall } from '../../electron/rehearsal/giip-listener.ts';
import type { Fault } from './giip-fault.ts';

/** A request that the server has received and not executed. */
export interface HeldRequest {
  /** The request is here. */
  readonly arrived: Promise<void>;
  /** Its client has hung up. */
  readonly clientGone: Promise<void>;
  /** Executes it now, and answers if somebody still listens. */
  release(): Promise<void>;
}

export interface FaultQueue {
  add(call: GiipCall, fault: Fault, times?: number | 'always'): void;
  clear(call?: GiipCall): void;
  hold(call: GiipCall): HeldRequest;
  next(call: GiipCall): Fault | undefined;
}

interface Entry {
  readonly call: GiipCall;
  readonly fault: Fault;
  left: number;
}

function signal(): { readonly given: Promise<void>; readonly give: () => void } {
  let give = (): void => {};
  const given = new Promise<void>((resolve) => {
    give = resolve;
  });
  return { given, give };
}

/** Faults in the order in which they were asked for; each request takes the first one that is meant for its call. */
export function faultQueue(): FaultQueue {
  let entries: Entry[] = [];
  const add: FaultQueue['add'] = (call, fault, times = 1) => {
    entries.push({ call, fault, left: times === 'always' ? Number.POSITIVE_INFINITY : times });
  };
  return {
    add,
    clear(call) {
      entries = call === undefined ? [] : entries.filter((entry) => entry.call !== call);
    },
    hold(call) {
      const arrived = signal();
      const clientGone = signal();
      const released = signal();
      const executed = signal();
      add(call, async ({ execute, answer, response }) => {
        response.once('close', clientGone.give);
        arrived.give();
        await released.given;
        const reply = execute();
        if (!response.destroyed) answer(reply);
        executed.give();
      });
      return {
        arrived: arrived.given,
        clientGone: clientGone.given,
        release() {
          released.give();
          return executed.given;
        },
      };
    },
    next(call) {
      const entry = entries.find((candidate) => candidate.call === call);
      if (entry === undefined) return undefined;
      entry.left -= 1;
      if (entry.left <= 0) entries = entries.filter((other) => other !== entry);
      return entry.fault;
    },
  };
}
