import type { HeldItem } from '../../../shared/model/change.ts';

/** What is held for its secrets is decided otherwise than what the brakes hold. */
export function bySecrets(held: readonly HeldItem[]): {
  readonly secret: readonly HeldItem[];
  readonly braked: readonly HeldItem[];
} {
  return {
    secret: held.filter(({ reason }) => reason.code === 'held-secret'),
    braked: held.filter(({ reason }) => reason.code !== 'held-secret'),
  };
}
