import { parseArgs } from 'node:util';
import { Coverage } from './core/coverage.ts';
import { batchesInWorkers } from './core/in-workers.ts';
import { type BatchResult, coverageWords, type Failure } from './core/report.ts';
import { runBatch } from './core/run-batch.ts';
import { replay, shrink } from './core/shrink.ts';
import { saveTape } from './core/tapes.ts';
import { WORLDS, type WorldName } from './core/worlds.ts';
import { proveMutations } from './mutation/prove.ts';
import { checkPlanner } from './planner/check-planner.ts';

const { values } = parseArgs({
  options: {
    schedules: { type: 'string', default: '20000' },
    seed: { type: 'string', default: '1' },
    workers: { type: 'string', default: '1' },
    /** Seconds after which it ends, whatever is left. */
    limit: { type: 'string' },
    /** A tape as JSON: tells its story and ends. */
    tape: { type: 'string' },
    /** So many cases of the planner instead. */
    planner: { type: 'string' },
    /** Which simulation: engine or disk. */
    world: { type: 'string', default: 'engine' },
    /** The same as `--world disk`. */
    disk: { type: 'boolean', default: false },
    /** Ends with the first failure, in one line. */
    first: { type: 'boolean', default: false },
    /** With `--first`: keeps the shrunk tape under this name. */
    keep: { type: 'string' },
    /** Seeds bugs into a copy of the engine and looks whether they are found. */
    mutations: { type: 'boolean', default: false },
    /** With `--mutations`: those with this in their name. */
    only: { type: 'string', default: '' },
  },
});

function worldName(): WorldName {
  const name = values.disk ? 'disk' : values.world;
  if (!(name in WORLDS)) throw new Error(`worlds: ${Object.keys(WORLDS).join(', ')}`);
  return name as WorldName;
}

/** Kept tapes are regressions; after a few they would only be the same again. */
const MAX_SHRUNK = 4;

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function tellFailure({ seed, outcome }: Failure): Promise<void> {
  const smallest = await shrink(outcome.tape, worldName());
  say(`\nseed ${seed}: a tape of ${outcome.tape.length} choices became one of ${smallest.tape.length}`);
  for (const line of smallest.story) say(`  ${line}`);
  say(`  → ${smallest.failure?.words}`);
  say(
    `  kept as ${saveTape(`${smallest.failure?.oracle.toLowerCase()}-${seed}`, seed, worldName(), smallest)}`,
  );
}

async function simulate(): Promise<number> {
  const [schedules, seed, workers] = [values.schedules, values.seed, values.workers].map(Number);
  if (!schedules || seed === undefined || !workers) throw new Error('give numbers');
  const limit = values.limit === undefined ? {} : { deadlineMs: Number(values.limit) * 1000 };
  const batch = { world: worldName(), seed, schedules, ...limit };
  const start = performance.now();
  const results = workers === 1 ? [await runBatch(batch)] : await batchesInWorkers(batch, workers);
  const seconds = (performance.now() - start) / 1000;
  const coverage = new Coverage();
  for (const result of results) coverage.merge(result.coverage);
  const sum = (of: (result: BatchResult) => number): number => results.reduce((all, one) => all + of(one), 0);
  const done = sum((one) => one.schedules);
  const failures = results.flatMap((result) => result.failures);
  say(
    `${done} schedules from seed ${seed} in ${seconds.toFixed(0)} s with ${workers} workers: ${(done / seconds).toFixed(0)} a second`,
  );
  say(
    `${(sum((one) => one.steps) / done).toFixed(0)} steps each before calm; ${sum((one) => one.replayed)} run twice with equal effects`,
  );
  say(
    `${sum((one) => one.holes)} met the API's hole: a text overwritten on GIIP before anybody had pulled it`,
  );
  for (const line of coverageWords(coverage)) say(line);
  say(
    `${failures.length} broke an oracle${failures.length > 0 ? `: seeds ${failures.map((one) => `${one.seed} (${one.outcome.failure?.oracle})`).join(', ')}` : ''}`,
  );
  for (const failure of failures.slice(0, MAX_SHRUNK)) await tellFailure(failure);
  return failures.length === 0 ? 0 : 1;
}

async function tell(tape: string): Promise<number> {
  const outcome = await replay(JSON.parse(tape) as readonly number[], worldName(), true);
  for (const line of outcome.story) say(line);
  say(outcome.failure ? `→ ${outcome.failure.words}` : 'every oracle holds');
  return outcome.failure ? 1 : 0;
}

async function planner(): Promise<number> {
  const start = performance.now();
  const { counterexample, cases } = await checkPlanner(Number(values.planner), Number(values.seed));
  const seconds = (performance.now() - start) / 1000;
  say(`${cases} cases of the planner from seed ${values.seed}: ${(cases / seconds).toFixed(0)} a second`);
  say(
    counterexample === null
      ? 'every oracle holds'
      : `found: case ${cases} (planner) ${counterexample.slice(0, 200)}`,
  );
  return counterexample === null ? 0 : 1;
}

/** The cheapest question: does any of these break an oracle? */
async function first(): Promise<number> {
  const [schedules, seed] = [Number(values.schedules), Number(values.seed)];
  const world = worldName();
  const deadlineMs = Number(values.limit ?? 1e6) * 1000;
  const { failures } = await runBatch({ world, seed, schedules, deadlineMs, maxFailures: 1 });
  const [failure] = failures;
  if (!failure) return 0;
  const words = failure.outcome.failure?.words.split('\n', 1)[0] ?? '';
  say(`found: schedule ${failure.seed - seed + 1} ${words.slice(0, 110)}`);
  if (values.keep !== undefined)
    saveTape(values.keep, failure.seed, world, await shrink(failure.outcome.tape, world));
  return 1;
}

function mutations(): number {
  const [schedules, seed] = [Number(values.schedules), Number(values.seed)];
  const budget = { schedules, cases: 5_000, seed, only: values.only };
  return Math.min(proveMutations(budget, say), 1);
}

function run(): Promise<number> | number {
  if (values.mutations) return mutations();
  if (values.planner !== undefined) return planner();
  if (values.tape !== undefined) return tell(values.tape);
  return values.first ? first() : simulate();
}

process.exitCode = await run();
