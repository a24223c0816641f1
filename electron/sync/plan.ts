import type { ItemPath, Rejected } from '../../shared/model/item.ts';
import { lookupOf } from './all-of.ts';
import { compareItem, type LocalSide, type RemoteSide, type Verdict } from './compare.ts';
import type { Engine } from './engine.ts';
import { inParallel } from './in-parallel.ts';
import { echoedIntent, openIntents, provedBase } from './intents.ts';
import type { LocalView } from './local-view.ts';
import { nameClashes } from './name-clashes.ts';
import type { Version } from './ports.ts';
import { refineVerdict, type Step } from './refine.ts';
import { type RemoteView, rejectedAfter } from './remote-view.ts';
import type { BaseEntry, FactTypes, IntentEntry, RemoteEntry, Table } from './state-ports.ts';

/** What is to be done, item by item in path order; nothing has been written. */
export interface Plan {
  readonly steps: readonly Step[];
  /** Bases that echoes of our own pushes prove, to be recorded with the intents they end. */
  readonly proved: readonly { readonly base: BaseEntry; readonly intent: IntentEntry }[];
  /** Items that cannot stand beside another one. */
  readonly clashes: readonly Rejected[];
  /** What stands of GIIP's rejections after this answer. */
  readonly rejectedRemote: FactTypes['rejected'];
  readonly textOf: (version: Version) => string | undefined;
}

const ABSENT = { state: 'absent' } as const;

/** GIIP's side of each item after an answer. */
function remoteSides(
  remote: ReadonlyMap<ItemPath, RemoteEntry>,
  rejected: FactTypes['rejected'],
): (path: ItemPath) => RemoteSide {
  const unusable = new Map([...rejected.config, ...rejected.doc].map(({ path, reason }) => [path, reason]));
  return (path) => {
    const reason = unusable.get(path);
    if (reason !== undefined) return { state: 'unusable', reason };
    const entry = remote.get(path);
    if (!entry) return ABSENT;
    return entry.version ? { state: 'present', version: entry.version } : { state: 'gone' };
  };
}

/** All of a table, or of what is reached only. */
function entriesOf<T extends { readonly path: string }>(
  table: Table<T>,
  { reached }: LocalView,
): readonly T[] {
  if (reached === null) return table.all();
  const get = lookupOf(table, [...reached]);
  return [...reached].flatMap((path) => get(path) ?? []);
}

function remoteAfter(engine: Engine, local: LocalView, view: RemoteView): ReadonlyMap<ItemPath, RemoteEntry> {
  const heard = view.sections.flatMap((section) => section.updates);
  const entries = new Map(entriesOf(engine.state.remote, local).map((entry) => [entry.path, entry]));
  for (const entry of heard) entries.set(entry.path, entry);
  return entries;
}

/** Compares every item that any of the three sides knows, then looks at texts where hashes cannot decide. */
export async function makePlan(engine: Engine, local: LocalView, view: RemoteView): Promise<Plan> {
  const remote = remoteAfter(engine, local, view);
  const based = new Map(entriesOf(engine.state.base, local).map((entry) => [entry.path, entry]));
  const rejectedRemote = rejectedAfter(engine, view);
  const theirSide = remoteSides(remote, rejectedRemote);
  const textOf = (version: Version): string | undefined =>
    view.texts.get(version.id) ?? engine.state.contents.get(version.id);
  const intents = openIntents(engine);
  const clashes = nameClashes(engine, local.items, remote);
  const mySide = (path: ItemPath): LocalSide => {
    const barrier = clashes.get(path) ?? local.barrier(path);
    return barrier === undefined
      ? (local.items.get(path) ?? ABSENT)
      : { state: 'unreadable', reason: barrier };
  };
  const proved: { base: BaseEntry; intent: IntentEntry }[] = [];
  const paths = [...new Set([...based.keys(), ...remote.keys(), ...local.items.keys()])].sort();
  const verdicts = paths.map((path): Verdict => {
    const [mine, theirs, agreed] = [mySide(path), theirSide(path), based.get(path)];
    const echo = echoedIntent(intents.get(path) ?? [], agreed, path, theirs, textOf);
    if (!echo || theirs.state !== 'present') return compareItem(path, agreed, mine, theirs);
    const base = provedBase(path, echo, theirs.version);
    proved.push({ base, intent: echo });
    return compareItem(path, base, mine, theirs);
  });
  const steps = new Map<ItemPath, Step>();
  // What is in step has nothing to look at, and is most of them.
  const open = verdicts.filter(({ action }) => action !== 'none');
  await inParallel(open, async (verdict) => {
    steps.set(verdict.path, await refineVerdict(engine, verdict, textOf));
  });
  return {
    steps: verdicts.map((verdict) => steps.get(verdict.path) ?? verdict),
    proved,
    clashes: [...clashes].map(([path, reason]) => ({ path, reason })),
    rejectedRemote,
    textOf,
  };
}
