import type { ItemPath } from '../../shared/model/item.ts';
import type { Engine } from './engine.ts';
import { openIntents } from './intents.ts';
import { withRivals } from './known-names.ts';
import type { LocalView } from './local-view.ts';
import type { Memory } from './recall.ts';
import { type RemoteView, rejectedAfter } from './remote-view.ts';

/** Everything that may not be in step any more: touched here, named by GIIP, open since an earlier look. */
export function pathsToCompare(
  engine: Engine,
  local: LocalView,
  view: RemoteView,
  memory: Memory,
): ReadonlySet<ItemPath> {
  const { state } = engine;
  const heard = view.sections.flatMap(({ updates, rejected }) => [...updates, ...rejected]);
  const rejected = rejectedAfter(engine, view);
  const named = [
    heard,
    rejected.config,
    rejected.doc,
    state.conflicts.all(),
    state.facts.get('held') ?? [],
    local.refused,
  ];
  const paths = named.flat().map(({ path }) => path);
  const sent = openIntents(engine).keys();
  return withRivals(memory.names, [...(local.reached ?? []), ...memory.open, ...paths, ...sent]);
}

/** How many items have no step because nothing about them may have changed. */
export function inStepBeside({ names, open }: Memory, paths: ReadonlySet<ItemPath>): number {
  let compared = 0;
  for (const path of paths) if (names.has(path) && !open.has(path)) compared += 1;
  return names.size - open.size - compared;
}
