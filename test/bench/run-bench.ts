import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { inProject } from '../../build/project-paths.mjs';
import { startBenchGiip } from './giip/start-bench-giip.ts';
import { ALL_GOALS } from './report/all-goals.ts';
import { GOALS } from './report/goal-table.ts';
import { machineFacts } from './report/machine-facts.ts';
import { resultsPage } from './report/results-page.ts';
import { SCENARIOS } from './scenarios/scenarios.ts';
import { Figures } from './support/figures.ts';
import { placeIn } from './support/place.ts';
import { createStage, type Stage } from './support/stage.ts';
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
    /** One round, no peers: whether it works at all. */
    quick: { type: 'boolean', default: false },
  },
});

const ROUNDS: Readonly<Record<SizeName, number>> = { S: 9, M: 7, L: 5 };
const goals = asked.only.split(',').map(Number);
const sizes = asked.sizes.split(',').filter((name): name is SizeName => name in SIZES);
const isWhole = process.argv.slice(2).every((word) => word === '--profile');
const figures = new Figures();

function say(words: string): void {
  process.stderr.write(`${new Date().toISOString().slice(11, 19)} ${words}\n`);
}

function roundsFor(size: SizeName): number {
  return asked.quick ? 1 : Number(asked.rounds ?? ROUNDS[size]);
}

async function runScenarios(stage: Stage): Promise<void> {
  for (const { name, goals: own, measure } of SCENARIOS) {
    if (!own.some(stage.wants)) continue;
    stage.say(`${stage.size}: ${name}`);
    // One that fails must not take the figures of the others with it.
    await measure(stage).catch((cause: unknown) => {
      const words = `${stage.size}, ${name}: ${cause instanceof Error ? cause.message : cause}`;
      figures.gap(words);
      stage.say(words);
    });
  }
}

async function measureSize(size: SizeName, root: string): Promise<void> {
  const giip = await startBenchGiip();
  try {
    const place = placeIn(join(root, 'here'));
    say(`${size}: writing the tree`);
    const tree = writeTree(SIZES[size], Number(asked.seed), place.workspace);
    const withPeers = !asked.quick && !asked['no-peers'];
    const rounds = roundsFor(size);
    const profilesIn = asked.profile && size === sizes.at(-1) ? artefacts() : null;
    await runScenarios(
      createStage({ size, rounds, giip, place, tree, figures, withPeers, profilesIn, say, root, goals }),
    );
  } finally {
    await giip.close();
    rmSync(root, { recursive: true, force: true });
  }
}

function artefacts(): string {
  const folder = inProject('artefacts', 'bench');
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** The page of a whole run belongs to the project; a look at a part of it does not. */
function keep(facts: readonly string[]): void {
  const folder = artefacts();
  const page = resultsPage(figures, facts, goals);
  writeFileSync(isWhole ? inProject('test', 'bench', 'RESULTS.md') : join(folder, 'RESULTS.md'), page);
  writeFileSync(join(folder, 'figures.json'), `${JSON.stringify(figures.all(), null, 1)}\n`);
  process.stdout.write(page);
}

const root = mkdtempSync(join(tmpdir(), 'openclaw-bench-'));
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    rmSync(root, { recursive: true, force: true });
    process.exit(130);
  });
try {
  const facts = machineFacts(root);
  for (const size of sizes) await measureSize(size, join(root, size));
  keep(facts);
} finally {
  rmSync(root, { recursive: true, force: true });
}
