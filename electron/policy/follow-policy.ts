import { type MachinePolicy, NO_POLICY } from '../../shared/model/policy.ts';
import type { PolicyKeeper } from '../app/ports.ts';
import type { Clock } from '../sync/ports.ts';
import type { PolicyPlace, PolicyReading } from './policy-reading.ts';
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

/**
 * A source that cannot be read for the moment (half written, reg.exe too slow) still says what it said before: nobody has
 * taken that back. What others may have written says nothing any more.
 */
function withKnown(
  readings: readonly PolicyReading[],
  known: readonly PolicyReading[],
): readonly PolicyReading[] {
  const before = ({ source }: PolicyReading): readonly PolicyReading[] =>
    known.filter((each) => each.source === source && 'values' in each);
  return readings.flatMap((each) =>
    'fault' in each && each.fault === 'unreadable' ? [...before(each), each] : [each],
  );
}

/** Reads the policy of this computer. It is followed from `follow` on. */
export async function openPolicy(
  source: PolicySource,
  place: PolicyPlace,
  clock: Clock,
): Promise<FollowedPolicy> {
  const listeners = new Set<(policy: MachinePolicy) => void>();
  let policy: MachinePolicy = NO_POLICY;
  let known: readonly PolicyReading[] = [];
  let endWatch: () => void = () => undefined;
  let endTimer: () => void = () => undefined;
  let isFollowed = false;

  async function refresh(): Promise<void> {
    known = withKnown(await source.read(), known);
    const next = readPolicy(known, place);
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
