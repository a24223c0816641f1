import type { Figures } from '../support/figures.ts';
import { median, ratioOf } from '../support/statistics.ts';
import type { SizeName } from '../tree/sizes.ts';
import { atMost, type Goal, type Limit, over } from './goal-table.ts';

/** Something by what goal 12 has for the bare tray, which was taken in the same rounds. */
function overBare(id: number, size: SizeName, name: string, most: number): Limit {
  return {
    words: `${name} ${most} × bare at ${size}`,
    most,
    measured(figures) {
      const [ours, bare] = [figures.of(id, size, name), figures.of(12, size, 'floor')];
      return ours && bare ? ratioOf(ours, bare) : null;
    },
  };
}

/** What one figure is more than another. */
function more(words: string, most: number, pick: (figures: Figures) => Pair): Limit {
  return {
    words,
    most,
    measured(figures) {
      const [ours, theirs] = pick(figures);
      return ours && theirs ? median(ours) - median(theirs) : null;
    },
  };
}

type Pair = readonly [readonly number[] | undefined, readonly number[] | undefined];

/** The goals of research/performance.md about the tray application and its windows. */
export const DESKTOP_GOALS: readonly Goal[] = [
  {
    id: 3,
    what: 'longest stall of the main process',
    unit: 'ms',
    product: 'product',
    limits: [atMost(3, 'L', 'product', 16, 'of all its work')],
  },
  {
    id: 12,
    what: 'memory at rest (PSS of all processes)',
    unit: 'MB',
    product: 'product',
    limits: [
      over(12, 'S', 'floor', 1.05),
      overBare(12, 'S', 'after use', 1.15),
      over(12, 'S', 'anon, bare', 1.2, 'anon'),
      more('25 MB more at L than at S', 25, (figures) => [
        figures.of(12, 'L', 'product'),
        figures.of(12, 'S', 'product'),
      ]),
    ],
  },
  {
    id: 13,
    what: 'memory with the popup (PSS)',
    unit: 'MB',
    product: 'popup shown',
    limits: [
      overBare(13, 'S', 'popup shown', 1.35),
      overBare(13, 'S', 'popup and conflict window', 1.6),
      over(12, 'S', 'product', 1.05, 'after use'),
    ],
  },
  {
    id: 14,
    what: 'click → right pixels, 1,000 conflicts',
    unit: 'ms',
    product: 'warm',
    limits: [
      atMost(14, 'L', 'warm', 16, 'warm, median'),
      atMost(14, 'L', 'warm', 33, 'warm, 95 of 100', 0.95),
      over(14, 'L', 'floor', 1.25, 'made'),
    ],
  },
  {
    id: 15,
    what: 'start → icon',
    unit: 'ms',
    product: 'icon',
    limits: [
      over(15, 'M', 'floor', 1.1, 'icon'),
      over(15, 'M', 'floor', 1.5, 'true state'),
      atMost(15, 'L', 'true state', 900, 'true state'),
    ],
  },
  {
    id: 16,
    what: 'idle, processor for each second',
    unit: 'ms',
    product: 'product',
    limits: [
      over(16, 'S', 'floor', 1.3),
      more('0.3 wake-ups a second more at S', 0.3, (figures) => [
        figures.of(16, 'S', 'wake-ups'),
        figures.of(16, 'S', 'wake-ups, bare'),
      ]),
    ],
  },
  {
    id: 17,
    what: 'package over an empty one',
    unit: 'MB',
    product: 'product',
    limits: [over(17, 'S', 'floor', 1.06), atMost(17, 'S', 'app.asar', 3, 'app.asar, MB')],
  },
];
