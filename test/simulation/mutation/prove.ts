import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DISK_MUTATIONS } from './disk-mutations.ts';
import { MUTATIONS, type Mutation } from './mutations.ts';

/** What a mutant may cost before it counts as not found. */
export interface MutationBudget {
  readonly schedules: number;
  readonly cases: number;
  readonly seed: number;
  /** A part of the names of those that are tried. */
  readonly only: string;
}

const PROJECT = join(import.meta.dirname, '..', '..', '..');
const COPIED = ['electron', 'shared', 'test/simulation', 'test/contract', 'test/giip-server', 'package.json'];
const TAPES = 'test/simulation/tapes';
/** A mutant that never ends is found too, but not waited for. */
const LIMIT_SECONDS = 240;

function copyProject(): string {
  const folder = mkdtempSync(join(tmpdir(), 'mutant-'));
  for (const part of COPIED) cpSync(join(PROJECT, part), join(folder, part), { recursive: true });
  symlinkSync(join(PROJECT, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

function simulate(folder: string, ...given: readonly string[]): string {
  const program = join(folder, 'test', 'simulation', 'simulate.ts');
  const limit = ['--limit', String(LIMIT_SECONDS)];
  const { stdout, stderr, status } = spawnSync(process.execPath, [program, '--first', ...limit, ...given], {
    encoding: 'utf8',
    timeout: 2 * LIMIT_SECONDS * 1000,
  });
  if (status === 0) return '';
  return /^found: (.*)$/m.exec(stdout)?.[1] ?? `stopped: ${stderr.trim().split('\n').at(-1) ?? status}`;
}

/** The name of the tape that is kept. */
function tapeOf(name: string): string {
  return (
    name
      .toLowerCase()
      .match(/[a-z]+/g)
      ?.join('-') ?? 'mutant'
  );
}

/** What found it: planner | engine | another simulation. */
function huntDown(folder: string, { name, world }: Mutation, budget: MutationBudget): string {
  const seed = ['--seed', String(budget.seed)];
  const given = ['--schedules', String(budget.schedules), ...seed, '--keep', tapeOf(name)];
  if (world !== undefined) return `— | — | ${simulate(folder, '--world', world, ...given) || '—'}`;
  const byPlanner = simulate(folder, '--planner', String(budget.cases), ...seed);
  return `${byPlanner || '—'} | ${simulate(folder, ...given) || '—'} | —`;
}

function findMutant(folder: string, mutation: Mutation, budget: MutationBudget): string {
  const { file, find, put } = mutation;
  const path = join(folder, file);
  const source = readFileSync(path, 'utf8');
  if (source.split(find).length !== 2) return 'NOT APPLIED: its place is not there exactly once';
  writeFileSync(
    path,
    source.replace(find, () => put),
  );
  const found = huntDown(folder, mutation, budget);
  writeFileSync(path, source);
  return found;
}

/** Seeds each bug into a copy of the project and looks whether the suite finds it; says so as rows of a table. */
export function proveMutations(budget: MutationBudget, say: (line: string) => void): number {
  const folder = copyProject();
  let missed = 0;
  for (const mutation of [...MUTATIONS, ...DISK_MUTATIONS].filter(({ name }) => name.includes(budget.only))) {
    const start = performance.now();
    const found = findMutant(folder, mutation, budget);
    const isMissed = found === '— | — | —' || found.startsWith('NOT');
    missed += isMissed ? 1 : 0;
    say(
      `| ${mutation.name} | ${found} | ${((performance.now() - start) / 1000).toFixed(0)} s |${isMissed ? ' MISSED' : ''}`,
    );
  }
  // The smallest story of each bug stays as a regression of the engine as it is.
  cpSync(join(folder, TAPES), join(PROJECT, TAPES), { recursive: true });
  rmSync(folder, { recursive: true });
  return missed;
}
