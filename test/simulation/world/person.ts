import { approveHeld, decideGone } from '../../../electron/sync/approve.ts';
import { conflictTexts } from '../../../electron/sync/conflict-texts.ts';
import { resolveConflict } from '../../../electron/sync/decide.ts';
import { restoreVersion } from '../../../electron/sync/restore.ts';
import type { BaseEntry, RemoteEntry } from '../../../electron/sync/state-ports.ts';
import { versionOf } from '../../../electron/sync/version-of.ts';
import type { ConflictSummary } from '../../../shared/model/conflict.ts';
import { type ItemPath, sectionOf } from '../../../shared/model/item.ts';
import { pathOf } from '../oracles/path-of.ts';
import { edited, freshText } from './edits.ts';
import type { Machine } from './machine.ts';
import { decideSecrets } from './secrets.ts';
import { goesBack } from './way-back.ts';
import type { World } from './world.ts';

/** Puts a text in a folder as some editor does: in place, or as a new file under the old name. */
function save(world: World, machine: Machine, path: ItemPath, text: string): void {
  const isNewFile = world.choices.pick(2) === 1;
  machine.folder.put(path, text, world.fileTime(), { isFlushed: false, isNewFile });
  machine.stoodHere(path, text);
  machine.deleted.delete(path);
  machine.answered.delete(path);
  world.story.effect(`${machine.name} saves ${path}`);
  world.story.tell(() => `    ${JSON.stringify(text)}`);
}

function somePath(world: World): ItemPath {
  const paths = world.paths();
  return paths[world.choices.pick(paths.length)] ?? 'docs/a.md';
}

function edit(world: World, machine: Machine): void {
  const path = somePath(world);
  const text = machine.folder.text(path);
  if (text === undefined) save(world, machine, path, freshText(world.hand, path));
  else save(world, machine, path, edited(world.hand, path, text));
}

function remove(world: World, machine: Machine, path = somePath(world)): void {
  const text = machine.folder.text(path);
  if (text === undefined) return;
  world.ledger.replaced(text, null);
  machine.folder.remove(path);
  if (!machine.process?.isBusy) machine.willed.delete(path);
  world.story.effect(`${machine.name} deletes ${path}`);
  const base = machine.store.get<BaseEntry>('base', path);
  const heard = machine.store.get<RemoteEntry>('remote', path)?.version;
  const version = versionOf(world.digest, path, text);
  const section = sectionOf(path);
  const isThere = [...world.server.content[section].keys()].some((wire) => pathOf(section, wire) === path);
  const isAgreed = isThere && base?.remote?.id === heard?.id && 'meaning' in version;
  if (isAgreed && base?.local?.meaning === version.meaning && base.remote)
    machine.deleted.set(path, base.remote.meaning);
}

function rename(world: World, machine: Machine): void {
  const [from, to] = [somePath(world), somePath(world)];
  const text = machine.folder.text(from);
  if (text === undefined || from.slice(0, 4) !== to.slice(0, 4) || machine.folder.files.has(to)) return;
  remove(world, machine, from);
  save(world, machine, to, text);
}

/** Writes an older text again, as an editor's "undo" or a restored backup does. */
function undo(world: World, machine: Machine): void {
  const path = somePath(world);
  const texts = [...(machine.everHere.get(path) ?? [])];
  const old = texts[world.choices.pick(texts.length)];
  const now = machine.folder.text(path);
  if (old === undefined || old.trim() === '') return;
  if (now !== undefined) world.ledger.replaced(now, old);
  save(world, machine, path, old);
}

/** Nobody chooses the side that a power cut has emptied. */
export function sensible<T extends string>(machine: Machine, path: ItemPath, wish: T): T | 'mine' | 'server' {
  const heard = machine.store.get<RemoteEntry>('remote', path)?.version;
  const theirs = heard ? machine.store.get<string>('contents', heard.id) : undefined;
  if (machine.folder.text(path)?.trim() === '') return 'server';
  return theirs?.trim() === '' ? 'mine' : wish;
}

function resolve(world: World, machine: Machine): void {
  const conflicts = machine.store.values<ConflictSummary>('conflicts');
  const path = conflicts[world.choices.pick(conflicts.length)]?.path;
  if (path === undefined) return;
  const wish = world.choices.of(['mine', 'server', 'text'] as const);
  const take = sensible(machine, path, wish);
  machine.begin(`a person settles ${path}: ${take}`, async ({ engine }) => {
    machine.willed.add(path);
    if (take !== 'text') return void (await resolveConflict(engine, path, { take }));
    const texts = await conflictTexts(engine, path);
    if (!texts.ok) return;
    const seen = [texts.value.local, texts.value.remote].flatMap((text) => world.ledger.in(text ?? ''));
    const text = freshText(world.hand, path, seen);
    machine.stoodHere(path, text);
    // Until it is written it stands in a window, and goes with it.
    for (const token of world.ledger.in(text)) world.ledger.excuse(token, 'stood in a window only');
    const made = await resolveConflict(engine, path, { take: 'text', text });
    if (made.ok) for (const token of world.ledger.in(text)) world.ledger.claim(token);
  });
}

function restore(world: World, machine: Machine): void {
  const path = somePath(world);
  const versions = machine.store.versionsOf(path);
  const version = versions[world.choices.pick(versions.length)];
  if (!version) return;
  machine.begin(`a person restores a version of ${path}`, async ({ engine }) => {
    machine.willed.add(path);
    world.isEmptyWilled ||= machine.store.isEmpty(version);
    await restoreVersion(engine, path, version.id);
  });
}

function decide(world: World, machine: Machine): void {
  const path = somePath(world);
  const decision = world.choices.of(['keep', 'send'] as const);
  machine.begin(`a person decides: ${decision} ${path}`, async ({ engine }) => {
    await decideGone(engine, path, decision);
  });
}

/** Lets go on what the brakes hold. */
export function approve(world: World, machine: Machine): void {
  machine.begin('a person approves what is held', async ({ engine }) => {
    const held = engine.state.facts.get('held') ?? [];
    world.isEmptyWilled ||= held.some(({ reason }) => reason.code === 'held-emptied-after-crash');
    approveHeld(engine);
    decideSecrets(world, machine);
    machine.answered.clear();
  });
}

/** A program opens a file so that nobody else can, or lets it go. */
function lock(world: World, machine: Machine): void {
  const path = somePath(world);
  if (!machine.folder.locked.delete(path)) machine.folder.locked.add(path);
  world.story.effect(`${machine.name}: ${path} is ${machine.folder.locked.has(path) ? 'locked' : 'free'}`);
}

/** The volume goes away, or comes back. */
function mount(world: World, machine: Machine): void {
  machine.folder.isMounted = !machine.folder.isMounted;
  world.story.effect(`${machine.name}: the folder is ${machine.folder.isMounted ? 'back' : 'gone'}`);
}

const ACTS: readonly (readonly [weight: number, act: (world: World, machine: Machine) => void])[] = [
  [30, edit],
  [6, remove],
  [4, rename],
  [3, undo],
  [5, resolve],
  [2, restore],
  [1, decide],
  [2, approve],
  [2, lock],
  [1, mount],
  [2, goesBack],
];
const WEIGHTS = ACTS.map(([weight]) => weight);

/** Somebody at this machine does something, at whatever moment this is. */
export function personActs(world: World, machine: Machine): void {
  const [, act] = ACTS[world.choices.weigh(WEIGHTS)] ?? [];
  act?.(world, machine);
}
