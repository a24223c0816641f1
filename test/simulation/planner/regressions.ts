import type { ItemCase } from './trees.ts';

/** The smallest cases that told a seeded bug from the engine as it is, each with the bug's name. */
export const REGRESSIONS: readonly { readonly name: string; readonly items: readonly ItemCase[] }[] = [
  {
    name: 'both changed one line: nobody wins',
    items: [{ isConfig: false, hasBase: true, local: 'edit 0', remote: 'edit 0', isTwin: false }],
  },
  {
    name: 'both changed one value: nobody wins',
    items: [{ isConfig: true, hasBase: true, local: 'edit 0', remote: 'edit 0', isTwin: false }],
  },
  {
    name: 'new on both sides: no base is guessed',
    items: [{ isConfig: false, hasBase: false, local: 'same', remote: 'edit 0', isTwin: false }],
  },
  {
    name: 'a byte-order mark stays when a text comes in',
    items: [{ isConfig: false, hasBase: true, local: 'bom', remote: 'edit 0', isTwin: false }],
  },
];
