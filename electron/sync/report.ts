import type { HeldItem, PendingChange, PlannedStep } from '../../shared/model/change.ts';
import type { ItemPath, Rejected } from '../../shared/model/item.ts';
import type { ErrorCode, SyncError } from '../../shared/model/sync-error.ts';
import type { Outcome } from '../../shared/model/sync-report.ts';
import { reasonWords } from '../../shared/reason-words.ts';
import type { Action } from './compare.ts';
import type { Look } from './look.ts';
import type { Step } from './refine.ts';

const OFFLINE: readonly ErrorCode[] = [
  'server-unreachable',
  'server-timeout',
  'server-unavailable',
  'server-rate-limited',
  'tls-failed',
  'proxy-failed',
  'proxy-auth-required',
];
const USAGE: readonly ErrorCode[] = [
  'token-missing',
  'token-invalid',
  'token-other-origin',
  'token-not-provided',
  'managed',
  'api-url-invalid',
  'lssn-invalid',
  'workspace-not-set',
  'workspace-missing',
  'workspace-taken',
  'giip-config-unreadable',
  'giip-config-incomplete',
  'usage',
];

/** The outcome that an error leads to; it decides the exit code. */
export function outcomeOf(error: SyncError): Outcome {
  if (error.code === 'token-refused') return 'unauthorized';
  if (error.code === 'busy') return 'busy';
  if (OFFLINE.includes(error.code)) return 'offline';
  return USAGE.includes(error.code) ? 'usage' : 'failed';
}

/** What a look leaves open that no push settles, as lists that are sorted by path. */
export interface LeftOpen {
  readonly held: readonly HeldItem[];
  readonly deletedHere: readonly ItemPath[];
  readonly goneOnServer: readonly ItemPath[];
  readonly rejected: readonly Rejected[];
}

/** The same, and what waits to be sent. */
export interface OpenItems extends LeftOpen {
  readonly pending: readonly PendingChange[];
}

function pathsWith(steps: readonly Step[], action: Action): readonly ItemPath[] {
  return steps.filter((step) => step.action === action).map((step) => step.path);
}

function changeOf(step: Step): PendingChange['change'] {
  if (step.local.state === 'absent') return 'deleted';
  return step.base?.local ? 'changed' : 'new';
}

/** By path, each once: what several rules reject is told with the first reason. */
function listed(rejected: readonly Rejected[]): readonly Rejected[] {
  const byPath = new Map([...rejected].reverse().map((entry) => [entry.path, entry]));
  return [...byPath.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Files that the scan knew and that could not be read when their text was needed: GIIP's change waits for them. */
function unreadable(steps: readonly Step[]): readonly Rejected[] {
  const found = steps.filter(({ action, local }) => action === 'skip' && local.state === 'present');
  return found.flatMap(({ path, reason }) =>
    reason.code === 'unreadable-here' ? [{ path, reason: reason.detail ?? 'it cannot be read' }] : [],
  );
}

/** Kept on this computer for their secrets: nothing waits for anybody, and the list says why it is not on GIIP. */
function isKept({ reason }: Step): boolean {
  return reason.code === 'kept-secret';
}

function keptHere(steps: readonly Step[]): readonly Rejected[] {
  return steps.filter(isKept).map(({ path, reason }) => ({ path, reason: reasonWords(reason), kept: true }));
}

function heldSteps(steps: readonly Step[]): readonly HeldItem[] {
  const held = steps.filter((step) => step.action === 'held' && !isKept(step));
  return held.map(({ path, reason, secrets }) =>
    secrets ? { path, reason, secrets: secrets.places } : { path, reason },
  );
}

/** What one look leaves open. A tombstone that is agreed is shown as deleted here, not as pending. */
export function leftOpen({ steps, plan, local }: Look): LeftOpen {
  const { config, doc } = plan.rejectedRemote;
  return {
    held: heldSteps(steps),
    deletedHere: pathsWith(steps, 'tombstone'),
    goneOnServer: pathsWith(steps, 'gone'),
    rejected: listed([
      ...local.rejected,
      ...unreadable(steps),
      ...keptHere(steps),
      ...plan.clashes,
      ...config,
      ...doc,
    ]),
  };
}

/** All lists of one look. */
export function openItems(look: Look): OpenItems {
  const pending = look.steps.filter((step) => step.action === 'push' || step.action === 'merge');
  return {
    pending: pending.map((step) => ({ path: step.path, change: changeOf(step), reason: step.reason })),
    ...leftOpen(look),
  };
}

const ACTIONS: Readonly<Partial<Record<Action, PlannedStep['action']>>> = {
  pull: 'pull',
  push: 'push',
  merge: 'merge',
  adopt: 'adopt',
  conflict: 'conflict',
  held: 'held',
  tombstone: 'deletedHere',
  gone: 'goneOnServer',
  skip: 'rejected',
};

/** The plan as people read it: `sync --dry-run`, and the look before a first sync. Items with nothing to do are left out. */
export function plannedSteps(look: Look): readonly PlannedStep[] {
  return look.steps.flatMap((step) => {
    const action = ACTIONS[step.action];
    const overwrites = step.local.state === 'present' && (step.action === 'pull' || step.action === 'merge');
    return action ? [{ path: step.path, action, reason: step.reason, overwrites }] : [];
  });
}
