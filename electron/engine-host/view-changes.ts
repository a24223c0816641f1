import { isDeepStrictEqual } from 'node:util';
import type { CurrentStatus } from '../app/current-status.ts';
import { NOTHING_OPEN } from '../app/idle-view.ts';
import type { SessionView } from '../app/running-session.ts';
import type { Clock } from '../sync/ports.ts';
import type { ViewChange } from './engine-messages.ts';

/** A cycle tells of each item that it has done; nobody can see more than this. */
const SPACING_MS = 50;

/** The fields of one that are others in the other. */
function newIn<T extends object>(before: Partial<T>, now: T): Partial<T> {
  const entries = Object.entries(now).filter(
    ([name, value]) => !(name in before) || !isDeepStrictEqual(value, Reflect.get(before, name)),
  );
  return Object.fromEntries(entries) as Partial<T>;
}

function changeSince(before: Partial<SessionView>, now: SessionView): ViewChange {
  const { status: statusBefore, ...restBefore } = before;
  const { status, ...rest } = now;
  const change: ViewChange = newIn(restBefore, rest);
  if (status === null || status === statusBefore) return change;
  const fields = newIn<CurrentStatus>(statusBefore ?? {}, status);
  return Object.keys(fields).length === 0 && statusBefore ? change : { ...change, status: fields };
}

/** Tells of a view what has changed, and not too often: a list of thousands goes over when it is another one. */
export function viewChanges(
  clock: Clock,
  view: () => SessionView,
  tell: (change: ViewChange) => void,
): () => void {
  let before: Partial<SessionView> = {};
  let isWaiting = false;
  let isStale = false;

  function post(): void {
    isStale = false;
    const now = view();
    const change = changeSince(before, now);
    before = { ...now };
    if (Object.keys(change).length > 0) tell(change);
    isWaiting = true;
    clock.after(SPACING_MS, () => {
      isWaiting = false;
      if (isStale) post();
    });
  }

  return () => {
    isStale = true;
    if (!isWaiting) post();
  };
}

/** The view with what has changed; the first status that goes over names every field. */
export function withChange(view: SessionView, { status, ...rest }: ViewChange): SessionView {
  const known = view.status ?? NOTHING_OPEN;
  return { ...view, ...rest, ...(status === undefined ? {} : { status: { ...known, ...status } }) };
}
