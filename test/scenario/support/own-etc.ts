import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Machine } from './machine.ts';

/** An /etc of its own for what is started through `through`: a policy there is where it is on a user's machine. */
export interface OwnEtc {
  readonly through: readonly string[];
  readonly policyFile: string;
  writePolicy(values: unknown): void;
}

/** Needs the right to mount. Nothing outside what is started through it sees anything of it. */
export function ownEtc({ root }: Pick<Machine, 'root'>): OwnEtc {
  const etc = join(root, 'etc');
  cpSync('/etc', etc, { recursive: true, verbatimSymlinks: true, preserveTimestamps: true });
  const policyFile = join(etc, 'openclaw-sync', 'policy.json');
  return {
    through: [
      ...['unshare', '--mount', '--propagation', 'private', 'sh', '-c'],
      ...['mount --bind "$1" /etc && shift && exec "$@"', 'sh', etc],
    ],
    policyFile,
    writePolicy(values) {
      mkdirSync(join(etc, 'openclaw-sync'), { recursive: true, mode: 0o755 });
      writeFileSync(policyFile, JSON.stringify(values), { mode: 0o644 });
    },
  };
}
