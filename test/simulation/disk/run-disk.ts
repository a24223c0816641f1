import { contentId } from '../../../electron/workspace/content-id.ts';
import type { Choices } from '../core/choices.ts';
import type { Coverage } from '../core/coverage.ts';
import { drained } from '../core/effects.ts';
import { type Outcome, outcomeOf } from '../core/outcome.ts';
import { Story } from '../core/story.ts';
import { Killed } from '../core/violation.ts';
import { DiskPerson } from './disk-person.ts';
import { DiskProcess } from './disk-process.ts';
import { DiskWorld } from './disk-world.ts';
import type { Item } from './items.ts';
import { mustBeInOrder, mustBeListed, mustStillStand } from './must-hold.ts';

function isErrno(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}

/** Starts, work and ends of the program, one after another, on one disk. */
class DiskSchedule {
  readonly #world: DiskWorld;
  readonly #person: DiskPerson;
  #process: DiskProcess | null = null;

  constructor(world: DiskWorld) {
    this.#world = world;
    this.#person = new DiskPerson(world);
  }

  async main(): Promise<void> {
    const { mood, choices } = this.#world;
    for (let round = 0; round < mood.rounds && !this.#world.failure; round += 1) {
      const process = this.#process ?? (await this.#start());
      if (process) await this.#run(process, () => this.#work(process));
      if (process && !process.isDead) await this.#look(process);
      const isCut = mood.cuts > 0 && choices.pick(2, 0.5) === 1;
      if (isCut && this.#process) this.#process.die(true);
      if (isCut || choices.pick(2, 0.2) === 1 || process?.isDead) this.#process = null;
    }
  }

  /** Nobody disturbs any more: the next start sets everything right, and the one after it finds nothing to do. */
  async rest(): Promise<void> {
    const world = this.#world;
    world.choices.becomeCalm();
    world.story.effect('calm');
    this.#person.rest();
    world.isQuiet = true;
    const process = new DiskProcess(world, this.#person);
    await this.#run(process, () => this.#recover(process));
    mustBeInOrder(world);
    const before = world.names().join();
    await this.#run(process, () => this.#recover(process));
    if (world.names().join() !== before) world.violated('I4', 'a second recovery changed something');
  }

  /** A process that has set right what the one before left; null when it could not. */
  async #start(): Promise<DiskProcess | null> {
    const process = new DiskProcess(this.#world, this.#person);
    const isReady = await this.#run(process, () => this.#recover(process));
    if (!isReady || process.isDead) return null;
    this.#process = process;
    mustStillStand(this.#world);
    return process;
  }

  /** As `compose-engine.ts` does it: what was in hand goes into history, then our copy goes. */
  async #recover(process: DiskProcess): Promise<void> {
    process.phase = 'recover';
    this.#world.story.effect('the program starts and recovers');
    const { kept } = await process.workspace.recover();
    for (const { text, forget } of kept) {
      this.#world.texts.history.add(text);
      forget();
    }
  }

  async #work(process: DiskProcess): Promise<void> {
    const { items, choices, texts } = this.#world;
    process.phase = 'look';
    await process.workspace.list();
    const first = items[choices.pick(items.length)];
    const second = items[choices.pick(items.length, 0.4)];
    const wanted = [...new Set([first, second])].filter((item): item is Item => item !== undefined);
    const plans: { item: Item; expected: string | null }[] = [];
    for (const item of wanted) {
      const found = await process.workspace.read(item.path);
      if (found.state === 'unreadable') continue;
      const text = found.state === 'present' ? found.text : null;
      if (text !== null && this.#world.isSecret(text)) this.#world.violated('I6', 'another place was read');
      if (text !== null) texts.history.add(text);
      plans.push({ item, expected: text === null ? null : contentId(text) });
    }
    process.phase = 'write';
    await Promise.all(plans.map(({ item, expected }) => this.#write(process, item, expected)));
  }

  async #write(process: DiskProcess, item: Item, expected: string | null): Promise<void> {
    const world = this.#world;
    const { text } = world.fresh('program', item);
    const { touches } = item;
    item.allowed?.add(text);
    // Without links a name is taken with an empty file first: a documented limit.
    if (!world.mood.hasLinks) item.allowed?.add('');
    const outcome = await process.workspace.write(item.path, text, expected);
    world.story.effect(`write of ${item.path}: ${outcome.state}`);
    if (outcome.state !== 'written' || item.touches !== touches) return;
    item.allowed = new Set([text]);
    item.name = 'stands';
  }

  /** Somebody only looks, and nothing is broken: what is there, and what waits, must be told. */
  async #look(process: DiskProcess): Promise<void> {
    const world = this.#world;
    process.repair();
    process.phase = 'settle';
    world.isQuiet = true;
    await this.#run(process, async () => mustBeListed(world, await process.workspace.list()));
    world.isQuiet = false;
  }

  /** Carries on until the work has ended or its process is dead; false when the disk did not let it. */
  async #run(process: DiskProcess, work: () => Promise<void>): Promise<boolean> {
    const world = this.#world;
    let ended: boolean | null = null;
    work().then(
      () => {
        ended = true;
      },
      (error: unknown) => {
        ended = false;
        if (error instanceof Killed || process.isDead) return;
        if (!isErrno(error) || process.phase !== 'recover') world.fail(error);
      },
    );
    await drained();
    while (ended === null && !process.isDead && !world.failure) {
      const { effects, choices } = world;
      if (effects.size === 0) await new Promise(setImmediate);
      else effects.take(effects.size > 1 ? choices.pick(effects.size, 0.5) : 0)?.run();
      await drained();
    }
    if (!process.isDead && !world.failure && world.effects.size > 0)
      world.violated('I3', 'a call goes on after the work that made it');
    return ended === true;
  }
}

/** One schedule of the write protocol from its choices to its verdict. */
export async function runDisk(choices: Choices, coverage: Coverage, isTold = false): Promise<Outcome> {
  const story = new Story(isTold);
  const world = new DiskWorld(choices, story, coverage);
  return outcomeOf(choices, story, world, async () => {
    const schedule = new DiskSchedule(world);
    await schedule.main();
    if (!world.failure) await schedule.rest();
  });
}
