import { acquireWorkspaceLock, type WorkspaceLock } from '../../../electron/workspace/workspace-lock.ts';
import type { Choices } from '../core/choices.ts';
import type { Coverage } from '../core/coverage.ts';
import { type Outcome, outcomeOf } from '../core/outcome.ts';
import { Story } from '../core/story.ts';
import { Killed, Violation } from '../core/violation.ts';
import { Disk } from '../disk/disk.ts';
import { DiskFiles } from '../disk/disk-files.ts';
import { KernelLocks } from './kernel-locks.ts';

const ROOT = '/w';
const NAMES = ['Ann', 'Bob', 'Cho'] as const;

/** One place where the program may be started; it runs at most once at a time. */
interface Place {
  readonly name: string;
  /** In the middle of starting or ending: nobody else can make it do something. */
  isBusy: boolean;
  isKilled: boolean;
  lock: WorkspaceLock | null;
}

/** Several starts of the program on one folder, each step of one between any two of another. */
class Starts {
  readonly #choices: Choices;
  readonly #story: Story;
  readonly #coverage: Coverage;
  readonly #disk = new Disk('journal');
  readonly #locks = new KernelLocks(this.#disk);
  readonly #places: readonly Place[] = NAMES.map((name) => ({
    ...{ name, isBusy: false, isKilled: false, lock: null },
  }));
  steps = 0;
  failure: unknown = null;
  /** What is carried out between two calls of somebody else, to be waited for. */
  readonly #begun: Promise<void>[] = [];

  constructor(choices: Choices, story: Story, coverage: Coverage) {
    this.#choices = choices;
    this.#story = story;
    this.#coverage = coverage;
    this.#disk.create(ROOT, 'folder');
  }

  async main(): Promise<void> {
    for (let events = 2 + this.#choices.pick(8); events > 0 && !this.failure; events -= 1) {
      this.#happens();
      await this.#settled();
    }
    this.#choices.becomeCalm();
    for (const place of this.#places) this.#kill(place);
    const [first] = this.#places;
    if (first) this.#start(first);
    await this.#settled();
    if (first?.lock === null) this.#violated('nobody works on the folder, and a start was refused');
  }

  async #settled(): Promise<void> {
    while (this.#begun.length > 0) await this.#begun.pop();
  }

  #violated(words: string): void {
    this.failure ??= new Violation('I11', words);
  }

  #happens(): void {
    const place = this.#places[this.#choices.pick(NAMES.length)];
    if (!place) return;
    const kind = this.#choices.weigh([4, 2, 1]);
    if (kind === 2) this.#kill(place);
    if (kind === 2 || place.isBusy) return;
    if (kind === 0 && place.lock === null) this.#start(place);
    else if (place.lock !== null) this.#stop(place, place.lock);
  }

  /** Everything up to the answer happens within this call: the product's own code has no wait in it. */
  #start(place: Place): void {
    this.#story.effect(`${place.name} starts`);
    place.isBusy = true;
    place.isKilled = false;
    const files = new DiskFiles(this.#disk, this.#kernel(place)).fileSystem;
    const lock = (file: string) => this.#locks.lock(place, file, () => this.#between(place, 'lock'));
    const started = acquireWorkspaceLock(ROOT, { files, lock });
    this.#follow(place, started, (lock) => {
      place.lock = lock.ok ? lock.value : null;
      this.#story.effect(`${place.name}: ${lock.ok ? 'works' : lock.error.code}`);
      const working = this.#places.filter((one) => one.lock !== null);
      if (working.length > 1) this.#violated(`${working.map(({ name }) => name).join(' and ')} work at once`);
    });
  }

  #stop(place: Place, lock: WorkspaceLock): void {
    this.#story.effect(`${place.name} ends`);
    place.isBusy = true;
    place.lock = null;
    this.#follow(place, lock.release(), () => undefined);
  }

  #follow<T>(place: Place, work: Promise<T>, then: (answer: T) => void): void {
    const end = (): void => {
      place.isBusy = false;
    };
    this.#begun.push(
      work.then(
        (answer) => {
          end();
          if (!place.isKilled) then(answer);
        },
        (error: unknown) => {
          end();
          if (!(error instanceof Killed)) this.failure ??= error;
        },
      ),
    );
  }

  #kill(place: Place): void {
    this.#story.effect(`${place.name} is killed`);
    place.isKilled = true;
    place.lock = null;
    this.#locks.ended(place);
  }

  #kernel(place: Place) {
    return {
      enter: (call: string, path: string) => {
        this.#story.effect(`${place.name}: ${call} ${path}`);
        this.#between(place, call);
      },
      left: () => undefined,
      later: <T>(_call: string, _path: string, perform: () => T) => Promise.resolve(perform()),
      isCutShort: () => false,
    };
  }

  /** Between two calls of one, others may do anything, and it may die. */
  #between(place: Place, call: string): void {
    this.steps += 1;
    if (place.isKilled) throw new Killed();
    if (this.#choices.pick(2, 0.15) === 0) return;
    this.#coverage.add(
      `${call} × others at work × ${this.#places.filter(({ isBusy }) => isBusy).length} busy`,
    );
    this.#happens();
    if (place.isKilled) throw new Killed();
  }
}

/** One schedule of starts and ends from its choices to its verdict. */
export async function runStarts(choices: Choices, coverage: Coverage, isTold = false): Promise<Outcome> {
  const story = new Story(isTold);
  const starts = new Starts(choices, story, coverage);
  return outcomeOf(choices, story, starts, async () => {
    await starts.main();
  });
}
