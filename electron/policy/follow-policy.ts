import { type MachinePolicy, NO_POLICY } from '../../shared/model/policy.ts';
import type { PolicyKeeper } from '../app/ports.ts';
import type { Clock } from '../sync/ports.ts';
import type { PolicyPlace } from './policy-reading.ts';
import type { PolicySource } from './policy-source.ts';
import { readPolicy } from './read-policy.ts';

/** A file that is written in place is whole by then. */
const SETTLE_MS = 500;
/** Where nothing tells of changes, and for what was not told. */
const POLL_MS = 5 * 60_000;

/** The policy as it is now; it is followed until `end`. */
export interface FollowedPolicy extends PolicyKeeper {
  /** Once, without following it. */
  refresh(): Promise<void>;
  follow(): void;
  end(): void;
}

/** Reads the policy of this computer. It is followed from `follow` on. */
export async function openPolicy(
  source: PolicySource,
  place: PolicyPlace,
  clock: Clock,
): Promise<FollowedPolicy> {
  const listeners = new Set<(policy: MachinePolicy) => void>();
  let policy: MachinePolicy = NO_POLICY;
  let endWatch: () => void = () => undefined;
  let endTimer: () => void = () => undefined;
  let isFollowed = false;

  async function refresh(): Promise<void> {
    const next = readPolicy(await source.read(), place);
    if (JSON.stringify(next) === JSON.stringify(policy)) return;
    policy = next;
    for (const listener of listeners) listener(policy);
  }

  function look(ms: number): void {
    endTimer();
    endTimer = clock.after(ms, () => void refresh().finally(() => isFollowed && look(POLL_MS)));
  }

  await refresh();
  return {
    current: () => policy,
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    refresh,
    follow() {
      isFollowed = true;
      endWatch = source.watch(() => look(SETTLE_MS));
      look(POLL_MS);
    },
    end() {
      isFollowed = false;
      endWatch();
      endTimer();
    },
  };
}
