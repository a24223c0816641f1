import { homedir, userInfo } from 'node:os';
import { readMacPolicy } from './mac-policy.ts';
import { readPolicyFile } from './policy-file.ts';
import type { PolicyPlace, PolicyReading } from './policy-reading.ts';
import { runProgram } from './run-program.ts';
import { watchPolicyFile } from './watch-policy-file.ts';
import { readWindowsPolicy } from './windows-policy.ts';

/** Where the policy of a computer is. Tests give one of their own; nothing that a user can set leads here. */
export interface PolicySource {
  /** As it is now, the strongest place first. */
  read(): Promise<readonly PolicyReading[]>;
  /** Hints at changes where the system has such; answers a function that ends it. */
  watch(onHint: () => void): () => void;
}

const LINUX_FILE = '/etc/openclaw-sync/policy.json';
const ROOT = 0;

/** A policy file that must belong to `owner`. */
export function policyFileSource(file: string, owner: number): PolicySource {
  return { read: () => readPolicyFile(file, owner), watch: (onHint) => watchPolicyFile(file, onHint) };
}

const UNWATCHED: PolicySource['watch'] = () => () => undefined;

/** The account as the system knows it; a container may run under a number that has none. */
function account(): { readonly username: string; readonly homedir: string } {
  try {
    return userInfo();
  } catch {
    return { username: '', homedir: homedir() };
  }
}

/** The policy of this computer, where contract.md says. */
export function machinePolicySource(platform: NodeJS.Platform): PolicySource {
  if (platform === 'darwin')
    return { read: () => readMacPolicy(account().username, runProgram), watch: UNWATCHED };
  if (platform === 'win32') return { read: () => readWindowsPolicy(runProgram), watch: UNWATCHED };
  return policyFileSource(LINUX_FILE, ROOT);
}

/** Whose computer this is, for the paths in a policy. */
export function policyPlace(environment: PolicyPlace['environment']): PolicyPlace {
  return { platform: process.platform, home: account().homedir, environment };
}
