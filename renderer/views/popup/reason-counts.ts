import type { Reason } from '../../../shared/model/reason.ts';

/** A reason and how many items share it. */
interface ReasonCount {
  readonly reason: Reason;
  readonly amount: number;
}

/** Each reason once, in the order of first appearance, with the number of items that share it. */
export function reasonCounts(items: readonly { readonly reason: Reason }[]): readonly ReasonCount[] {
  const counts = new Map<Reason['code'], ReasonCount>();
  for (const { reason } of items) {
    const known = counts.get(reason.code);
    // What a detail says holds for one item only, so a sentence about several goes without.
    counts.set(
      reason.code,
      known === undefined
        ? { reason, amount: 1 }
        : { reason: { code: reason.code }, amount: known.amount + 1 },
    );
  }
  return [...counts.values()];
}
