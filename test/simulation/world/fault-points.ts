import { StateWriteError } from '../../../electron/sync/state-write-error.ts';
import { Killed } from '../core/violation.ts';
import { checkCommit } from '../oracles/check-commit.ts';
import { checkWrite } from '../oracles/check-write.ts';
import type { Machine, SimProcess } from './machine.ts';
import type { StateHooks } from './sim-state.ts';
import type { FileFault, WorkspaceHooks } from './sim-workspace.ts';
import type { World } from './world.ts';

const FILE_FAULTS: Readonly<Record<string, readonly FileFault[]>> = {
  identify: ['none', 'before'],
  list: ['none', 'before', 'folder', 'refused'],
  read: ['none', 'before'],
  write: ['none', 'before'],
  exchange: ['none', 'before', 'after'],
};
const REASONS = ['EIO', 'EACCES', 'EBUSY', 'ENOENT', 'ENOSPC', 'EMFILE', 'EROFS'] as const;
const COMMIT_FATES = ['calm', 'disk full', 'killed before', 'killed after'] as const;

/** Where a commit may fail, and where a process may die around it. */
export function stateHooks(world: World, machine: Machine): StateHooks {
  const die = (): never => {
    world.kill(machine, false);
    throw new Killed();
  };
  const isDead = (): boolean => machine.process !== null && world.effects.isDead(machine.process);
  let fate: (typeof COMMIT_FATES)[number] = 'calm';
  return {
    beforeCommit: () => {
      if (isDead()) throw new Killed();
      const { process } = machine;
      fate = process ? world.fault('commit', COMMIT_FATES, world.mood.database, process) : 'calm';
      if (fate === 'calm') return;
      // What was to be remembered of answers goes with it.
      machine.answered.clear();
      if (fate === 'disk full') throw new StateWriteError({ code: 'disk-full' });
      if (fate === 'killed before') die();
    },
    afterCommit: (changes) => {
      checkCommit(world, machine, changes);
      if (fate === 'killed after') die();
    },
  };
}

/** Where a file call may fail, and what the oracles are told of it. */
export function workspaceHooks(world: World, process: SimProcess): WorkspaceHooks {
  const { machine } = process;
  return {
    digest: world.digest,
    now: () => world.fileTime(),
    fault: (call, path) => {
      if (call !== 'read') process.lastLook = world.clock.monotonic;
      const fates = FILE_FAULTS[call] ?? ['none'];
      const fate = fates[world.choices.pick(fates.length, world.mood.files)] ?? 'none';
      if (fate !== 'none') {
        world.coverage.hit(`${call}: ${fate}`, process, path);
        world.story.effect(`${machine.name}: ${call} ${path ?? ''}: ${fate}`);
      }
      return fate;
    },
    reason: () => world.choices.of(REASONS, 0.5),
    read: (path, answer) => void process.lastRead.set(path, answer),
    replacing: (path, before, after, isTold) => {
      if (isTold) process.written.add(path);
      process.lastRead.delete(path);
      checkWrite(world, machine, path, before, after);
    },
  };
}
