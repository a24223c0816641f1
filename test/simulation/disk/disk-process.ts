import { createNodeWorkspace, type NodeWorkspace } from '../../../electron/workspace/node-workspace.ts';
import type { Owner } from '../core/effects.ts';
import { Killed } from '../core/violation.ts';
import { DiskFiles, type Kernel } from './disk-files.ts';
import type { DiskPerson } from './disk-person.ts';
import type { DiskWorld } from './disk-world.ts';
import { errno } from './errno.ts';
import { ROOT } from './items.ts';

/** How each call may fail. */
const ERRORS: Readonly<Record<string, readonly [string, ...string[]]>> = {
  lstat: ['EIO', 'EACCES'],
  access: ['EACCES', 'EROFS'],
  realpath: ['EIO'],
  open: ['EMFILE', 'EACCES', 'EIO', 'ENOSPC', 'EBUSY'],
  read: ['EIO'],
  readFile: ['EMFILE', 'EIO', 'EACCES', 'EBUSY'],
  readdir: ['EMFILE', 'EIO', 'EACCES'],
  mkdir: ['ENOSPC', 'EACCES', 'EIO'],
  rmdir: ['EBUSY', 'EACCES', 'EIO'],
  unlink: ['EBUSY', 'EACCES', 'EIO'],
  link: ['ENOSPC', 'EIO', 'EACCES'],
  rename: ['EBUSY', 'EIO', 'ENOSPC', 'EACCES', 'EPERM'],
  write: ['ENOSPC', 'EIO'],
  fsync: ['EIO', 'ENOSPC'],
  fchown: ['EPERM'],
  fchmod: ['EPERM', 'EIO'],
};

type Fate = 'calm' | 'person' | 'fault' | 'kill' | 'power cut';
const FATES: readonly Fate[] = ['calm', 'person', 'fault', 'kill', 'power cut'];

/** Trouble is put where it tells most: most calls are looks, and a recovery has few. */
const HASTE: Readonly<Record<string, number>> = { look: 0.3, write: 2, recover: 4 };

/** A fault that stays until somebody repairs it. */
interface Sticky {
  readonly call: string;
  readonly code: string;
}

/** Which kind of file a call is about, for the coverage. */
function kindOf(path: string): string {
  const staged = /\.openclaw-sync\/\w+\.(new|old|back|note)/.exec(path)?.[1];
  if (staged) return staged;
  if (path.endsWith('.openclaw-sync')) return 'our folder';
  if (path.endsWith('.json')) return 'config';
  return path.endsWith('.md') ? 'document' : 'folder';
}

/** One run of the program: the production workspace over the simulated disk. */
export class DiskProcess implements Owner, Kernel {
  readonly machine = { name: 'program' };
  readonly workspace: NodeWorkspace;
  /** What it is doing, for the coverage. */
  phase = 'start';
  readonly #world: DiskWorld;
  readonly #person: DiskPerson;
  readonly #lastLook = new Map<string, number>();
  #sticky: Sticky | null = null;

  constructor(world: DiskWorld, person: DiskPerson) {
    this.#world = world;
    this.#person = person;
    this.workspace = createNodeWorkspace({
      root: ROOT,
      files: new DiskFiles(world.disk, this).fileSystem,
      platform: world.mood.isWindows ? 'win32' : 'linux',
      now: () => world.disk.time,
      pause: () => world.effects.call(this, 'a pause', () => undefined),
      newId: () => world.nextId(),
    });
  }

  get isDead(): boolean {
    return this.#world.effects.isDead(this);
  }

  /** Nothing is broken any more. */
  repair(): void {
    this.#sticky = null;
  }

