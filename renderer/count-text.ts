const LOCALE = 'en';
const numbers = new Intl.NumberFormat(LOCALE);
const plurals = new Intl.PluralRules(LOCALE);
const tenths = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 1 });
const UNITS = ['bytes', 'KB', 'MB', 'GB', 'TB'];

function count(amount: number, one: string, other: string): string {
  return `${numbers.format(amount)} ${plurals.select(amount) === 'one' ? one : other}`;
}

function bytes(amount: number): string {
  if (amount < 1000) return count(amount, 'byte', 'bytes');
  const step = Math.min(Math.floor(Math.log10(amount) / 3), UNITS.length - 1);
  return `${tenths.format(amount / 1000 ** step)} ${UNITS[step]}`;
}

/** Amounts as people say them: "1 file", "2,400 files", "1.4 MB". */
export const countText = {
  count,
  bytes,
  files: (amount: number): string => count(amount, 'file', 'files'),
};
