import { readdirSync, readFileSync, readlinkSync, statSync } from 'node:fs';

/** A process of the installed program, as the kernel describes it. */
export interface ProgramProcess {
  readonly pid: number;
  readonly uid: number;
  readonly words: readonly string[];
  /** `Seccomp: 2` is a filter; anything else is no sandbox. */
  readonly seccomp: string;
  /** Which user namespace it lives in. */
  readonly userNamespace: string;
}

export const INSTALLED = '/opt/Openclaw Sync/openclaw-sync';

/** Every process of the installed program that shares this one's process namespace or lives below it. */
export function programProcesses(namespace: string): ProgramProcess[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids.flatMap((name) => {
    try {
      return describe(Number(name), namespace);
    } catch {
      // It ended while we looked.
      return [];
    }
  });
}

function describe(pid: number, namespace: string): ProgramProcess[] {
  const proc = `/proc/${pid}`;
  if (!readlinkSync(`${proc}/exe`).startsWith(INSTALLED)) return [];
  const words = readFileSync(`${proc}/cmdline`, 'utf8').split(/[\0 ](?=-)/);
  const status = readFileSync(`${proc}/status`, 'utf8');
  // A sandbox puts its processes into a namespace of their own, so the namespace is asked of who can be asked.
  const sandboxed = words.some((word) => word.startsWith('--type='));
  if (!sandboxed && readlinkSync(`${proc}/ns/pid`) !== namespace) return [];
  const seccomp = /^Seccomp:\t(\d)$/m.exec(status)?.[1] ?? '';
  return [{ pid, uid: statSync(proc).uid, words, seccomp, userNamespace: readlinkSync(`${proc}/ns/user`) }];
}
