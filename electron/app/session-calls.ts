import type { CallName } from '../../shared/ipc/contract.ts';

/** The calls that a session answers from its engine. */
export const SESSION_CALLS = [
  'conflict.texts',
  'conflict.resolve',
  'conflict.resolveMany',
  'rules.list',
  'rules.add',
  'rules.remove',
  'held.approve',
  'secret.decide',
  'gone.decide',
  'sync.cancel',
  'sync.preview',
  'history.runs',
  'history.run',
  'history.paths',
  'history.versions',
  'history.text',
  'history.restore',
  'history.restoreKey',
  'history.restorePlan',
  'history.restoreRun',
  'history.undoPlan',
  'history.undo',
  'history.size',
  'history.why',
] as const satisfies readonly CallName[];

export type SessionCall = (typeof SESSION_CALLS)[number];