  enter(call: string, path: string): void {
    const world = this.#world;
    if (this.isDead) throw new Killed();
    world.step();
    world.story.effect(`${call} ${path.replaceAll(`${ROOT}/`, '')}`);
    if (!world.isQuiet) this.#meet(call, path);
    if (call === 'link' && !world.mood.hasLinks) throw errno('EPERM');
    const isUnlooked = (this.#lastLook.get(`${ROOT}/docs`) ?? 0) < world.exchangedAt;
    if (isUnlooked && path.includes(`${ROOT}/docs/`)) world.mayReachOutside = true;
    if (call === 'rename') this.#excuse(path.split(' → ')[1] ?? '');
    if (call === 'unlink' && !world.mood.hasLinks) this.#excuse(path);
    if (call === 'lstat' || call === 'open') this.#lastLook.set(path, world.steps);
  }

  left(call: string, path: string): void {
    if (call === 'readFile') this.#world.seen(path);
    this.#world.look();
  }

  later<T>(call: string, path: string, perform: () => T): Promise<T> {
    const name = `${call} ${path.replaceAll(`${ROOT}/`, '')}`;
    return this.#world.effects.call(this, name, () => {
      // The thread that had it may still carry it out when the process is gone.
      if (!this.isDead) this.enter(call, path);
      const answer = perform();
      if (!this.isDead) this.left(call, path);
      return answer;
    });
  }

  isCutShort(path: string): boolean {
    const { choices, mood, isQuiet } = this.#world;
    if (this.isDead || isQuiet || mood.faults === 0 || choices.pick(2, mood.faults) === 0) return false;
    this.#hit('full after a part', 'write', path);
    return true;
  }

  die(isPowerCut: boolean): void {
    const { effects, story, choices } = this.#world;
    story.effect(isPowerCut ? 'power cut' : 'killed');
    for (const { orphaned } of effects.kill(this)) if (choices.pick(2) === 1) this.#carryOut(orphaned);
    if (!isPowerCut) return;
    this.#person.crash();
    this.#world.cutPower();
  }

  #carryOut(work: (() => void) | undefined): void {
    try {
      work?.();
    } catch {
      // Nobody is left to hear of it.
    }
  }

  #meet(call: string, path: string): void {
    const { choices, mood } = this.#world;
    const { people, faults, kills, cuts } = mood;
    const haste = HASTE[this.phase] ?? 1;
    const fate =
      this.#aimed(call) ?? FATES[choices.weigh([1 / haste, people, faults, kills, cuts])] ?? 'calm';
    if (fate !== 'calm' && fate !== 'fault') this.#hit(fate, call, path);
    if (fate === 'person') this.#person.acts();
    if (fate === 'kill' || fate === 'power cut') {
      this.die(fate === 'power cut');
      throw new Killed();
    }
    if (fate === 'fault') this.#break(call, path);
    if (this.#sticky?.call === call) throw errno(this.#sticky.code);
  }

  /** What this schedule aims at, once. */
  #aimed(call: string): Fate | undefined {
    const { aim } = this.#world.mood;
    if (this.phase !== 'write' || aim?.call !== call) return undefined;
    this.#world.aimedAt += 1;
    return this.#world.aimedAt === aim.nth ? aim.fate : undefined;
  }

  #break(call: string, path: string): void {
    const { choices, mood } = this.#world;
    const errors = ERRORS[call];
    if (errors === undefined) return;
    const code = choices.of(errors);
    this.#hit(code, call, path);
    if (choices.pick(2, mood.sticky) === 1) this.#sticky = { call, code };
    throw errno(code);
  }

  #hit(fate: string, call: string, path: string): void {
    this.#world.coverage.add(`${call}: ${fate} × ${kindOf(path)} × ${this.phase}`);
    if (fate !== 'person') this.#world.story.effect(`  ${fate}`);
  }

  /** What came to a name after the program's last look at it, and has no other name, is a documented limit of a rename over it. */
  #excuse(target: string): void {
    // A document's name is taken only while it is free, except where that needs a link that cannot be made.
    if (kindOf(target) !== 'config' && this.#world.mood.hasLinks) return;
    const node = this.#world.disk.node(target);
    const written = node?.kind === 'file' && node.links === 1 ? this.#world.texts.of(node.text) : undefined;
    if (written && written.step > (this.#lastLook.get(target) ?? 0))
      written.excuse ??= 'saved in the microseconds before a rename';
  }
}
