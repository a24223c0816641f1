import { type ItemPath, sectionOf } from '../../../shared/model/item.ts';

/** What became of one item on one side since both sides agreed; `new` where they never did. */
export const SIDES = [
  'same',
  'edit 0',
  'edit 1',
  'edit 2',
  'edit 0 and 2',
  'add',
  'take out 1',
  'crlf',
  'bom',
  'edges',
  'rewritten',
  'absent',
  'broken',
  'empty',
] as const;
export type Side = (typeof SIDES)[number];

/** One item of a case: whether the sides ever agreed on it, and what each did. `twins`: both did the very same. */
export interface ItemCase {
  readonly isConfig: boolean;
  readonly hasBase: boolean;
  readonly local: Side;
  readonly remote: Side;
  readonly isTwin: boolean;
}

export interface ItemTexts {
  readonly path: ItemPath;
  readonly base: string | null;
  readonly local: string | null;
  readonly remote: string | null;
}

type Slots = readonly string[];

function docOf(slots: Slots): string {
  return slots.map((slot, i) => `${slot}\n${'αβγδ'[i] ?? 'ω'}\n`).join('');
}

function configOf(slots: Slots): string {
  return `{${slots.map((slot, i) => `"k${i}": "${slot}"`).join(', ')}}`;
}

function restyled(text: string, side: Side, isConfig: boolean): string {
  if (side === 'crlf') return text.replaceAll(isConfig ? ', ' : '\n', isConfig ? ',\r\n  ' : '\r\n');
  if (side === 'bom') return `\uFEFF${text}`;
  return side === 'edges' ? `${text}\n\n` : text;
}

/** The text that a side has made of the slots it started from. Tokens of `mark` are that side's own. */
function textOf(start: Slots, side: Side, mark: string, isConfig: boolean): string | null {
  const edit = (...places: readonly number[]): Slots =>
    start.map((slot, i) => (places.includes(i) ? `${mark}${i}!` : slot));
  const write = isConfig ? configOf : docOf;
  if (side === 'absent') return null;
  if (side === 'empty') return isConfig ? '{}' : '';
  if (side === 'broken') return isConfig ? `{"k0": "${mark}x!` : `${mark}x!\n\0`;
  if (side === 'rewritten') return write([0, 1].map((i) => `${mark}w${i}!`));
  if (side === 'add') return write([...start, `${mark}a!`]);
  if (side === 'take out 1') return write(start.filter((_, i) => i !== 1));
  if (side === 'edit 0 and 2') return write(edit(0, 2));
  if (side.startsWith('edit')) return write(edit(Number(side.at(-1))));
  return restyled(write(start), side, isConfig);
}

/** The three trees of a case: one text per item and side; null where there is none. */
export function treesOf(items: readonly ItemCase[]): readonly ItemTexts[] {
  return items.map(({ isConfig, hasBase, local, remote, isTwin }, n) => {
    const start = [0, 1, 2].map((i) => `b${n}_${i}!`);
    const mine = textOf(start, local, `l${n}_`, isConfig);
    return {
      path: isConfig ? `configs/c${n}.json` : `docs/${n % 3 === 2 ? 'sub/' : ''}d${n}.md`,
      base: hasBase ? (isConfig ? configOf(start) : docOf(start)) : null,
      local: mine,
      remote: isTwin ? mine : textOf(start, remote, `r${n}_`, isConfig),
    };
  });
}

/** The same case seen from the other side. */
export function mirrored(trees: readonly ItemTexts[]): readonly ItemTexts[] {
  return trees.map(({ path, base, local, remote }) => ({ path, base, local: remote, remote: local }));
}

export function tokensIn(text: string): readonly string[] {
  return text.match(/[blr]\d+_[a-z]?\d?!/g) ?? [];
}

export function wireOf(path: ItemPath): string {
  return sectionOf(path) === 'config' ? path.slice('configs/'.length) : path;
}
