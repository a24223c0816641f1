import { countText } from '../../count-text.ts';

/** The words of the window that compares configs. */
export const compareText = {
  title: 'Compare configs',
  intro:
    'Shows how the config files of two connections differ on this computer. It only looks: nothing is changed. •••••• stands for what looks like a secret.',
  left: 'Compare',
  right: 'with',
  again: 'Look again',
  looking: 'Looking at both folders…',
  needsTwo: 'There is only one connection. Add another one in the settings to compare them.',
  onlyDifferences: 'Only differences',
  sum: (different: number, all: number) => `${different} of ${countText.files(all)} differ`,
  none: 'Neither folder has config files yet.',
  allEqual: 'All config files mean the same in both.',
  files: 'Config files',
  equal: 'Same in both',
  different: 'Different',
  onlyIn: (name: string) => `Only in ${name}`,
  unreadable: 'Cannot be read',
  noKeys: 'It is no JSON with keys on both sides, so they cannot be named one by one.',
  key: 'Key',
  keysOf: (path: string) => `Keys that differ in ${path}`,
  absent: 'not there',
  moreKeys: (amount: number) => `and ${amount} more`,
};

/** What a language must have of it. */
export type CompareText = typeof compareText;
