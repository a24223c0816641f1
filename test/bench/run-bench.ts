import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startBenchGiip } from './giip/start-bench-giip.ts';
import { ALL_GOALS } from './report/all-goals.ts';
import { GOALS } from './report/goal-table.ts';
import { artefacts, earlierFigures, keepResults } from './report/keep-results.ts';
import { loadNow, machineFacts } from './report/machine-facts.ts';
import { SCENARIOS } from './scenarios/scenarios.ts';
import { Figures } from './support/figures.ts';
import { nowMs } from './support/now-ms.ts';
import { placeIn } from './support/place.ts';
import { createStage, type Scenario, type Stage } from './support/stage.ts';
import { SIZES, type SizeName } from './tree/sizes.ts';
import { writeTree } from './tree/tree-files.ts';

/** The tray application needs a desktop session and a packaged program, which `build/run-bench.mjs` brings. */
const MEASURABLE = process.env.OPENCLAW_SYNC_PROGRAM === undefined ? GOALS : ALL_GOALS;

const { values: asked } = parseArgs({
  options: {
    /** Goals, with commas between them. */
    only: { type: 'string', default: MEASURABLE.map(({ id }) => id).join(',') },
    sizes: { type: 'string', default: 'S,M,L' },
    rounds: { type: 'string' },
    seed: { type: 'string', default: '1' },
    /** Nobody but the product and its floors. */
    'no-peers': { type: 'boolean', default: false },
    /** Where the time of goals that are not met goes. */
    profile: { type: 'boolean', default: false },
    /** Only what the run before this one did not come to. */
    resume: { type: 'boolean', default: false },
    /** One round, no peers: whether it works at all. */
    quick: { type: 'boolean', default: false },
  },
});

const ROUNDS: Readonly<Record<SizeName, number>> = { S: 9, M: 7, L: 5 };
const goals = asked.only.split(',').map(Number);
const sizes = asked.sizes.split(',').filter((name): name is SizeName => name in SIZES);
const isWhole = process.argv.slice(2).every((word) => ['--profile', '--resume'].includes(word));
const folder = artefacts(asked.quick);
const figures = asked.resume ? earlierFigures(folder) : new Figures();
const begun = `${new Date().toISOString().slice(0, 16)}Z with a load average of ${loadNow()}`;

function say(words: string): void {
  process.stderr.write(`${new Date().toISOString().slice(11, 19)} ${words}\n`);
}

/** After each part, and when it is ended: a run that is cut keeps what it measured. */
function keep(isEnd: boolean): string {
  figures.sayOfRun(`run of ${begun}, until ${new Date().toISOString().slice(11, 16)}Z with ${loadNow()}`);
  return keepResults(figures, { folder, facts, ids: goals, isWhole: isWhole && isEnd });
}

const wantedOf = (scenario: Scenario): readonly number[] =>
  scenario.goals.filter((goal) => goals.includes(goal));

const partName = (size: SizeName, { name }: Scenario): string => `${size}: ${name}`;

/** One that fails must not take the figures of the others with it. */
async function runPart(stage: Stage, scenario: Scenario): Promise<void> {
  const name = partName(stage.size, scenario);
  stage.say(name);
  const start = nowMs();
  const cause: unknown = await scenario.measure(stage).then(
    () => null,
    (thrown) => thrown,
  );
  const words = cause instanceof Error ? cause.message : String(cause);
  if (cause !== null) figures.gap(words);
  const seconds = (nowMs() - start) / 1000;
  figures.endPart(name, { goals: wantedOf(scenario), seconds, isWhole: cause === null });
  stage.say(`${name}: ${seconds.toFixed(0)} s${cause === null ? '' : `, broke off: ${words}`}`);
  keep(false);
}

function dueAt(size: SizeName): readonly Scenario[] {
  return SCENARIOS.filter((scenario) => {
    const wanted = wantedOf(scenario);
    return wanted.length > 0 && !figures.has(partName(size, scenario), wanted);
  });
}

async function measureSize(size: SizeName, root: string): Promise<void> {
  const due = dueAt(size);
  if (due.length === 0) return;
  const giip = await startBenchGiip();
  try {
    const place = placeIn(join(root, 'here'));
    say(`${size}: writing the tree`);
    const tree = writeTree(SIZES[size], Number(asked.seed), place.workspace);
    const withPeers = !asked.quick && !asked['no-peers'];
    const rounds = asked.quick ? 1 : Number(asked.rounds ?? ROUNDS[size]);
    const profilesIn = asked.profile && size === sizes.at(-1) ? folder : null;
    const parts = { size, rounds, giip, place, tree, figures, withPeers, profilesIn, say, root, goals };
    const stage = createStage(parts);
    for (const scenario of due) await runPart(stage, scenario);
  } finally {
    await giip.close();
    rmSync(root, { recursive: true, force: true });
  }
}

const root = mkdtempSync(join(tmpdir(), 'openclaw-bench-'));
const facts = machineFacts(root);
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    keep(false);
    rmSync(root, { recursive: true, force: true });
    process.exit(130);
  });
try {
  for (const size of sizes) await measureSize(size, join(root, size));
  process.stdout.write(keep(true));
} finally {
  rmSync(root, { recursive: true, force: true });
}
