import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, readlinkSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface As {
  /** A user of that machine; root when none is named. */
  readonly user?: string;
  /** The whole environment besides HOME and PATH. */
  readonly env?: Readonly<Record<string, string>>;
}

const SCRIPT = join(import.meta.dirname, 'throw-away-machine.sh');
const PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/** A copy of this machine for one test: packages and users that are added there exist nowhere else. */
export class ThrowAwayMachine {
  readonly #outer: ChildProcess;
  readonly #base: string;
  /** The machine's first process, as this machine numbers it. */
  readonly #first: number;

  private constructor(outer: ChildProcess, base: string, first: number) {
    this.#outer = outer;
    this.#base = base;
    this.#first = first;
  }

  static async start(): Promise<ThrowAwayMachine> {
    const base = mkdtempSync(join(tmpdir(), 'openclaw-machine-'));
    const own = ['--mount', '--pid', '--fork', '--kill-child', '--propagation', 'private'];
    // Ends with this process, even by SIGKILL, which leaves no time for anything else.
    const tied = ['--pdeathsig', 'KILL', 'unshare', ...own, 'sh', SCRIPT, base];
    const outer = spawn('setpriv', tied, { stdio: ['ignore', 'pipe', 'pipe'] });
    const said: string[] = [];
    outer.stderr?.on('data', (bytes) => said.push(String(bytes)));
    const [word] = await Promise.race([
      once(outer.stdout as NodeJS.ReadableStream, 'data'),
      once(outer, 'exit'),
    ]);
    if (!String(word).includes('ready')) throw new Error(`No machine to throw away: ${said.join('')}`);
    const children = readFileSync(`/proc/${outer.pid}/task/${outer.pid}/children`, 'utf8');
    return new ThrowAwayMachine(outer, base, Number(children));
  }

  /** The namespace that its processes live in. */
  get processNamespace(): string {
    return readlinkSync(`/proc/${this.#first}/ns/pid`);
  }

  /** Where a file of that machine is found from here. */
  path(path: string): string {
    return `/proc/${this.#first}/root${path}`;
  }

  /** Runs a program to its end. */
  async run(program: string, args: readonly string[], as: As = {}): Promise<Ran> {
    const child = this.start(program, args, as);
    const said = (stream: Readable | null) => (stream ? text(stream) : '');
    const closed = once(child, 'close');
    const [stdout, stderr] = await Promise.all([said(child.stdout), said(child.stderr)]);
    const [code] = await closed;
    return { code, stdout, stderr };
  }

  /** Starts a program and leaves it running. */
  start(program: string, args: readonly string[], as: As = {}): ChildProcess {
    const [outer = '', ...words] = this.#enter(program, args, as);
    return spawn(outer, words, { env: { PATH }, stdio: ['ignore', 'pipe', 'pipe'] });
  }

  async end(): Promise<void> {
    const ended = once(this.#outer, 'exit');
    this.#outer.kill('SIGKILL');
    await ended;
    rmdirSync(this.#base);
  }

  #enter(program: string, args: readonly string[], { user = 'root', env = {} }: As): readonly string[] {
    const home = user === 'root' ? '/root' : `/home/${user}`;
    const settings = Object.entries({ PATH, HOME: home, ...env }).map(([name, value]) => `${name}=${value}`);
    const into = ['nsenter', `--target=${this.#first}`, '--mount', '--pid'];
    const become = ['setpriv', `--reuid=${user}`, `--regid=${user}`, '--init-groups'];
    return [...into, 'env', '--chdir=/', '-i', ...settings, ...become, program, ...args];
  }
}

/** Why this machine cannot be copied, or null when it can. */
export function noMachineBecause(): string | null {
  if (process.platform !== 'linux') return 'packages are installed on Linux only';
  if (process.getuid?.() !== 0) return 'installing takes root, as it does for a user';
  const probe =
    'mount -t tmpfs t /mnt && mkdir /mnt/u /mnt/w && mount -t overlay -o lowerdir=/,upperdir=/mnt/u,workdir=/mnt/w o /mnt/w/..';
  const tried = spawnSync('unshare', ['--mount', '--propagation', 'private', 'sh', '-c', probe]);
  return tried.status === 0 ? null : 'this system lets nobody lay an overlay over its root folder';
}
