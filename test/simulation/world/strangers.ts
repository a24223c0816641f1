import type { PushItem } from '../../../electron/sync/ports.ts';
import { type ItemPath, sectionOf } from '../../../shared/model/item.ts';
import { edited, freshText } from './edits.ts';
import type { Content } from './sim-server.ts';
import type { World } from './world.ts';

/** Names that no client may use as they stand, or that clash with another. */
const ODD_WIRES = ['docs/../x.md', 'C:\\x.md', 'docs/CON', 'docs/A.md', 'docs/sub', 'notes.md'] as const;

function wireOf(path: ItemPath): string {
  return sectionOf(path) === 'config' ? path.slice('configs/'.length) : path;
}

/** Somebody edits GIIP's content in the web console; they see what they replace. */
export function consoleEdits(world: World): void {
  const { choices, server } = world;
  const paths = world.paths();
  const path = paths[choices.pick(paths.length)] ?? 'docs/a.md';
  const [section, wire] = [sectionOf(path), wireOf(path)];
  const kind = choices.weigh([10, 2, 1, 1]);
  world.as('person', () => {
    if (kind === 3) return oddName(world);
    const text = server.content[section].get(wire);
    if (kind === 1) server.edit(section, wire, null);
    else if (kind === 2 || text === undefined) {
      const parents = text === undefined ? [] : world.ledger.in(text);
      server.edit(section, wire, freshText(world.hand, path, parents));
    } else server.edit(section, wire, edited(world.hand, path, text));
    world.story.effect(`the console ${kind === 1 ? 'removes' : 'writes'} ${wire}`);
    world.story.tell(() => `    ${JSON.stringify(server.content[section].get(wire) ?? null)}`);
  });
}

function oddName(world: World): void {
  const wire = world.choices.of(ODD_WIRES);
  const text = world.server.content.doc.get(wire);
  world.server.edit('doc', wire, text === undefined ? freshText(world.hand, 'docs/x.md') : null);
  world.story.effect(`the console toggles ${wire}`);
}

/** The old PowerShell script: it sends its whole tree and never asks. Its tree is a copy that somebody made earlier. */
export class BlindWriter {
  #tree: readonly PushItem[] = [];

  /** Takes a copy of a machine's folder as its own. */
  copy(world: World): void {
    const machine = world.machines[world.choices.pick(world.machines.length)];
    if (!machine) return;
    const isBackslash = world.choices.pick(2, 0.3) === 1;
    this.#tree = [...machine.folder.files].sort().map(([path, { text }]) => {
      const wire = wireOf(path);
      const section = sectionOf(path);
      return { section, wire: isBackslash ? wire.replace('docs/sub/', 'docs/sub\\') : wire, text };
    });
    world.story.effect(`the old script gets a copy of ${machine.name}'s folder`);
  }

  put(world: World): void {
    const usable = this.#tree.filter(({ section, text }) => section === 'doc' || isJson(text));
    if (usable.length === 0) {
      this.copy(world);
      return;
    }
    // It sends a file that a power cut has emptied like any other.
    world.isEmptyWilled ||= usable.some(({ text }) => text.trim() === '');
    world.story.effect('the old script sends its whole tree');
    world.as('stranger', () => world.server.store(usable));
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text.replace(/^\uFEFF/, ''));
    return true;
  } catch {
    return false;
  }
}

/** Somebody restores GIIP's content from a backup. */
export class Backups {
  readonly #kept: Content[] = [];

  /** A backup is made, or the newest one is put back. */
  act(world: World): void {
    const isBack = this.#kept.length > 0 && world.choices.pick(2) === 1;
    if (!isBack) this.#kept.push(world.server.content);
    const content = this.#kept.at(-1);
    world.story.effect(isBack ? 'GIIP is restored from a backup' : 'GIIP is backed up');
    if (isBack && content) world.as('stranger', () => world.server.set(content));
  }
}
