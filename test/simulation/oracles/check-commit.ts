import type { Cursor } from '../../../electron/sync/ports.ts';
import type { BaseEntry, RemoteEntry } from '../../../electron/sync/state-ports.ts';
import type { ConflictSummary } from '../../../shared/model/conflict.ts';
import { type ItemPath, SECTIONS, type Section } from '../../../shared/model/item.ts';
import type { Machine } from '../world/machine.ts';
import type { Change } from '../world/state-store.ts';
import type { World } from '../world/world.ts';
import { pathOf } from './path-of.ts';

function holds(world: World, texts: ReadonlySet<string> | undefined, id: string): boolean {
  return [...(texts ?? [])].some((text) => world.digest(text) === id);
}

function baseIsProved(world: World, machine: Machine, path: ItemPath): void {
  const base = machine.store.get<BaseEntry>('base', path);
  const heard = machine.store.get<RemoteEntry>('remote', path)?.version;
  if (!base) return;
  const { local, remote } = base;
  if (remote && (heard?.id !== remote.id || !holds(world, machine.shown.get(path), remote.id)))
    world.violated('I9', `the base of ${path} at ${machine.name} holds what no pull has shown`);
  if (local && local.id !== remote?.id && !holds(world, machine.everHere.get(path), local.id))
    world.violated('I9', `the base of ${path} at ${machine.name} holds what never stood here`);
}

function isRejected(machine: Machine, path: ItemPath): boolean {
  const rejected = machine.store.get<Record<Section, readonly { path: string }[]>>('facts', 'rejected');
  return SECTIONS.some((section) => rejected?.[section].some((one) => one.path === path));
}

/** By path; two names of GIIP's may be one path here. */
function textsByPath(
  section: Section,
  items: ReadonlyMap<string, string>,
): ReadonlyMap<ItemPath, Set<string>> {
  const texts = new Map<ItemPath, Set<string>>();
  for (const [wire, text] of items) {
    const path = pathOf(section, wire);
    if (path) texts.set(path, new Set([...(texts.get(path) ?? []), text]));
  }
  return texts;
}

/** An answer of changes names no removal: of two spellings, the one that stays is then not heard of (LIMITS.md). */
function isUnheardOf({ server }: World, path: ItemPath): boolean {
  return server.nature.documents === 'changed-only' && server.twiceSpelled.has(path);
}

/** The ghost check: what is remembered of GIIP is what GIIP was when it gave out the stored hash. */
function cursorIsTrue(world: World, machine: Machine, section: Section): void {
  const hash = machine.store.get<Cursor>('facts', 'cursor')?.[section];
  if (hash === undefined) return;
  const snapshot = world.server.snapshots.get(`${section} ${hash}`);
  if (!snapshot) world.violated('I8', `${machine.name} adopted a hash that no pull has brought`);
  if (!snapshot?.isHonest) return;
  for (const [path, texts] of textsByPath(section, snapshot.items)) {
    const version = machine.store.get<RemoteEntry>('remote', path)?.version;
    const held = version ? machine.store.get<string>('contents', version.id) : undefined;
    const isHeld = held !== undefined && texts.has(held);
    if (!isHeld && !isRejected(machine, path) && !isUnheardOf(world, path))
      world.violated('I8', `${machine.name} keeps a hash whose ${path} it does not hold`);
  }
}

/** Intents are kept for ten minutes; what is shown later is taken for somebody else's. */
const ECHO_MS = 9 * 60_000;

/** Where nobody else has ever written, what GIIP shows is our own push: no person is asked about it. */
function conflictIsReal(world: World, machine: Machine, path: ItemPath): void {
  const conflict = machine.store.get<ConflictSummary>('conflicts', path);
  const { nature } = world.server;
  const isOdd = world.needsAudit || world.hasDoubled || world.hasLostState || world.clock.jumps > 0;
  const isPlain = nature.normalise === 'none' && nature.staleAfterPush === 0 && nature.push === 'merge';
  const isYoung = world.clock.monotonic - (machine.lastPush.get(path) ?? 0) < ECHO_MS;
  if (!conflict || isOdd || !isPlain || !isYoung || world.machines.length > 1) return;
  if (!world.touchedByOthers.has(path))
    world.violated('I3', `${machine.name} is asked about ${path}, which nobody else has ever written`);
}

/** I8 and I9 after every commit, and what a machine has seen by then. */
export function checkCommit(world: World, machine: Machine, changes: readonly Change[]): void {
  let mustLookAtCursor = false;
  for (const { table, key } of changes) {
    if (table === 'contents') {
      const text = machine.store.get<string>('contents', key);
      for (const token of text === undefined ? [] : world.ledger.in(text)) machine.seen.add(token);
    }
    if (table === 'conflicts') conflictIsReal(world, machine, key);
    if (table === 'base') baseIsProved(world, machine, key);
    if (table === 'remote' || (table === 'facts' && key === 'cursor')) mustLookAtCursor = true;
  }
  if (mustLookAtCursor) for (const section of SECTIONS) cursorIsTrue(world, machine, section);
}
