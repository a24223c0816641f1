import { Choices } from './core/choices.ts';
import { Coverage } from './core/coverage.ts';
import { runSchedule } from './core/run-schedule.ts';

const [count = '1000', seed = '1'] = process.argv.slice(2);
const coverage = new Coverage();
const start = performance.now();
const kinds = new Map<string, number[]>();
let steps = 0;
for (let i = 0; i < Number(count); i += 1) {
  const outcome = await runSchedule(Choices.seeded(Number(seed) + i), coverage);
  steps += outcome.steps;
  if (outcome.failure) {
    const key = outcome.failure.words.replaceAll(/t\d{4}.|#\d+|"[^"]*"/g, 'T').slice(0, 120);
    kinds.set(key, [...(kinds.get(key) ?? []), Number(seed) + i]);
  }
}
const seconds = (performance.now() - start) / 1000;
console.log(
  `${(Number(count) / seconds).toFixed(0)} schedules/s, ${(steps / Number(count)).toFixed(0)} steps each, coverage ${coverage.counts.size}`,
);
for (const [key, seeds] of [...kinds].sort((a, b) => b[1].length - a[1].length))
  console.log(seeds.length, seeds.slice(0, 5).join(','), key);
