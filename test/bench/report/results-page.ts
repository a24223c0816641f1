import type { Figures, KeptProfile } from '../support/figures.ts';
import { median, slope } from '../support/statistics.ts';
import { itemsOf, type SizeName } from '../tree/sizes.ts';
import { ALL_GOALS } from './all-goals.ts';
import { digits, table } from './format.ts';
import type { Goal, Limit } from './goal-table.ts';

const ALL: readonly SizeName[] = ['S', 'M', 'L'];

function spreadOf(values: readonly number[] | undefined): string {
  if (values === undefined) return '–';
  if (values.length === 1) return digits(values[0] ?? 0);
  return `${digits(median(values))} (${digits(Math.min(...values))}–${digits(Math.max(...values))})`;
}

function medians(figures: Figures, { id }: Goal, name: string): string {
  const all = ALL.map((size) => figures.of(id, size, name));
  return all.map((values) => (values ? digits(median(values)) : '–')).join(' / ');
}

function limitWords(figures: Figures, { words, most, measured }: Limit): string {
  const value = measured(figures);
  if (value === null) return `≤ ${words}: not measured`;
  return `≤ ${words}: **${digits(value)}** ${value <= most ? '✓' : '✗'}`;
}

/** Met, not met, or nothing to say: what was not measured is not met. */
function verdict(figures: Figures, { limits }: Goal): string {
  const judged = limits.map(({ measured, most }) => {
    const value = measured(figures);
    return value === null ? null : value <= most;
  });
  const [met, missed] = [true, false].map((is) => judged.filter((one) => one === is).length);
  if (missed) return `no (${met} of ${limits.length})`;
  return met === limits.length ? 'yes' : `open (${met} of ${limits.length} measured)`;
}

function goalRow(figures: Figures, goal: Goal): readonly string[] {
  const others = figures.names(goal.id).filter((name) => name !== goal.product && name !== 'floor');
  return [
    String(goal.id),
    `${goal.what}, ${goal.unit}`,
    ALL.map((size) => spreadOf(figures.of(goal.id, size, goal.product))).join(' / '),
    medians(figures, goal, 'floor'),
    others.map((name) => `${name} ${medians(figures, goal, name)}`).join('<br>'),
    goal.limits.map((limit) => limitWords(figures, limit)).join('<br>'),
    verdict(figures, goal),
  ];
}

function scalingRow(figures: Figures, { id, what, unit, product }: Goal): readonly string[] {
  const values = ALL.map((size) => figures.of(id, size, product));
  const [small, middle, large] = values.map((one) => (one ? median(one) : undefined));
  const slopeOf = (from: SizeName, a: number | undefined, to: SizeName, b: number | undefined): string =>
    a && b ? digits(slope([a, b], [itemsOf(from), itemsOf(to)])) : '–';
  return [
    String(id),
    `${what}, ${unit}`,
    ...[small, middle, large].map((value) => (value === undefined ? '–' : digits(value))),
    slopeOf('S', small, 'M', middle),
    slopeOf('M', middle, 'L', large),
  ];
}

function profileWords({ goal, size, files, top }: KeptProfile): string {
  const rows = top.map(({ name, place, ms, share }) => [`${digits(share * 100)} %`, digits(ms), name, place]);
  return [
    `### Goal ${goal} at ${size}`,
    `Kept in \`artefacts/bench\`: ${files.join(', ')}.`,
    table(['self time', 'ms', 'function', 'where'], rows),
  ].join('\n\n');
}

function profilePart({ profiles }: Figures): readonly string[] {
  return profiles.length === 0 ? [] : ['## Where the time goes', ...profiles.map(profileWords)];
}

/** What was measured, as a page. */
export function resultsPage(figures: Figures, facts: readonly string[], ids: readonly number[]): string {
  const goals = ALL_GOALS.filter(({ id }) => ids.includes(id));
  const gaps = figures.gaps.map((words) => `- ${words}`);
  return `${[
    '# What it costs: measured',
    'Written by `npm run bench`; how each figure is taken: `README.md` beside this page.',
    facts.map((fact) => `- ${fact}`).join('\n'),
    'Medians, with the least and the most in brackets; S / M / L. Ratios are medians of the ratios of each round.',
    table(
      ['goal', 'what', 'measured', 'floor', 'peers and parts', 'limits', 'met'],
      goals.map((goal) => goalRow(figures, goal)),
    ),
    '## How it grows',
    'Slope 0 is flat, 1 is linear in the number of items (220, 5,100, 50,200).',
    table(
      ['goal', 'what', 'S', 'M', 'L', 'slope S–M', 'slope M–L'],
      goals.map((goal) => scalingRow(figures, goal)),
    ),
    ...profilePart(figures),
    ...(gaps.length === 0 ? [] : ['## Not measured', gaps.join('\n')]),
  ].join('\n\n')}\n`;
}
