import type { Choices } from '../core/choices.ts';
import type { Ordering } from './disk.ts';

export interface Aim {
  readonly call: string;
  readonly nth: number;
  readonly fate: 'fault' | 'kill' | 'power cut';
}

const AIMED = [
  'unlink',
  'link',
  'rename',
  'fsync',
  'open',
  'write',
  'mkdir',
  'rmdir',
  'lstat',
  'readFile',
] as const;

function chooseAim(choices: Choices, isWindows: boolean): Aim | null {
  if (choices.pick(2, 0.5) === 0) return null;
  const fate = choices.of(['fault', 'kill', 'power cut'] as const);
  const call = choices.of(AIMED);
  return { call, nth: 1 + choices.pick(6), fate: isWindows && fate === 'power cut' ? 'kill' : fate };
}

/** Which kinds of trouble one schedule has, and how much: weights of what may come before a call; calm weighs 1. */
export interface DiskMood {
  readonly ordering: Ordering;
  /** FAT and some network shares: every hard link is refused. */
  readonly hasLinks: boolean;
  /** Renames are tried again, folders cannot be flushed; no power cuts, of which that could not be told. */
  readonly isWindows: boolean;
  readonly people: number;
  readonly faults: number;
  readonly kills: number;
  readonly cuts: number;
  /** How often a fault stays. */
  readonly sticky: number;
  readonly rounds: number;
  /** One thing that happens at a certain call of its kind while something is written; chance alone seldom gets there. */
  readonly aim: Aim | null;
}

/** The kinds differ from schedule to schedule, so that each goes deep into a few (swarm testing). */
export function chooseDiskMood(choices: Choices): DiskMood {
  const isWindows = choices.pick(2, 0.1) === 1;
  return {
    isWindows,
    ordering: choices.of(['journal', 'loose'], 0.6),
    hasLinks: choices.pick(2, 0.1) === 0,
    people: choices.of([0, 0.01, 0.04, 0.1], 0.7),
    faults: choices.of([0, 0.01, 0.05], 0.5),
    kills: choices.of([0, 0.01, 0.03, 0.1], 0.5),
    cuts: isWindows ? 0 : choices.of([0, 0.01, 0.03, 0.1], 0.65),
    sticky: choices.of([0, 0.5], 0.5),
    rounds: 1 + choices.pick(4),
    aim: chooseAim(choices, isWindows),
  };
}
