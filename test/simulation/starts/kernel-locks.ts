import type { Opened } from '../../../electron/workspace/workspace-lock.ts';
import type { Disk, Node } from '../disk/disk.ts';

/** The kernel's locks on whole files: held by one process until it lets go or ends, whatever becomes of the name. */
export class KernelLocks {
  readonly #disk: Disk;
  readonly #holders = new Map<Node, object>();

  constructor(disk: Disk) {
    this.#disk = disk;
  }

  /** Opens the file, which is made if need be; `between` is what happens before it is locked. */
  lock(owner: object, file: string, between: () => void): Opened {
    const node = this.#disk.node(file) ?? this.#disk.create(file, 'file');
    between();
    const holder = this.#holders.get(node);
    if (holder !== undefined) return { fault: 'busy' };
    this.#holders.set(node, owner);
    return { held: { close: () => void this.#holders.delete(node) } };
  }

  /** A process ended, however it ended. */
  ended(owner: object): void {
    for (const [node, holder] of this.#holders) if (holder === owner) this.#holders.delete(node);
  }
}
