import type { JSX } from 'react';
import type { AppSnapshot } from '../../../shared/model/app-snapshot.ts';
import { conflictText } from '../../conflict-text.ts';
import { ConflictPane } from './conflict-pane.tsx';
import type { Drafts, DraftsAction } from './drafts.ts';
import { EndedNote } from './ended-note.tsx';
import { GonePane, HeldPane, RejectedPane } from './group-panes.tsx';
import type { Settling } from './use-settling.ts';
import type { Target } from './window-state.ts';

interface Props {
  readonly target: Target;
  readonly snapshot: AppSnapshot;
  readonly drafts: Drafts;
  readonly dispatch: (action: DraftsAction) => void;
  readonly settling: Settling;
  readonly onSettled: () => void;
}

/** The opened item, by what it needs. One that needs nothing any more says so. */
export function TargetPane({ target, snapshot, settling, ...rest }: Props): JSX.Element {
  const { path } = target;
  const summary = snapshot.conflicts.find((conflict) => conflict.path === path);
  const held = snapshot.held.filter((item) => item.path === path);
  const rejected = snapshot.rejected.find((item) => item.path === path);
  if (summary !== undefined)
    return <ConflictPane key={path} summary={summary} settling={settling} {...rest} />;
  if (held.length > 0) return <HeldPane items={held} all={snapshot.held} settling={settling} />;
  if (snapshot.goneOnServer.includes(path)) return <GonePane paths={[path]} settling={settling} />;
  if (rejected !== undefined) return <RejectedPane rejected={rejected} settling={settling} />;
  // It leaves the list before the answer to the decision has come.
  if (settling.busy.has(path)) return <p className="pane-loading">{conflictText.saving}</p>;
  return <EndedNote path={path} draft={rest.drafts.get(path)?.draft ?? null} />;
}
