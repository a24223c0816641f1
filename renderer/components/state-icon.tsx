import type { LucideIcon } from 'lucide-react';
import {
  CircleArrowUp,
  CircleCheck,
  CirclePause,
  CloudOff,
  GitCompareArrows,
  Hand,
  Plug,
  RefreshCw,
  TriangleAlert,
} from 'lucide-react';
import type { JSX } from 'react';
import type { SyncState } from '../../shared/model/app-snapshot.ts';

/** Each state has a shape of its own, so that it can be told without colour. */
const SHAPES: Readonly<Record<SyncState, LucideIcon>> = {
  setup: Plug,
  inStep: CircleCheck,
  pending: CircleArrowUp,
  syncing: RefreshCw,
  paused: CirclePause,
  offline: CloudOff,
  conflict: GitCompareArrows,
  held: Hand,
  error: TriangleAlert,
};

/** The state as a picture. The words beside it say the same. */
export function StateIcon({ state }: { readonly state: SyncState }): JSX.Element {
  const Shape = SHAPES[state];
  return (
    <span className={`state-icon state-${state}`} aria-hidden="true">
      <Shape />
    </span>
  );
}
