import { resolveConflict } from '../../../electron/sync/decide.ts';
import type { ConflictSummary } from '../../../shared/model/conflict.ts';
import { drained } from '../core/effects.ts';
import type { Machine } from '../world/machine.ts';
import { approve, sensible } from '../world/person.ts';
import type { World } from '../world/world.ts';
import { differencesOf } from './differences.ts';
import { pathOf } from './path-of.ts';

/** Within so many cycles of each machine everything is in step or explained (I3). */
const ROUNDS = 4;
const MINUTE = 60_000;
/** More effects than this in one cycle and it never ends. */
const MAX_EFFECTS = 4_000;

/** Everything that is pending happens, oldest first. */
async function runOut(world: World): Promise<void> {
  await drained();
  for (let steps = 0; !world.failure; steps += 1) {
    if (steps > MAX_EFFECTS) return world.violated('I3', 'a cycle never ends');
    const effect = world.effects.take(0);
    if (effect) {
      world.story.effect(`${effect.owner.machine.name}: ${effect.name}`);
      effect.run();
    } else {
      const isBusy = world.machines.some(({ process }) => process?.isBusy);
      const next = isBusy ? world.clock.untilNext() : null;
      if (next === null) return;
      world.clock.advance(next);
    }
    await drained();
  }
}

async function cycleOf(world: World, machine: Machine, isAudit: boolean): Promise<void> {
  world.clock.advance(MINUTE);
  if (machine.process?.isRefused) machine.stop();
  machine.start();
  machine.cycle(isAudit);
  await runOut(world);
}

/** Cycles in turn until a round moves nothing and all is explained, but no more than the promised number. */
async function roundsUntilRest(world: World): Promise<void> {
  for (let round = 0; round < ROUNDS && !world.failure; round += 1) {
    const before = world.machines.map(traces).join();
    await rounds(world, 1, false);
    const isExplained = world.machines.every((machine) => differencesOf(world, machine).length === 0);
    const isFresh = round >= world.server.nature.staleAfterPush;
    if (isFresh && isExplained && world.machines.map(traces).join() === before) return;
  }
}

async function rounds(world: World, count: number, isAudit: boolean): Promise<void> {
  for (let round = 0; round < count; round += 1)
    for (const machine of world.machines) if (!world.failure) await cycleOf(world, machine, isAudit);
}

/** An answer that names changes only shows two names of one path one by one. */
function hasTwins({ server }: World): boolean {
  const paths = [...server.content.doc.keys()].map((wire) => pathOf('doc', wire));
  return new Set(paths).size < paths.length;
}

function needsAudit(world: World): boolean {
  return world.needsAudit || world.clock.jumps > 0 || world.mood.isCoarse || hasTwins(world);
}

/** With a pull of everything where only that is promised to find what happened. */
async function comeToRest(world: World): Promise<void> {
  await roundsUntilRest(world);
  if (!needsAudit(world)) return;
  await rounds(world, 1 + world.server.nature.staleAfterPush, true);
  await roundsUntilRest(world);
  if (world.server.nature.push === 'replace-all') await findItOutOneByOne(world);
}

/**
 * Each computer finds out for itself that GIIP replaces everything, with a push that drops what the others had just
 * looked at; only their next full pull says so (LIMITS.md).
 */
async function findItOutOneByOne(world: World): Promise<void> {
  for (let turn = 0; turn <= world.machines.length && !world.failure; turn += 1) {
    const before = world.machines.map(traces).join();
    await rounds(world, 1, true);
    if (world.machines.map(traces).join() === before) return;
    await roundsUntilRest(world);
  }
}

function mustBeExplained(world: World, when: string): void {
  for (const machine of world.machines) {
    const [first] = differencesOf(world, machine);
    if (first) world.violated('I3', `${when}, ${machine.name} is not in step: ${first}`);
  }
}

function traces(machine: Machine): readonly number[] {
  const { store } = machine;
  return [machine.writes, machine.pushes, store.versionCount, store.activityCount];
}

/** I4: nothing moves any more. */
async function mustRest(world: World): Promise<void> {
  const before = world.machines.map(traces);
  await rounds(world, 1, false);
  await rounds(world, 1, true);
  world.machines.forEach((machine, i) => {
    const [writes, pushes, versions, activities] = traces(machine).map(
      (now, k) => now - (before[i]?.[k] ?? 0),
    );
    if (!writes && !pushes && !versions && !activities) return;
    const latest = JSON.stringify(machine.store.latestActivity(activities ?? 0));
    world.violated(
      'I4',
      `at rest ${machine.name} made ${writes} writes, ${pushes} pushes, ${versions} versions, ${activities} activities ${latest}`,
    );
  });
}

function mustBeKept(world: World, when: string): void {
  const lost = world.ledger.lost(world.oracles.present());
  if (lost.length > 0) world.violated('I1', `${when}, ${lost.join(' ')} stand nowhere`);
}

/** A person at each machine settles what is open: every second conflict for GIIP, the others for this computer. */
async function decideAll(world: World, round: number): Promise<void> {
  for (const machine of world.machines) {
    const conflicts = machine.store
      .values<ConflictSummary>('conflicts')
      .map(({ path }) => path)
      .sort();
    approve(world, machine);
    await runOut(world);
    machine.begin('a person settles everything', async ({ engine }) => {
      for (const [i, path] of conflicts.entries()) {
        machine.willed.add(path);
        const take = sensible(machine, path, (i + round) % 2 === 0 ? 'mine' : 'server');
        await resolveConflict(engine, path, { take });
      }
    });
    await runOut(world);
    await rounds(world, 1, false);
  }
}

function isOpen(machine: Machine): boolean {
  const held = machine.store.get<readonly unknown[]>('facts', 'held') ?? [];
  return machine.store.tables.conflicts.size > 0 || held.length > 0;
}

/** Faults are off and nobody writes any more: then I1, I3 and I4 must hold, and again once people have decided. */
export async function settleDown(world: World): Promise<void> {
  const isLate = world.choices.pick(2) === 1;
  while (world.late.length > 0) {
    if (world.choices.pick(2) === 1) world.runLate(0);
    else world.late.shift();
  }
  world.choices.becomeCalm();
  for (const { folder } of world.machines) {
    folder.isMounted = true;
    folder.locked.clear();
    folder.flush();
  }
  world.story.effect('calm');
  await runOut(world);
  world.clock.advance(isLate ? 11 * MINUTE : MINUTE);
  mustBeKept(world, 'before calm');
  // A wait that GIIP asked for ends within the hour that a clock was set back by, and one more.
  if (world.clock.jumps > 0) world.clock.advance((world.clock.jumps + 1) * 62 * MINUTE);
  await comeToRest(world);
  if (world.failure) return;
  mustBeExplained(world, 'after calm');
  await mustRest(world);
  mustBeKept(world, 'at rest');
  if (!world.machines.some(isOpen)) return;
  for (let round = 0; round < 4 && !world.failure && world.machines.some(isOpen); round += 1)
    await decideAll(world, round);
  if (world.failure) return;
  await comeToRest(world);
  mustBeExplained(world, 'after everything was settled');
  mustBeKept(world, 'at the end');
}
