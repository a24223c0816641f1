import { join } from 'node:path';
import type { BenchGiip } from '../giip/start-bench-giip.ts';
import type { SizeName } from '../tree/sizes.ts';
import type { WrittenTree } from '../tree/tree-files.ts';
import type { Figures } from './figures.ts';
import { type Place, syncOnce } from './place.ts';

/** What every scenario of one size works with. */
export interface Stage {
  readonly size: SizeName;
  readonly rounds: number;
  readonly giip: BenchGiip;
  /** The computer whose folder is the tree. */
  readonly place: Place;
  readonly tree: WrittenTree;
  readonly figures: Figures;
  /** Goals that were asked for. */
  readonly wants: (goal: number) => boolean;
  /** Peers take part where they are installed, unless a quick look was asked for. */
  readonly withPeers: boolean;
  /** Where profiles of goals that were not met are kept; null: none are taken. */
  readonly profilesIn: string | null;
  /** A path of its own for everything that a scenario makes. */
  readonly path: (name: string) => string;
  readonly say: (words: string) => void;
  /** Made when first asked for, then the same again. */
  readonly once: <T>(name: string, make: () => Promise<T>) => Promise<T>;
}

export interface Scenario {
  readonly name: string;
  /** Goals that it has figures for. */
  readonly goals: readonly number[];
  readonly measure: (stage: Stage) => Promise<void>;
}

export type StageParts = Omit<Stage, 'path' | 'once' | 'wants'> & {
  readonly root: string;
  readonly goals: readonly number[];
};

export function createStage({ root, goals, ...parts }: StageParts): Stage {
  const made = new Map<string, Promise<unknown>>();
  return {
    ...parts,
    wants: (goal) => goals.includes(goal),
    path: (name) => join(root, name),
    once<T>(name: string, make: () => Promise<T>): Promise<T> {
      const known = made.get(name) ?? make();
      made.set(name, known);
      return known as Promise<T>;
    },
  };
}

/** The tree's computer in step with GIIP, however it came to be. */
export function inStep({ once, giip, place, tree }: Stage): Promise<void> {
  return once('in step', async () => {
    await giip.load(tree.root);
    await syncOnce(place, giip.url);
    // What was written within two seconds of a scan is read again by the next one.
    await new Promise((resolve) => setTimeout(resolve, 2_100));
    await syncOnce(place, giip.url);
  });
}
