import { STAGING_NAME } from '../../../electron/workspace/workspace-place.ts';
import type { Choices } from '../core/choices.ts';
import type { Coverage } from '../core/coverage.ts';
import { Effects } from '../core/effects.ts';
import type { Story } from '../core/story.ts';
import { Violation } from '../core/violation.ts';
import { Disk, type Node } from './disk.ts';
import { chooseDiskMood, type DiskMood } from './disk-mood.ts';
import { type Item, itemsOf, ROOT, SECRET } from './items.ts';
import { Texts, type Written } from './texts.ts';

const SECRET_TEXT = "somebody else's";
/** More steps than this and something never ends. */
const MAX_STEPS = 5_000;

/** A disk with a workspace on it, everybody who writes there, and what must hold after each call. */
export class DiskWorld {
  readonly choices: Choices;
  readonly story: Story;
  readonly coverage: Coverage;
  readonly mood: DiskMood;
  readonly disk: Disk;
  readonly effects = new Effects();
  readonly texts = new Texts();
  readonly items: readonly Item[] = itemsOf();
  steps = 0;
  /** How many calls of the kind that is aimed at there were. */
  aimedAt = 0;
  /** Nothing happens beside the calls: somebody only looks. */
  isQuiet = false;
  /** The step at which `docs` became a link. */
  exchangedAt = 0;
  /** A call went through that link before the program could see it: a documented limit, taken back where nobody dies. */
  mayReachOutside = false;
  #failure: unknown = null;
  #ids = 0;

  constructor(choices: Choices, story: Story, coverage: Coverage) {
    this.choices = choices;
    this.story = story;
    this.coverage = coverage;
    this.mood = chooseDiskMood(choices);
    this.disk = new Disk(this.mood.ordering);
    story.tell(() => `the world: ${JSON.stringify(this.mood)}`);
    this.#furnish();
  }

  get failure(): unknown {
    return this.#failure;
  }

  fail(error: unknown): void {
    this.#failure ??= error;
  }

  violated(oracle: string, words: string): void {
    this.story.tell(() => `${oracle}: ${words}`);
    this.fail(new Violation(oracle, words));
  }

  step(): void {
    this.steps += 1;
    if (this.steps > MAX_STEPS) throw new Violation('I3', 'something never ends');
  }

  fresh(by: Written['by'], item: Item): Written {
    return this.texts.fresh(by, this.steps, item.isConfig);
  }

  /** An ordinary file under the item's own name; nothing behind a link. */
  standing({ path }: Item): Node | undefined {
    let node: Node | undefined = this.disk.root.names.get(ROOT.slice(1));
    for (const part of path.split('/')) node = node?.kind === 'folder' ? node.names.get(part) : undefined;
    return node?.kind === 'file' ? node : undefined;
  }

  /** True for what has a name in the workspace outside the program's own folder. */
  visible(): ReadonlySet<Node> {
    const root = this.disk.node(ROOT);
    const own = root?.names.get(STAGING_NAME);
    const tops = [...(root?.names.values() ?? [])].filter((top) => top !== own);
    return new Set(tops.flatMap((top) => [...this.disk.reachable(top)]));
  }

  /** The program has read it: what was written there before is noticed. */
  seen(path: string): void {
    const written = this.texts.of(this.disk.node(path)?.text ?? '');
    if (written) written.isUnseen = false;
  }

  nextId(): string {
    this.#ids += 1;
    return this.#ids.toString(16).padStart(16, '0');
  }

  /** A person had a hand in it: what stands there now is their business. */
  touch(item: Item): void {
    item.allowed = null;
    item.touches += 1;
  }

  /** What must hold after every call: nothing torn under a name, no config missing, nothing outside touched. */
  look(): void {
    for (const item of this.items) {
      const node = this.standing(item);
      if (node !== undefined) this.#mustBeWhole(item, node);
      else if (item.isConfig && item.name !== 'open')
        this.violated('I5', `${item.path} has no name for its reader`);
    }
    const { folder, node } = this.disk.find(SECRET);
    if (node?.text !== SECRET_TEXT || (folder.names.size > 1 && !this.mayReachOutside))
      this.violated('I6', 'something outside the folder was written');
  }

  isSecret(text: string): boolean {
    return text === SECRET_TEXT;
  }

  flushAll(): void {
    this.disk.flushAll();
    this.texts.allFlushed();
    for (const item of this.items) if (item.name === 'unflushed') item.name = 'stands';
  }

  /** The power is gone, and with it what no flush covered. */
  cutPower(): void {
    this.texts.powerCut();
    for (const item of this.items) if (item.name === 'unflushed') item.name = 'open';
    const cut = new Map<Node, boolean>();
    this.disk.cut(
      () => this.choices.pick(2, 0.5) === 1,
      (node) => {
        cut.set(node, this.texts.of(node.text)?.by === 'person');
        return this.choices.of(['new', 'old', 'empty', 'torn'] as const, 0.6);
      },
    );
    for (const [node, isPersons] of cut) if (isPersons) this.texts.damaged(node);
    this.story.tell(() => `on the disk: ${this.names().join(', ')}`);
  }

  /** Every name in the workspace with its text, for stories and comparisons. */
  names(): readonly string[] {
    const lines: string[] = [];
    const walk = (node: Node, path: string): void => {
      if (node.kind === 'file') lines.push(`${path} = ${JSON.stringify(node.text.slice(0, 12))}`);
      for (const [name, below] of node.names) walk(below, `${path}/${name}`);
    };
    const root = this.disk.node(ROOT);
    if (root) walk(root, '');
    return lines.sort();
  }

  #mustBeWhole(item: Item, node: Node): void {
    const isPlaceholder = node.text === '' && !this.mood.hasLinks;
    if (!isPlaceholder && !this.texts.isWhole(node))
      this.violated('I5', `${item.path} is torn: ${JSON.stringify(node.text)}`);
  }

  #furnish(): void {
    for (const folder of [ROOT, '/outside', `${ROOT}/docs`, `${ROOT}/configs`])
      this.disk.create(folder, 'folder');
    this.disk.create(SECRET, 'file', SECRET_TEXT);
    for (const item of this.items) if (this.choices.pick(3, 0.3) === 0) this.#place(item);
    this.flushAll();
  }

  #place(item: Item): void {
    const { text } = this.fresh('person', item);
    if (item.path.includes('deep')) this.disk.create(`${ROOT}/docs/deep`, 'folder');
    this.disk.create(`${ROOT}/${item.path}`, 'file', text);
    item.name = 'stands';
    item.allowed = new Set([text]);
  }
}
