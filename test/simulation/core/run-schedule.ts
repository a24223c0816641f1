import { HOLE } from '../oracles/oracles.ts';
import { settleDown } from '../oracles/settle-down.ts';
import type { Machine } from '../world/machine.ts';
import { personActs } from '../world/person.ts';
import { StateStore } from '../world/state-store.ts';
import { Backups, BlindWriter, consoleEdits } from '../world/strangers.ts';
import { World } from '../world/world.ts';
import type { Choices } from './choices.ts';
import type { Coverage } from './coverage.ts';
import { drained } from './effects.ts';
import { type Outcome, outcomeOf } from './outcome.ts';
import { Story } from './story.ts';
import { Violation } from './violation.ts';

/** More steps than this and something never ends. */
const MAX_STEPS = 6_000;
const DURATIONS = [
  50,
  900,
  3_000,
  6_000,
  30_000,
  60_000,
  11 * 60_000,
  61 * 60_000,
  25 * 60 * 60_000,
] as const;
const JUMPS = [-3_600_000, 3_600_000, -2_000, 86_400_000] as const;

/** What can happen beside the engine's own effects. */
class Schedule {
  readonly #world: World;
  readonly #blind = new BlindWriter();
  readonly #backups = new Backups();

  constructor(world: World) {
    this.#world = world;
  }

  async main(): Promise<void> {
    const world = this.#world;
    for (let events = 0; events < world.mood.events && !world.failure; events += 1) {
      if (!this.#event(true)) break;
      await this.#carryOn();
    }
  }

  /** Effects run until nothing is pending; anything may come in between. */
  async #carryOn(): Promise<void> {
    const world = this.#world;
    await drained();
    while (!world.failure) {
      if (!this.#step()) return;
      await drained();
    }
  }

  #step(): boolean {
    const world = this.#world;
    const { effects, mood, choices, clock } = world;
    world.steps += 1;
    if (world.steps > MAX_STEPS) throw new Violation('I3', 'something never ends');
    if (mood.deaths > 0 && choices.pick(2, mood.deaths) === 1) this.#death();
    else if (mood.interrupts > 0 && choices.pick(2, mood.interrupts) === 1) this.#event(false);
    if (effects.size === 0) {
      const next = world.machines.some(({ process }) => process?.isBusy) ? clock.untilNext() : null;
      if (next !== null) clock.advance(next);
      return next !== null;
    }
    const effect = effects.take(effects.size > 1 ? choices.pick(effects.size, 0.3) : 0);
    if (effect) world.story.effect(`${effect.owner.machine.name}: ${effect.name}`);
    effect?.run();
    return true;
  }

  #death(): void {
    const working = this.#world.machines.filter(({ process }) => process !== null);
    const machine = working[this.#world.choices.pick(working.length)];
    if (machine) this.#world.kill(machine, this.#world.choices.pick(2) === 1);
  }

  /** False: the calm choice, nothing more happens. */
  #event(isQuiet: boolean): boolean {
    const world = this.#world;
    const { choices } = world;
    const machine = world.machines[choices.pick(world.machines.length)];
    if (!machine) return false;
    const kind = choices.weigh(isQuiet ? [1, 22, 16, 8, 3, 1, 4, 1, 1, 1] : [1, 4, 12, 6, 2, 1, 5, 2, 0, 0]);
    if (kind === 0) return false;
    if (kind === 1) this.#work(machine);
    else if (kind === 2) personActs(world, machine);
    else if (kind === 3) consoleEdits(world);
    else if (kind === 4) this.#blind.put(world);
    else if (kind === 5) this.#backups.act(world);
    else if (kind === 6) this.#timePasses();
    else if (kind === 7 && world.late.length > 0) world.runLate(choices.pick(world.late.length));
    else if (kind === 8) this.#misfortune(machine);
    else if (kind === 9) machine.stop();
    return true;
  }

  #work(machine: Machine): void {
    machine.start();
    machine.cycle(this.#world.choices.pick(2, 0.1) === 1);
  }

  #timePasses(): void {
    const { choices, clock, machines, story } = this.#world;
    const ms = choices.of(DURATIONS, 0.8);
    story.effect(`${ms / 1000} s go by`);
    clock.advance(ms);
    if (ms >= 30_000) for (const { folder } of machines) folder.flush();
  }

  #misfortune(machine: Machine): void {
    const world = this.#world;
    const kind = world.choices.pick(3);
    if (kind === 0) world.kill(machine, true);
    else if (kind === 1) {
      const ms = world.choices.of(JUMPS);
      world.story.effect(`the clock jumps by ${ms / 1000} s`);
      world.clock.jump(ms);
    } else if (world.mood.database > 0) this.#loseState(machine);
  }

  /** The whole database is gone; a part of it or an older one is what SQLite rules out. */
  #loseState(machine: Machine): void {
    const world = this.#world;
    if (machine.process) world.kill(machine, false);
    world.story.effect(`${machine.name}: the database is lost`);
    const texts = machine.store.values<string>('contents');
    machine.store = new StateStore();
    machine.seen.clear();
    machine.deleted.clear();
    machine.answered.clear();
    world.hasLostState = true;
    // With the database goes the doubt that a kill leaves: a file that stands empty is then like any other.
    world.isEmptyWilled ||= [...machine.folder.files.values()].some(({ text }) => text.trim() === '');
    for (const text of texts) world.oracles.gone(text, 'a database was lost');
  }
}

/** One schedule from its choices to its verdict. The same choices always give the same one. */
export async function runSchedule(
  choices: Choices,
  coverage: Coverage,
  isTold = false,
  isGuarded = false,
): Promise<Outcome> {
  const story = new Story(isTold);
  const world = new World(choices, story, coverage, isGuarded);
  return outcomeOf(
    choices,
    story,
    world,
    async () => {
      await new Schedule(world).main();
      if (!world.failure) await settleDown(world);
    },
    () => world.ledger.excused(HOLE),
  );
}
