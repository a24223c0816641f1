import type { Figures } from '../support/figures.ts';
import { median, percentile, ratioOf } from '../support/statistics.ts';
import type { SizeName } from '../tree/sizes.ts';
import { digits } from './format.ts';

/** What a goal asks for, as one number that must not exceed another. */
export interface Limit {
  readonly words: string;
  readonly most: number;
  /** Null where it was not measured. */
  readonly measured: (figures: Figures) => number | null;
}

export interface Goal {
  readonly id: number;
  readonly what: string;
  readonly unit: 'ms' | 'MB';
  /** The name of what is shown as measured. */
  readonly product: string;
  readonly limits: readonly Limit[];
}

/** Which of several figures of a goal is meant. */
function said(product: string): string {
  return product === 'product' ? '' : `${product}: `;
}

/** The product by something that was measured beside it. */
export function over(id: number, size: SizeName, other: string, most: number, product = 'product'): Limit {
  return {
    words: `${said(product)}${digits(most)} × ${other} at ${size}`,
    most,
    measured(figures) {
      const [ours, theirs] = [figures.of(id, size, product), figures.of(id, size, other)];
      return ours && theirs ? ratioOf(ours, theirs) : null;
    },
  };
}

/** What it costs at one size by what it costs at another. */
function growth(id: number, size: SizeName, from: SizeName, most: number, product = 'product'): Limit {
  return {
    words: `${said(product)}${size}/${from} ${most}`,
    most,
    measured(figures) {
      const [large, small] = [figures.of(id, size, product), figures.of(id, from, product)];
      return large && small ? median(large) / median(small) : null;
    },
  };
}

/** A figure as it is; of many the one that this share does not exceed. */
export function atMost(
  id: number,
  size: SizeName,
  name: string,
  most: number,
  words: string,
  share = 0.5,
): Limit {
  return {
    words: `${words} ${most} at ${size}`,
    most,
    measured(figures) {
      const values = figures.of(id, size, name);
      return values ? (share === 0.5 ? median(values) : percentile(values, share)) : null;
    },
  };
}

/** Memory beyond what a process with nothing to do at S takes, by the payload. */
function grown(name: string, most: number): Limit {
  return {
    words: `${name}: growth over idle ${most} × payload at L`,
    most,
    measured(figures) {
      const [peak, idle] = [figures.of(11, 'L', name), figures.of(11, 'S', 'nothing to do')];
      const payload = figures.of(11, 'L', 'payload');
      return peak && idle && payload ? (median(peak) - median(idle)) / median(payload) : null;
    },
  };
}

/** The goals of research/performance.md that need no window. */
export const GOALS: readonly Goal[] = [
  {
    id: 1,
    what: 'no-change cycle, watcher live',
    unit: 'ms',
    product: 'product',
    limits: [
      over(1, 'M', 'git status', 0.05),
      over(1, 'L', 'git status', 0.02),
      over(1, 'L', 'unison', 0.005),
      over(1, 'L', 'rclone bisync', 0.0005),
      growth(1, 'L', 'S', 1.2),
      atMost(1, 'L', 'stats of documents', 0, 'stats of documents'),
    ],
  },
  {
    id: 2,
    what: 'no-change full scan, resident',
    unit: 'ms',
    product: 'product',
    limits: [
      over(2, 'M', 'git status', 0.9),
      over(2, 'L', 'git status', 0.9),
      over(2, 'L', 'unison', 0.25),
      over(2, 'L', 'syncthing rescan', 0.1),
      over(2, 'L', 'rclone bisync', 0.015),
    ],
  },
  {
    id: 4,
    what: '`sync` as a fresh process, nothing to do',
    unit: 'ms',
    product: 'product',
    limits: [
      over(4, 'M', 'floor', 2.2),
      over(4, 'L', 'floor', 5.5),
      over(4, 'L', 'unison', 0.7),
      over(4, 'L', 'rclone sync', 0.7),
      over(4, 'L', 'rclone bisync', 0.04),
    ],
  },
  {
    id: 5,
    what: 'verify everything (read + hash), resident',
    unit: 'ms',
    product: 'product',
    limits: [
      over(5, 'M', 'sha256sum', 0.9),
      over(5, 'L', 'sha256sum', 0.9),
      over(5, 'L', 'rclone check', 0.1),
    ],
  },
  {
    id: 6,
    what: 'save → push answered (quiet window of 100 ms in it)',
    unit: 'ms',
    product: 'product',
    limits: [
      atMost(6, 'L', 'product', 115, 'half of them'),
      atMost(6, 'L', 'product', 140, '95 % of them', 0.95),
      growth(6, 'L', 'S', 1.3),
      over(6, 'L', 'syncthing', 1 / 60),
      over(6, 'L', 'syncthing at 1 s', 1 / 8),
    ],
  },
  {
    id: 7,
    what: '100 saves → all answered (quiet window of 100 ms in it)',
    unit: 'ms',
    product: 'product',
    limits: [
      atMost(7, 'L', 'product', 180, 'half of them'),
      atMost(7, 'L', 'batches', 1, 'batches'),
      atMost(7, 'L', 'proof pulls', 1, 'proof pulls'),
      over(7, 'M', 'git', 0.6),
      over(7, 'M', 'syncthing', 1 / 40),
    ],
  },
  {
    id: 8,
    what: 'proof pull without writing',
    unit: 'ms',
    product: 'product',
    limits: [over(8, 'M', 'floor', 1.3), over(8, 'L', 'floor', 1.3)],
  },
  {
    id: 9,
    what: 'first push',
    unit: 'ms',
    product: 'product',
    limits: [over(9, 'L', 'floor', 1.5), over(9, 'L', 'unison', 0.25), over(9, 'L', 'syncthing', 0.1)],
  },
  {
    id: 10,
    what: 'first pull to disk, durable',
    unit: 'ms',
    product: 'product',
    limits: [over(10, 'M', 'floor', 1.25), over(10, 'L', 'floor', 1.25), over(10, 'L', 'syncthing', 0.5)],
  },
  {
    id: 11,
    what: 'peak memory, first push and pull',
    unit: 'MB',
    product: 'first pull',
    limits: [
      over(11, 'L', 'payload', 1, 'first push'),
      over(11, 'L', 'payload', 1, 'first pull'),
      grown('first push', 0.4),
      grown('first pull', 0.4),
      growth(11, 'L', 'M', 1.4, 'first push'),
      growth(11, 'L', 'M', 1.4, 'first pull'),
      atMost(11, 'L', 'push with 64 MB of heap, × its time', 1.15, 'push with 64 MB of heap: × its time'),
      atMost(11, 'L', 'pull with 64 MB of heap, × its time', 1.15, 'pull with 64 MB of heap: × its time'),
    ],
  },
];

/** Null where it was not measured. */
export function isMet({ measured, most }: Limit, figures: Figures): boolean | null {
  const value = measured(figures);
  return value === null ? null : value <= most;
}

/** A limit that was measured and exceeded. */
export function isMissed({ limits }: Goal, figures: Figures): boolean {
  return limits.some((limit) => isMet(limit, figures) === false);
}
