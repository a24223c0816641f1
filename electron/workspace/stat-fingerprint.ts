import type { BigIntStats } from 'node:fs';

/** Time stamps of FAT are two seconds apart: nothing younger can be told from a later change. */
const SETTLE_MS = 2000;

/** Equal fingerprints mean "probably not touched"; ctime and inode see what a restored mtime would hide. */
export function statFingerprint(stats: BigIntStats): string {
  return `${stats.size}:${stats.mtimeNs}:${stats.ctimeNs}:${stats.ino}`;
}

/** False while another change could still leave the same time stamps, and for stamps from the future. */
export function isSettled(stats: BigIntStats, now: number): boolean {
  return Math.max(Number(stats.mtimeMs), Number(stats.ctimeMs)) < now - SETTLE_MS;
}

/** True when both stats are of one and the same file, whatever its name. */
export function isSameFile(one: BigIntStats, other: BigIntStats): boolean {
  return one.ino === other.ino && one.dev === other.dev;
}
