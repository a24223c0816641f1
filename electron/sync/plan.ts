import type { ItemPath, Rejected } from '../../shared/model/item.ts';
import { compareItem, type LocalSide, type RemoteSide, type Verdict } from './compare.ts';
import type { Engine } from './engine.ts';
import { inParallel } from './in-parallel.ts';
import { echoedIntent, openIntents, provedBase } from './intents.ts';
import type { LocalView } from './local-view.ts';
import type { BaseEntry, IntentEntry, RemoteEntry, Version } from './ports.ts';
import { refineVerdict, type Step } from './refine.ts';
import type { RemoteView } from './remote-view.ts';

/** What is to be done, item by item in path order; nothing has been written. */
export interface Plan {
  readonly steps: readonly Step[];
  /** Bases that echoes of our own pushes prove, to be recorded with the intents they end. */
  readonly proved: readonly { readonly base: BaseEntry; readonly intent: IntentEntry }[];
  readonly rejected: readonly Rejected[];
  readonly textOf: (version: Version) => string | undefined;
}

const ABSENT = { state: 'absent' } as const;

function remoteSide(entry: RemoteEntry | undefined): RemoteSide {
  if (!entry) return ABSENT;
  return entry.version ? { state: 'present', version: entry.version } : { state: 'gone' };
}

function remoteAfter(engine: Engine, view: RemoteView): ReadonlyMap<ItemPath, RemoteEntry> {
  const heard = view.sections.flatMap((section) => section.updates);
  return new Map([...engine.state.remote.all(), ...heard].map((entry) => [entry.path, entry]));
}

function allPaths(
  engine: Engine,
  local: LocalView,
  remote: ReadonlyMap<ItemPath, RemoteEntry>,
): readonly ItemPath[] {
  const based = engine.state.base.all().map((entry) => entry.path);
  return [...new Set([...based, ...remote.keys(), ...local.items.keys()])].sort();
}

/**
 * Names on one side that are another item's name on the other, but for case or Unicode form: on some file system they
 * would be one file. Neither is written over the other; both are left alone and listed.
 */
function nameClashes(
  engine: Engine,
  local: LocalView,
  remote: ReadonlyMap<ItemPath, RemoteEntry>,
): ReadonlyMap<ItemPath, string> {
  const held = new Map(
    [...remote.values()]
      .filter((entry) => entry.version)
      .map((entry) => [engine.paths.foldKey(entry.path), entry.path]),
  );
  const clashes = new Map<ItemPath, string>();
  for (const path of local.items.keys()) {
    const other = held.get(engine.paths.foldKey(path));
    if (other === undefined || other === path || remote.has(path)) continue;
    clashes.set(
      path,
      `GIIP holds it as ${other}, which is the same name on other systems (case or Unicode form)`,
    );
    if (!local.items.has(other))
      clashes.set(
        other,
        `it is here as ${path}, which is the same name on other systems (case or Unicode form)`,
      );
  }
  return clashes;
}

/** Compares every item that any of the three sides knows, then looks at texts where hashes cannot decide. */
export async function makePlan(engine: Engine, local: LocalView, view: RemoteView): Promise<Plan> {
  const remote = remoteAfter(engine, view);
  const textOf = (version: Version): string | undefined =>
    view.texts.get(version.id) ?? engine.state.contents.get(version.id);
  const intents = openIntents(engine);
  const clashes = nameClashes(engine, local, remote);
  const proved: { base: BaseEntry; intent: IntentEntry }[] = [];
  const verdicts = allPaths(engine, local, remote).map((path): Verdict => {
    const clash = clashes.get(path);
    const mine: LocalSide =
      clash === undefined ? (local.items.get(path) ?? ABSENT) : { state: 'unreadable', reason: clash };
    const theirs = remoteSide(remote.get(path));
    const echo = echoedIntent(intents.get(path) ?? [], path, theirs, textOf);
    if (!echo || theirs.state !== 'present')
      return compareItem(path, engine.state.base.get(path), mine, theirs);
    const base = provedBase(path, echo, theirs.version);
    proved.push({ base, intent: echo });
    return compareItem(path, base, mine, theirs);
  });
  const steps = new Map<ItemPath, Step>();
  await inParallel(verdicts, async (verdict) => {
    steps.set(verdict.path, await refineVerdict(engine, verdict, textOf));
  });
  const rejected = [...clashes].map(([path, reason]) => ({ path, reason }));
  return { steps: verdicts.map((verdict) => steps.get(verdict.path) ?? verdict), proved, rejected, textOf };
}
