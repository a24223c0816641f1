import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { expect } from 'vitest';
import { test as base } from '../../scenario/support/scenario-test.ts';
import type { World } from './hostile-story.ts';

interface Grounds {
  readonly world: World;
  /** A small disk of its own at a folder of this computer, gone before the folder is. */
  readonly mountDisk: (folder: string, size: string) => void;
}

/** A test with a GIIP and a computer, together as stories take them. */
export const test = base.extend<Grounds>({
  world: async ({ giip, machine }, use) => use({ giip, machine }),
  // `machine` is named so that its folders outlive the disks in them.
  mountDisk: async ({ machine: _machine }, use) => {
    const mounted: string[] = [];
    await use((folder, size) => {
      mkdirSync(folder, { recursive: true });
      expect(spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder]).status).toBe(0);
      mounted.push(folder);
    });
    for (const folder of mounted) spawnSync('umount', ['-l', folder]);
  },
});
