import { type BigIntStats, constants, type Dirent, type MakeDirectoryOptions } from 'node:fs';
import type { FileSystem } from '../../../electron/workspace/file-system.ts';
import type { Disk, Node } from './disk.ts';
import { errno } from './errno.ts';

/** What the world does around each call of a process. */
export interface Kernel {
  /** Right before the call: throws its error, or ends the process. */
  enter(call: string, path: string): void;
  /** Right after it, when it did something. */
  left(call: string, path: string): void;
  /** A call that another thread carries out, when the schedule says so. */
  later<T>(call: string, path: string, perform: () => T): Promise<T>;
  /** The disk is full: so much of a text is written before the error. */
  isCutShort(path: string): boolean;
}

interface LookOptions {
  readonly bigint?: boolean;
  readonly throwIfNoEntry?: boolean;
}

function statsOf(node: Node): BigIntStats {
  const size = node.kind === 'file' ? node.text.length : 0;
  const time = BigInt(node.changed) * 1_000_000n;
  const stats = {
    ...{ dev: 1n, ino: BigInt(node.number), mode: node.mode, nlink: BigInt(node.links), uid: 0, gid: 0 },
    ...{ size: BigInt(size), mtimeNs: time, ctimeNs: time, birthtimeNs: BigInt(node.number) },
    ...{ mtimeMs: BigInt(node.changed), ctimeMs: BigInt(node.changed) },
    isFile: () => node.kind === 'file',
    isDirectory: () => node.kind === 'folder',
    isSymbolicLink: () => node.kind === 'link',
  };
  return stats as unknown as BigIntStats;
}

/** Without `bigint` only the size is ever looked at. */
function plainStats(node: Node): unknown {
  return { ...statsOf(node), size: node.text.length };
}

function entryOf(name: string, node: Node): Dirent {
  const { isFile, isDirectory, isSymbolicLink } = statsOf(node);
  return { name, isFile, isDirectory, isSymbolicLink } as Dirent;
}

/** One process's view of the disk: exactly the calls that `electron/workspace` makes. */
export class DiskFiles {
  readonly #disk: Disk;
  readonly #kernel: Kernel;
  readonly #open = new Map<number, Node>();
  #opened = 2;

  constructor(disk: Disk, kernel: Kernel) {
    this.#disk = disk;
    this.#kernel = kernel;
  }

  get fileSystem(): FileSystem {
    const native = (path: string) => this.#call('realpath', path, () => path);
    const calls = {
      constants,
      lstatSync: (path: string, options: LookOptions = {}) =>
        this.#call('lstat', path, () => this.#lstat(path, options)),
      fstatSync: (file: number) => statsOf(this.#file(file)),
      accessSync: (path: string) => this.#call('access', path, () => void this.#node(path)),
      realpathSync: { native },
      openSync: (path: string, how: string | number) =>
        this.#call('open', path, () => this.#openSync(path, how)),
      closeSync: (file: number) => void this.#open.delete(file),
      readSync: this.#readSync,
      readFileSync: (path: string) => this.#call('readFile', path, () => this.#read(path)),
      readdirSync: (path: string, options?: object) =>
        this.#call('readdir', path, () => this.#names(path, options)),
      mkdirSync: (path: string, _: MakeDirectoryOptions) =>
        this.#call('mkdir', path, () => void this.#disk.create(path, 'folder')),
      rmdirSync: (path: string) => this.#call('rmdir', path, () => this.#disk.remove(path)),
      unlinkSync: (path: string) => this.#call('unlink', path, () => this.#disk.remove(path)),
      linkSync: (from: string, to: string) => this.#call('link', to, () => this.#disk.link(from, to)),
      renameSync: (from: string, to: string) =>
        this.#call('rename', `${from} → ${to}`, () => this.#disk.rename(from, to)),
      promises: { open: (path: string, how: string) => this.#openLater(path, how) },
    };
    return calls as unknown as FileSystem;
  }

  #call<T>(call: string, path: string, perform: () => T): T {
    this.#kernel.enter(call, path);
    const answer = perform();
    this.#kernel.left(call, path);
    return answer;
  }

  #node(path: string): Node {
    const { node } = this.#disk.find(path);
    if (node === undefined) throw errno('ENOENT');
    return node;
  }

  #file(file: number): Node {
    const node = this.#open.get(file);
    if (node === undefined) throw errno('EBADF');
    return node;
  }

  #lstat(path: string, { bigint, throwIfNoEntry }: LookOptions): unknown {
    try {
      return bigint ? statsOf(this.#node(path)) : plainStats(this.#node(path));
    } catch (error) {
      if (throwIfNoEntry === false) return undefined;
      throw error;
    }
  }

  #openNode(path: string, how: string | number): Node {
    if (how === 'wx') return this.#disk.create(path, 'file');
    const node = this.#node(path);
    if (node.kind !== 'link') return node;
    if (typeof how === 'number' && (how & constants.O_NOFOLLOW) !== 0) throw errno('ELOOP');
    return this.#node(node.text);
  }

  #openSync(path: string, how: string | number): number {
    this.#opened += 1;
    this.#open.set(this.#opened, this.#openNode(path, how));
    return this.#opened;
  }

  readonly #readSync = (file: number, buffer: Buffer, offset: number, length: number, at: number): number =>
    this.#call('read', '', () => {
      const bytes = Buffer.from(this.#file(file).text).subarray(at, at + length);
      return bytes.copy(buffer, offset);
    });

  #read(path: string): Buffer {
    const node = this.#openNode(path, constants.O_NOFOLLOW);
    if (node.kind === 'folder') throw errno('EISDIR');
    return Buffer.from(node.text);
  }

  #names(path: string, options: object | undefined): unknown {
    const node = this.#openNode(path, 'r');
    if (node.kind !== 'folder') throw errno('ENOTDIR');
    return options === undefined
      ? [...node.names.keys()]
      : [...node.names].map(([name, below]) => entryOf(name, below));
  }

  async #openLater(path: string, how: string): Promise<unknown> {
    const node = await this.#kernel.later('open', path, () => this.#openNode(path, how));
    const later = <T>(call: string, perform: () => T) => this.#kernel.later(call, path, perform);
    return {
      writeFile: (text: string) => this.#write(node, path, text),
      sync: () => later('fsync', () => this.#disk.flush(node)),
      stat: async () => statsOf(node),
      chown: () => later('fchown', () => undefined),
      chmod: (mode: number) => later('fchmod', () => void Object.assign(node, { mode })),
      close: () => later('close', () => undefined),
    };
  }

  #write(node: Node, path: string, text: string): Promise<void> {
    return this.#kernel.later('write', path, () => {
      const isShort = this.#kernel.isCutShort(path);
      this.#disk.write(node, isShort ? text.slice(0, text.length >> 1) : text);
      if (isShort) throw errno('ENOSPC');
    });
  }
}
