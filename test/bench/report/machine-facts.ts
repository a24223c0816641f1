import { spawnSync } from 'node:child_process';
import { readFileSync, statfsSync } from 'node:fs';
import { cpus, release, tmpdir, totalmem, type } from 'node:os';
import { onPath } from '../../../build/setup-system-packages.mjs';

const PROGRAMS: Readonly<Record<string, readonly string[]>> = {
  git: ['--version'],
  unison: ['-version'],
  rclone: ['version'],
  rsync: ['--version'],
  syncthing: ['--version'],
  strace: ['--version'],
};

const FILE_SYSTEMS: ReadonlyMap<number, string> = new Map([
  [0xef53, 'ext4'],
  [0x9123683e, 'btrfs'],
  [0x58465342, 'xfs'],
  [0x01021994, 'tmpfs: fsync costs nothing there, goal 10 says little'],
  [0x794c7630, 'overlayfs'],
]);

function versionOf(program: string, words: readonly string[]): string {
  if (!onPath(program)) return `${program}: not installed`;
  // Unison will not even tell its version to somebody without a home.
  const env = { ...process.env, HOME: tmpdir() };
  const { stdout } = spawnSync(program, words, { encoding: 'utf8', env });
  const [line = ''] = stdout.split('\n');
  return line.includes(program) ? line : `${program} ${line}`;
}

function systemName(): string {
  try {
    return /PRETTY_NAME="(.*)"/.exec(readFileSync('/etc/os-release', 'utf8'))?.[1] ?? type();
  } catch {
    return type();
  }
}

/** How busy the machine is, over one, five and fifteen minutes. */
export function loadNow(): string {
  try {
    return readFileSync('/proc/loadavg', 'utf8').split(' ').slice(0, 3).join(' ');
  } catch {
    return 'not known';
  }
}

/** What the figures were taken on, as lines. */
export function machineFacts(folder: string): readonly string[] {
  const kind = statfsSync(folder).type;
  return [
    `${systemName()}, ${type()} ${release()}, ${cpus().length} × ${cpus()[0]?.model ?? 'CPU'}, ${Math.round(totalmem() / 1e9)} GB of memory`,
    `trees on ${FILE_SYSTEMS.get(kind) ?? `a file system of type 0x${kind.toString(16)}`}`,
    `Node ${process.versions.node}; ${Object.entries(PROGRAMS)
      .map(([program, words]) => versionOf(program, words))
      .join('; ')}`,
  ];
}
