import type { ReasonCode } from '../../shared/model/reason.ts';
import type { Verdict } from './compare.ts';
import type { Engine } from './engine.ts';

/** Names one exact situation; an approval of it says nothing about any other. */
export function heldKey(step: Verdict, code: ReasonCode): string {
  const local = step.local.state === 'present' ? step.local.version.meaning : step.local.state;
  const remote = step.remote.state === 'present' ? step.remote.version.meaning : step.remote.state;
  return [code, step.path, local, remote].join('\n');
}

/** True when the last cycle held exactly this: what was held for how it came about stays held. */
export function wasHeld(engine: Engine, step: Verdict, code: ReasonCode): boolean {
  const key = heldKey(step, code);
  return (engine.state.facts.get('held') ?? []).some((held) => held.key === key);
}
