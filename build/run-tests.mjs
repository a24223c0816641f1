import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { projectRoot } from './project-paths.mjs';
import { exitOf } from './run-command.mjs';
import { runWhenMain } from './run-when-main.mjs';
import { testSteps } from './test-steps.mjs';

/**
 * @typedef {import('./test-counts.mjs').Counts & { readonly name: string, readonly seconds: number }} Outcome
 */

const interrupted = new AbortController();

/** Runs every step, whatever the ones before it said, and ends with one table and one line of totals. */
async function runTests() {
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => interrupted.abort());
  /** @type {Outcome[]} */
  const outcomes = [];
  for (const together of stepsTogether()) outcomes.push(...(await Promise.all(together.map(runStep))));
  return report(outcomes);
}

/** A step that runs beside the next one, and that one, are one group. */
function stepsTogether() {
  /** @type {import('./test-steps.mjs').Step[][]} */
  const groups = [[]];
  for (const step of testSteps) {
    groups.at(-1)?.push(step);
    if (!step.beside) groups.push([]);
  }
  return groups;
}

/**
 * @param {import('./test-steps.mjs').Step} step
 * @returns {Promise<Outcome>}
 */
async function runStep(step) {
  process.stdout.write(`… ${step.name}\n`);
  if (step.results) rmSync(step.results.file, { force: true });
  const start = performance.now();
  const { code, output } = await capture(step);
  const seconds = (performance.now() - start) / 1000;
  const counts = countsOf(step, code);
  const sign = counts.failed > 0 ? '✗' : '✓';
  if (counts.failed > 0) process.stdout.write(`${output}\n`);
  process.stdout.write(`${sign} ${step.name} (${seconds.toFixed(1)} s)\n`);
  return { ...counts, name: step.name, seconds };
}

/**
 * @param {import('./test-steps.mjs').Step} step
 * @returns {Promise<{ code: number, output: string }>}
 */
async function capture({ command, limit, live }) {
  const kept = live ? 'inherit' : 'pipe';
  const child = spawn(process.execPath, command, {
    cwd: projectRoot,
    timeout: limit,
    signal: interrupted.signal,
    stdio: ['ignore', kept, kept],
  });
  /** @type {Buffer[]} */
  const chunks = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => chunks.push(chunk));
  const closed = new Promise((resolve) => child.once('close', resolve));
  const code = await exitOf(child);
  // What was printed last may still be on its way, but a process left behind could hold the pipe for ever.
  await Promise.race([closed, pause(1_000, undefined, { ref: false })]);
  return { code, output: Buffer.concat(chunks).toString('utf8') };
}

/**
 * A step that ends badly without a failed test, or that finds no tests at all, is a failure as well.
 * @param {import('./test-steps.mjs').Step} step
 * @param {number} code
 * @returns {import('./test-counts.mjs').Counts}
 */
function countsOf({ results }, code) {
  const counts = results ? readCounts(results) : { passed: code === 0 ? 1 : 0, failed: 0, skipped: 0 };
  const unexplained = counts.failed === 0 && (code !== 0 || counts.passed === 0);
  return unexplained ? { ...counts, failed: 1 } : counts;
}

/** @param {NonNullable<import('./test-steps.mjs').Step['results']>} results */
function readCounts({ file, count }) {
  try {
    return count(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return { passed: 0, failed: 0, skipped: 0 };
  }
}

/** @param {readonly Outcome[]} outcomes */
function report(outcomes) {
  process.stdout.write('\n');
  for (const { name, passed, failed, skipped, seconds } of outcomes) {
    const cells = [name.padEnd(40), `${passed} passed`.padStart(12), `${failed} failed`.padStart(10)];
    const rest = [`${skipped} skipped`.padStart(11), `${seconds.toFixed(1)} s`.padStart(9)];
    process.stdout.write(`${[...cells, ...rest].join(' ')}\n`);
  }
  const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0);
  const failed = outcomes.reduce((sum, outcome) => sum + outcome.failed, 0);
  process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
  return failed === 0 ? 0 : 1;
}

await runWhenMain(import.meta, runTests);
