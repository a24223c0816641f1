import { errno } from './errno.ts';

/** A file, a folder or a link; names are kept by the folders. */
export interface Node {
  readonly number: number;
  readonly kind: 'file' | 'folder' | 'link';
  /** A file's text, or where a link leads. */
  text: string;
  /** What the file held since its last flush, the flushed text first; empty while nothing is unflushed. */
  unflushed: string[];
  readonly names: Map<string, Node>;
  mode: number;
  /** Milliseconds of the simulated clock. */
  changed: number;
  /** How many names it has. */
  links: number;
}

interface Change {
  readonly folder: Node;
  readonly name: string;
  readonly node: Node | null;
}

/** Changes of names that happen together or not at all. */
interface Step {
  readonly changes: readonly Change[];
  isDurable: boolean;
}

/** True when both change one name: the later then cannot be kept without the earlier. */
function isOneName(one: Step, other: Step): boolean {
  return one.changes.some((change) =>
    other.changes.some(({ folder, name }) => folder === change.folder && name === change.name),
  );
}

/**
 * `journal`: names reach the disk in the order in which they were changed, and a flush of anything brings all of them
 * (ext4, NTFS, APFS). `loose`: all that POSIX promises; each change by itself, and only the folder's own flush keeps it.
 */
export type Ordering = 'journal' | 'loose';

/** What a power cut leaves of an unflushed text. */
export type TextFate = 'new' | 'old' | 'empty' | 'torn';

interface Found {
  readonly folder: Node;
  readonly name: string;
  readonly node: Node | undefined;
}

/** A disk with programs' view of it and, apart from that, what a power cut would leave: texts and names separately. */
export class Disk {
  readonly ordering: Ordering;
  readonly root: Node;
  time = 0;
  #numbers = 0;
  #steps: Step[] = [];
  /** Names on the disk, for folders where they differ from what programs see. */
  readonly #durable = new Map<Node, Map<string, Node>>();

  constructor(ordering: Ordering) {
    this.ordering = ordering;
    this.root = this.#node('folder', '');
  }

  /** The place of a path; folders on the way may be links. Throws as the kernel does. */
  find(path: string): Found {
    const parts = path.split('/').filter((part) => part !== '');
    const name = parts.pop() ?? '';
    let folder = this.root;
    for (const part of parts) {
      const next = folder.names.get(part);
      const real = next?.kind === 'link' ? this.node(next.text) : next;
      if (real === undefined) throw errno('ENOENT');
      if (real.kind !== 'folder') throw errno('ENOTDIR');
      folder = real;
    }
    return { folder, name, node: name === '' ? folder : folder.names.get(name) };
  }

  /** What has this name, a last link not followed; undefined for nothing. */
  node(path: string): Node | undefined {
    try {
      return this.find(path).node;
    } catch {
      return undefined;
    }
  }

  create(path: string, kind: Node['kind'], text = ''): Node {
    const { folder, name, node } = this.find(path);
    if (node !== undefined) throw errno('EEXIST');
    const made = this.#node(kind, text);
    this.#change([{ folder, name, node: made }]);
    return made;
  }

  link(from: string, to: string): void {
    const { node } = this.find(from);
    if (node === undefined) throw errno('ENOENT');
    const place = this.find(to);
    if (place.node !== undefined) throw errno('EEXIST');
    this.#change([{ folder: place.folder, name: place.name, node }]);
  }

  rename(from: string, to: string): void {
    const source = this.find(from);
    const target = this.find(to);
    if (source.node === undefined) throw errno('ENOENT');
    if (target.node === source.node) return;
    if (target.node?.kind === 'folder') throw errno('EISDIR');
    this.#change([
      { folder: source.folder, name: source.name, node: null },
      { folder: target.folder, name: target.name, node: source.node },
    ]);
  }

  remove(path: string): void {
    const { folder, name, node } = this.find(path);
    if (node === undefined) throw errno('ENOENT');
    if (node.names.size > 0) throw errno('ENOTEMPTY');
    this.#change([{ folder, name, node: null }]);
  }

  write(node: Node, text: string): void {
    node.unflushed.push(node.text);
    node.text = text;
    node.changed = this.#tick();
  }

  flush(node: Node): void {
    node.unflushed = [];
    const isKept = (change: Change): boolean => this.ordering === 'journal' || change.folder === node;
    for (const [at, step] of [...this.#steps.entries()].reverse()) {
      const later = this.#steps.slice(at + 1).filter(({ isDurable }) => isDurable);
      step.isDurable ||= step.changes.some(isKept) || later.some((other) => isOneName(step, other));
    }
    while (this.#steps[0]?.isDurable) this.#keep(this.#steps.shift());
  }

  /** The system writes everything back. */
  flushAll(): void {
    for (const node of this.reachable()) node.unflushed = [];
    for (const step of this.#steps) this.#keep(step);
    this.#steps = [];
  }

  /** The power is gone: `isLost` of each change of names that no flush covers, `fate` of each text. */
  cut(isLost: () => boolean, fate: (node: Node) => TextFate): void {
    const lost: Step[] = [];
    for (const step of this.#steps) {
      const isKept = step.isDurable || !(this.#follows(step, lost) || isLost());
      if (isKept) this.#keep(step);
      else lost.push(step);
    }
    this.#steps = [];
    for (const [folder, names] of this.#durable) {
      folder.names.clear();
      for (const [name, node] of names) folder.names.set(name, node);
    }
    const left = this.reachable();
    for (const node of left) node.links = 0;
    for (const folder of left) for (const node of folder.names.values()) node.links += 1;
    for (const node of left) if (node.unflushed.length > 0) this.#cutText(node, fate(node));
  }

  /** Everything that has a name. */
  reachable(from: Node = this.root): ReadonlySet<Node> {
    const found = new Set<Node>([from]);
    for (const node of found) for (const below of node.names.values()) found.add(below);
    return found;
  }

  /** Changes of one name keep their order everywhere; a journal keeps the order of all. */
  #follows(step: Step, lost: readonly Step[]): boolean {
    if (this.ordering === 'journal') return lost.length > 0;
    return lost.some((earlier) => isOneName(earlier, step));
  }

  #cutText(node: Node, fate: TextFate): void {
    const old = node.unflushed[0] ?? '';
    const torn = node.text.slice(0, Math.ceil(node.text.length / 2));
    node.text = { new: node.text, old, empty: '', torn }[fate];
    node.unflushed = [];
    node.changed = this.#tick();
  }

  #node(kind: Node['kind'], text: string): Node {
    const mode = kind === 'folder' ? 0o755 : 0o644;
    this.#numbers += 1;
    const changed = this.#tick();
    return { number: this.#numbers, kind, text, unflushed: [], names: new Map(), mode, changed, links: 0 };
  }

  #change(changes: readonly Change[]): void {
    for (const { folder } of changes)
      if (!this.#durable.has(folder)) this.#durable.set(folder, new Map(folder.names));
    for (const { folder, name, node } of changes) {
      const old = folder.names.get(name);
      if (old) old.links -= 1;
      if (old) old.changed = this.#tick();
      if (node === null) folder.names.delete(name);
      else folder.names.set(name, node);
      if (node) node.links += 1;
    }
    this.#steps.push({ changes, isDurable: false });
  }

  #keep(step: Step | undefined): void {
    for (const { folder, name, node } of step?.changes ?? []) {
      const names = this.#durable.get(folder);
      if (node === null) names?.delete(name);
      else names?.set(name, node);
    }
  }

  #tick(): number {
    this.time += 1;
    return this.time;
  }
}
