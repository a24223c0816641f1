import type { ChildProcess } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Ran, ThrowAwayMachine } from './throw-away-machine.ts';

const SCRIPT = join(import.meta.dirname, 'user-manager.sh');
const SYSTEMD = '/usr/lib/systemd/systemd';
/** Where control groups of the old layout are mounted as well, systemd has these trees for itself; else the one tree. */
const OLD_LAYOUT = ['/sys/fs/cgroup/unified', '/sys/fs/cgroup/systemd'];
const ONE_TREE = '/sys/fs/cgroup';

/** A user's own systemd, as after signing in. */
export interface UserManager {
  systemctl(...words: readonly string[]): Promise<Ran>;
  /** The value of one property of a unit. */
  property(unit: string, name: string): Promise<string>;
  /** After the machine has ended: takes away what it left in the kernel. */
  tidy(): Promise<void>;
}

/** Why a user's systemd cannot run here, or null when it can. */
export function noUserManagerBecause(): string | null {
  if (!existsSync(SYSTEMD)) return 'systemd is not installed';
  return groupTrees().length > 0 ? null : 'there are no control groups to be seen';
}

function groupTrees(): readonly string[] {
  const isTree = (folder: string): boolean => existsSync(join(folder, 'cgroup.procs'));
  const old = OLD_LAYOUT.filter(isTree);
  return old.length > 0 ? old : [ONE_TREE].filter(isTree);
}

/** Starts it, and waits until it answers. */
export async function startUserManager(machine: ThrowAwayMachine, user: string): Promise<UserManager> {
  const groups = groupTrees().map((folder) => join(folder, `openclaw-sync-test-${process.pid}-${user}`));
  const child = machine.start('sh', ['-c', readFileSync(SCRIPT, 'utf8'), 'sh', user, ...groups]);
  const uid = (await machine.run('id', ['-u', user])).stdout.trim();
  const env = { XDG_RUNTIME_DIR: `/run/user/${uid}` };
  const systemctl = (...words: readonly string[]): Promise<Ran> =>
    machine.run('systemctl', ['--user', ...words], { user, env });
  await answering(child, systemctl);
  return {
    systemctl,
    property: async (unit, name) =>
      (await systemctl('show', '--value', '--property', name, unit)).stdout.trim(),
    async tidy() {
      for (const group of groups) await removeGroup(group);
    },
  };
}

/** It tells nobody when it is ready: it is asked until it answers. */
async function answering(child: ChildProcess, systemctl: (word: string) => Promise<Ran>): Promise<void> {
  for (;;) {
    const { stdout } = await systemctl('is-system-running');
    if (/running|degraded/.test(stdout)) return;
    if (child.exitCode !== null) throw new Error(`systemd ended with ${child.exitCode}`);
    await pause(50);
  }
}

/** What was killed may take a moment to be gone. */
async function removeGroup(group: string): Promise<void> {
  if (!existsSync(group)) return;
  for (const entry of readdirSync(group, { withFileTypes: true }))
    if (entry.isDirectory()) await removeGroup(join(group, entry.name));
  for (let tries = 100; tries > 0 && existsSync(group); tries -= 1) {
    try {
      rmdirSync(group);
    } catch {
      await pause(50);
    }
  }
}
