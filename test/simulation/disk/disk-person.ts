import type { Node } from './disk.ts';
import type { DiskWorld } from './disk-world.ts';
import { type Item, ROOT, SECRET } from './items.ts';
import type { Written } from './texts.ts';

/** Somebody at the folder, between any two calls of the program. */
export class DiskPerson {
  readonly #world: DiskWorld;
  /** An editor that has opened a file and will write later. */
  #open: { readonly item: Item; readonly node: Node } | null = null;
  /** A save of which only the first half is written. */
  #half: { readonly item: Item; readonly node: Node } | null = null;
  #moved = 0;

  constructor(world: DiskWorld) {
    this.#world = world;
  }

  /** One thing that people and their programs do; the calm one is a plain save. */
  acts(): void {
    const { choices, items } = this.#world;
    const item = items[choices.pick(items.length)];
    if (!item) return;
    if (this.#half) return void this.#finish();
    const kind = choices.weigh([8, 6, 3, 2, 2, 2, 1, 1, 1]);
    if (kind === 7) return void this.#wait();
    if (kind === 8) return void this.#away();
    if (this.#isAway() && !item.isConfig) return;
    if (kind === 0) this.#save(item);
    else if (kind === 1) this.#saveByRename(item);
    else if (kind === 2) this.#writeLater(item);
    else if (kind === 3) this.#delete(item);
    else if (kind === 4) this.#rename(item);
    else if (kind === 5) this.#saveHalf(item);
    else if (kind === 6) this.#linkFile(item);
  }

  /** Everything is put back that stands in the program's way. */
  rest(): void {
    this.#finish();
    if (this.#isAway()) this.#away();
    for (const item of this.#world.items) if (this.#isLink(item)) this.#world.disk.remove(this.#at(item));
  }

  /** The power is gone: nothing is open any more. */
  crash(): void {
    this.#open = null;
    this.#half = null;
  }

  #at({ path }: Item): string {
    return `${ROOT}/${path}`;
  }

  #isLink(item: Item): boolean {
    return this.#world.disk.node(this.#at(item))?.kind === 'link';
  }

  /** `docs` was moved away and is a link to somewhere else. */
  #isAway(): boolean {
    return this.#world.disk.node(`${ROOT}/docs`)?.kind === 'link';
  }

  #tell(words: string): void {
    this.#world.story.effect(`a person ${words}`);
  }

