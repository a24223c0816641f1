import type { Digest } from '../../../electron/sync/ports.ts';
import type { ItemPath } from '../../../shared/model/item.ts';
import type { Choices } from '../core/choices.ts';
import type { Coverage } from '../core/coverage.ts';
import { Effects } from '../core/effects.ts';
import { Ledger } from '../core/ledger.ts';
import { SimClock } from '../core/sim-clock.ts';
import type { Story } from '../core/story.ts';
import { Violation } from '../core/violation.ts';
import { Oracles } from '../oracles/oracles.ts';
import type { Hand } from './edits.ts';
import { Machine, type SimProcess } from './machine.ts';
import { chooseMood, type Mood } from './mood.ts';
import { type Content, SimServer } from './sim-server.ts';

/** GIIP's host may carry out a request up to 230 s after its client gave up. */
const LATEST_MS = 230_000;

/** Who is changing GIIP right now: it decides what a lost text means. */
export type Writer = 'person' | 'stranger' | 'engine';

/** A request that nobody waits for any more. */
interface LateRequest {
  readonly until: number;
  readonly run: () => void;
}

/** Everything that one schedule is made of. */
export class World {
  readonly choices: Choices;
  readonly story: Story;
  readonly coverage: Coverage;
  readonly mood: Mood;
  readonly effects = new Effects();
  readonly clock = new SimClock();
  readonly ledger = new Ledger();
  readonly server: SimServer;
  readonly machines: readonly Machine[];
  readonly oracles: Oracles;
  readonly hand: Hand;
  late: LateRequest[] = [];
  writer: Writer = 'engine';
  /** GIIP before its latest change, for answers whose data is older than their hash. */
  previousContent: Content | null = null;
  /** Something happened that only a pull without hashes, or a full scan, is promised to find. */
  needsAudit = false;
  hasLostState = false;
  /** GIIP got one request twice. */
  hasDoubled = false;
  /** Paths that somebody else than our engines has changed on GIIP. */
  readonly touchedByOthers = new Set<string>();
  /** A person said yes to a file that a power cut had emptied. */
  isEmptyWilled = false;
  /** What goes out is looked through for secrets. */
  readonly isGuarded: boolean;
  /** Secrets that a person let go, or that GIIP had from somebody else. */
  readonly allowedSecrets = new Set<string>();
  steps = 0;
  #failure: unknown = null;
  readonly #digests = new Map<string, string>();

  constructor(choices: Choices, story: Story, coverage: Coverage, isGuarded = false) {
    this.isGuarded = isGuarded;
    this.choices = choices;
    this.story = story;
    this.coverage = coverage;
    this.mood = chooseMood(choices);
    this.server = new SimServer(this.mood.nature);
    this.oracles = new Oracles(this);
    story.tell(() => `the world: ${JSON.stringify(this.mood)}`);
    this.hand = { choices, ledger: this.ledger, isWide: this.mood.isWide };
    const names = ['Ann', 'Bob', 'Cho'].slice(0, this.mood.machines);
    this.machines = names.map((name) => new Machine(this, name));
    this.server.onChange = (before, after) => {
      this.previousContent = before;
      this.oracles.serverChanged(before, after);
    };
  }

  /** Injective, short and the same in every run: the order in which texts are first seen. */
  readonly digest: Digest = (text) => {
    const known = this.#digests.get(text);
    if (known !== undefined) return known;
    const id = `#${this.#digests.size}`;
    this.#digests.set(text, id);
    return id;
  };

  get failure(): unknown {
    return this.#failure;
  }

  /** Keeps the first one: what comes after it may only follow from it. */
  fail(error: unknown): void {
    this.#failure ??= error;
  }

  violated(oracle: string, words: string): void {
    this.fail(new Violation(oracle, words));
  }

  as(writer: Writer, work: () => void): void {
    const before = this.writer;
    this.writer = writer;
    work();
    this.writer = before;
  }

  /** One fault point: which of its fates it has. The first fate is that nothing is wrong. */
  fault<T extends string>(
    point: string,
    fates: readonly [T, ...T[]],
    chance: number,
    process: SimProcess,
  ): T {
    const fate = fates[this.choices.pick(fates.length, chance)] ?? fates[0];
    if (fate !== fates[0]) {
      this.coverage.hit(`${point}: ${fate}`, process, null);
      this.story.effect(`${process.machine.name}: ${point}: ${fate}`);
    }
    return fate;
  }

  lateRequest(run: () => void): void {
    this.late.push({ until: this.clock.monotonic + LATEST_MS, run });
  }

  /** A request that was sent long ago is carried out now. */
  runLate(index: number): void {
    const [request] = this.late.splice(index, 1);
    if (!request || request.until < this.clock.monotonic) return;
    this.story.effect('a late push is carried out');
    this.as('engine', request.run);
  }

  /** The time stamp that a file gets now. */
  fileTime(): number {
    return this.mood.isCoarse
      ? Math.floor(this.clock.now / 2_000) * 2_000
      : this.clock.now + this.steps / 1e6;
  }

  /** The process ends at once. A power cut also takes what the system had not written back. */
  kill(machine: Machine, isPowerCut: boolean): void {
    const { process } = machine;
    this.story.effect(`${machine.name}: ${isPowerCut ? 'power cut' : 'killed'}`);
    if (process) {
      machine.answered.clear();
      this.coverage.hit(isPowerCut ? 'power cut' : 'kill', process, null);
      const left = this.effects.kill(process);
      this.clock.forget(process);
      machine.process = null;
      for (const { name, orphaned } of left) this.#orphan(name, orphaned);
    }
    if (isPowerCut) this.#cutPower(machine);
  }

  /** What a dead process had begun: a write is done or not, a request may still arrive. */
  #orphan(name: string, work: (() => void) | undefined): void {
    if (!work || this.choices.pick(2) === 0) return;
    if (name.startsWith('exchange')) work();
    else if (name.startsWith('push of')) this.lateRequest(work);
  }

  #cutPower(machine: Machine): void {
    for (const path of machine.folder.unflushed()) {
      const left = this.choices.of(['new', 'old', 'empty'] as const, 0.6);
      const lost = machine.folder.cut(path, left);
      // Only a process that was killed itself knows of the power cut (reported as a limit).
      this.isEmptyWilled ||= left === 'empty' && machine.store.get<boolean>('facts', 'running') !== true;
      this.story.tell(() => `${machine.name}: the disk has the ${left} ${path}`);
      const text = machine.folder.text(path);
      if (text !== undefined) machine.stoodHere(path, text);
      if (lost !== null) this.oracles.gone(lost, 'a power cut took a save');
    }
  }

  paths(): readonly ItemPath[] {
    return PATHS.slice(0, this.mood.items);
  }
}

const PATHS: readonly ItemPath[] = ['docs/a.md', 'configs/c.json', 'docs/sub/b.md', 'docs/d.md', 'docs/e.md'];
