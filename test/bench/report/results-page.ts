import type { Figures, KeptProfile } from '../support/figures.ts';
import { median, slope } from '../support/statistics.ts';
import { itemsOf, type SizeName } from '../tree/sizes.ts';
import { ALL_GOALS } from './all-goals.ts';
import { digits, table } from './format.ts';
import { type Goal, isMet, type Limit } from './goal-table.ts';
import { partsTable } from './parts-table.ts';

const ALL: readonly SizeName[] = ['S', 'M', 'L'];

function medianOf(values: readonly number[] | undefined): string {
  return values === undefined ? '–' : digits(median(values));
}

/** Median, least and most, and of how many rounds. */
function spreadOf(values: readonly number[] | undefined): string {
  if (values === undefined || values.length === 1) return medianOf(values);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return `${medianOf(values)} (${digits(least)}–${digits(most)}; ${values.length})`;
}

/** Met, not met, or nothing to say: what was not measured is not met. */
function verdict(figures: Figures, { limits }: Goal): string {
  const judged = limits.map((limit) => isMet(limit, figures));
  const [met, missed] = [true, false].map((is) => judged.filter((one) => one === is).length);
  if (missed) return `**no** (${met} of ${limits.length})`;
  return met === limits.length ? 'yes' : `open (${met} of ${limits.length})`;
}

type Links = ReadonlyMap<number, string>;

function goalRow(figures: Figures, links: Links, goal: Goal): readonly string[] {
  const link = links.get(goal.id);
  return [
    String(goal.id),
    `${goal.what}, ${goal.unit}`,
    ...ALL.map((size) => medianOf(figures.of(goal.id, size, goal.product))),
    verdict(figures, goal),
    link ? `[what was tried](${link})` : '',
  ];
}

function limitRow(figures: Figures, id: number, limit: Limit): readonly string[] {
  const value = limit.measured(figures);
  const sign = { true: '✓', false: '✗', null: 'not measured' }[String(isMet(limit, figures))] ?? '';
  return [String(id), `≤ ${limit.words}`, value === null ? '–' : digits(value), sign];
}

function figureRows(figures: Figures, { id }: Goal): readonly (readonly string[])[] {
  return figures
    .names(id)
    .map((name) => [String(id), name, ...ALL.map((size) => spreadOf(figures.of(id, size, name)))]);
}

function scalingRow(figures: Figures, { id, what, product }: Goal): readonly string[] {
  const values = ALL.map((size) => figures.of(id, size, product));
  const [small, middle, large] = values.map((one) => (one ? median(one) : undefined));
  const slopeOf = (from: SizeName, a: number | undefined, to: SizeName, b: number | undefined): string =>
    a && b ? digits(slope([a, b], [itemsOf(from), itemsOf(to)])) : '–';
  return [String(id), what, slopeOf('S', small, 'M', middle), slopeOf('M', middle, 'L', large)];
}

function profileWords({ goal, size, files, top }: KeptProfile): string {
  const rows = top.map(({ name, place, ms, share }) => [`${digits(share * 100)} %`, digits(ms), name, place]);
  return [
    `### Goal ${goal} at ${size}`,
    `Left in \`artefacts/bench\`: ${files.join(', ')}.`,
    table(['self time', 'ms', 'function', 'where'], rows),
  ].join('\n\n');
}

function profilePart(profiles: readonly KeptProfile[]): readonly string[] {
  return profiles.length === 0 ? [] : ['## Where the time goes', ...profiles.map(profileWords)];
}

export interface PageParts {
  /** What the figures were taken on. */
  readonly facts: readonly string[];
  /** Goals that were asked for. */
  readonly ids: readonly number[];
  /** What was written about a goal: profile, attempts. */
  readonly links: Links;
}

/** What was measured, as a page: verdicts first, then what they stand on. */
export function resultsPage(figures: Figures, { facts, ids, links }: PageParts): string {
  const goals = ALL_GOALS.filter(({ id }) => ids.includes(id));
  const { runs, parts, profiles } = figures.kept();
  return `${[
    '# What it costs: measured',
    'Written by `npm run bench`; how each figure is taken: `README.md` beside this page.',
    [...facts, ...runs].map((fact) => `- ${fact}`).join('\n'),
    '## Goals',
    'Medians of what the goal is about, at S, M and L; then whether its limits are kept.',
    table(
      ['goal', 'what', 'S', 'M', 'L', 'met', 'more'],
      goals.map((goal) => goalRow(figures, links, goal)),
    ),
    '## Limits',
    'Ratios are medians of the ratios of each round where both were taken in the same rounds.',
    table(
      ['goal', 'limit', 'measured', ''],
      goals.flatMap(({ id, limits }) => limits.map((limit) => limitRow(figures, id, limit))),
    ),
    '## Figures',
    'Median (least–most; rounds). `product` is this program, `floor` the least that any program would take.',
    table(
      ['goal', 'of', 'S', 'M', 'L'],
      goals.flatMap((goal) => figureRows(figures, goal)),
    ),
    '## How it grows',
    'Slope 0 is flat, 1 is linear in the number of items (220, 5,100, 50,200).',
    table(
      ['goal', 'what', 'slope S–M', 'slope M–L'],
      goals.map((goal) => scalingRow(figures, goal)),
    ),
    ...profilePart(profiles),
    '## The run',
    partsTable(parts),
  ].join('\n\n')}\n`;
}