  #touch(item: Item): void {
    this.#world.touch(item);
  }

  /** The folders that an editor makes before it saves. */
  #folders(item: Item): void {
    const { disk } = this.#world;
    const folder = item.path.split('/').slice(0, -1);
    folder.forEach((_, index) => {
      const path = `${ROOT}/${folder.slice(0, index + 1).join('/')}`;
      if (disk.node(path) !== undefined) return;
      disk.create(path, 'folder');
      // A folder that its maker has not flushed takes what we write into it along: the model leaves that out.
      disk.flush(disk.find(path).folder);
    });
  }

  #overwrite(item: Item, node: Node, written: Written): void {
    const { texts, disk } = this.#world;
    texts.drop(node.text);
    disk.write(node, written.text);
    this.#touch(item);
  }

  #file(item: Item): Node {
    const standing = this.#world.standing(item);
    if (standing) return standing;
    this.#folders(item);
    if (this.#isLink(item)) this.#world.disk.remove(this.#at(item));
    const made = this.#world.disk.create(this.#at(item), 'file');
    if (item.name === 'open') item.name = 'unflushed';
    return made;
  }

  #flush(item: Item, node: Node, written: Written): void {
    const { disk, choices } = this.#world;
    if (choices.pick(2, 0.5) === 0) return;
    disk.flush(node);
    for (let path = this.#at(item); path !== ''; path = path.slice(0, path.lastIndexOf('/')))
      disk.flush(disk.find(path).folder);
    written.isFlushed = true;
    if (item.name === 'unflushed') item.name = 'stands';
    this.#tell('flushes it');
  }

  #save(item: Item): void {
    const written = this.#world.fresh('person', item);
    this.#tell(`saves ${item.path}`);
    const node = this.#file(item);
    this.#overwrite(item, node, written);
    this.#flush(item, node, written);
  }

  #saveByRename(item: Item): void {
    const { disk, texts } = this.#world;
    this.#folders(item);
    const written = this.#world.fresh('person', item);
    const other = `${this.#at(item)}.tmp`;
    this.#tell(`saves ${item.path} by a rename`);
    const node = disk.node(other) ?? disk.create(other, 'file');
    texts.drop(node.text);
    disk.write(node, written.text);
    texts.drop(this.#world.standing(item)?.text);
    disk.rename(other, this.#at(item));
    if (item.name === 'open') item.name = 'unflushed';
    this.#touch(item);
    this.#flush(item, node, written);
  }

  #writeLater(item: Item): void {
    const open = this.#open;
    const node = this.#world.standing(item);
    this.#open = node === undefined ? null : { item, node };
    if (open === null) return void this.#tell(`opens ${item.path}`);
    const { disk, texts } = this.#world;
    texts.drop(open.node.text);
    const written = this.#world.fresh('person', open.item);
    written.isUnseen = !this.#world.visible().has(open.node);
    this.#tell(`writes ${open.item.path} through the file opened before`);
    disk.write(open.node, written.text);
    this.#touch(open.item);
  }

  #delete(item: Item): void {
    const node = this.#world.standing(item);
    if (node === undefined) return;
    this.#tell(`deletes ${item.path}`);
    this.#world.texts.drop(node.text);
    this.#world.disk.remove(this.#at(item));
    this.#touch(item);
    item.name = 'open';
  }

  #rename(item: Item): void {
    if (this.#world.standing(item) === undefined) return;
    this.#moved += 1;
    this.#tell(`renames ${item.path}`);
    this.#world.disk.rename(this.#at(item), `${this.#at(item)}.moved-${this.#moved}`);
    this.#touch(item);
    item.name = 'open';
  }

  #saveHalf(item: Item): void {
    this.#tell(`begins to save ${item.path}`);
    const node = this.#file(item);
    this.#overwrite(item, node, this.#world.fresh('person', item));
    this.#half = { item, node };
  }

  #finish(): void {
    const half = this.#half;
    this.#half = null;
    if (half === null) return;
    this.#tell(`ends the save of ${half.item.path}`);
    const rest = this.#world.fresh('person', half.item);
    rest.isUnseen = !this.#world.visible().has(half.node);
    this.#overwrite(half.item, half.node, rest);
  }

  #linkFile(item: Item): void {
    this.#delete(item);
    if (this.#world.disk.node(this.#at(item)) !== undefined) return;
    this.#folders(item);
    this.#tell(`puts a link to another place in the place of ${item.path}`);
    this.#world.disk.create(this.#at(item), 'link', SECRET);
    this.#touch(item);
    item.name = 'open';
  }

  #wait(): void {
    this.#tell('waits for half a minute');
    this.#world.flushAll();
  }

  #away(): void {
    const { disk, items } = this.#world;
    const isAway = this.#isAway();
    for (const item of items) {
      if (item.isConfig) continue;
      this.#touch(item);
      item.name = 'open';
    }
    this.#tell(isAway ? 'puts docs back' : 'moves docs away and puts a link there');
    if (isAway) disk.remove(`${ROOT}/docs`);
    const [from, to] = isAway ? ['docs-away', 'docs'] : ['docs', 'docs-away'];
    disk.rename(`${ROOT}/${from}`, `${ROOT}/${to}`);
    if (!isAway) disk.create(`${ROOT}/docs`, 'link', '/outside');
    if (!isAway) this.#world.exchangedAt = this.#world.steps;
    disk.flush(disk.find(`${ROOT}/docs`).folder);
  }
}
