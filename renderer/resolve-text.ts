import type { ConflictTexts } from '../shared/model/conflict.ts';

const plurals = new Intl.PluralRules('en');
const numbers = new Intl.NumberFormat('en');

function lines(amount: number): string {
  return `${numbers.format(amount)} ${plurals.select(amount) === 'one' ? 'line' : 'lines'}`;
}

function mineHint({ local }: ConflictTexts): string {
  return local === null
    ? 'It stays deleted here. GIIP has no way to delete, so its copy remains there.'
    : "This computer's version is sent to GIIP. GIIP's version is kept in the history.";
}

function serverHint({ local, remote }: ConflictTexts): string {
  if (remote === null) return 'The file is removed here. Your version is kept in the history.';
  return local === null
    ? "GIIP's version is put back on this computer."
    : "GIIP's version replaces the file here. Your version is kept in the history.";
}

/** The words of the conflict view. */
export const resolveText = {
  here: 'On this computer',
  giip: 'On GIIP',
  useMine: 'Use mine',
  useGiip: "Use GIIP's",
  mineHint,
  serverHint,
  absentHere: 'Deleted on this computer',
  absentGiip: 'Not on GIIP',
  empty: 'The file is empty.',
  differing: (amount: number) =>
    amount === 0 ? 'no line of its own' : `${lines(amount)} differ${amount === 1 ? 's' : ''}`,
  same: 'Both sides read the same; they differ only in line ends.',
  skipped: (amount: number) => `${lines(amount)} the same on both sides`,
  cut: (amount: number) => `and ${lines(amount)} more`,
  loading: 'Loading both versions…',
  settled: 'This conflict has ended: it is no longer in the list.',
};
