import { atFirstUse } from '../shared/util/at-first-use.ts';
import { inLanguage, locale } from './language.ts';

const numbers = atFirstUse(() => new Intl.NumberFormat(locale));
const plurals = atFirstUse(() => new Intl.PluralRules(locale));
const tenths = atFirstUse(() => new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }));
const few = atFirstUse(
  () => new Intl.NumberFormat(locale, { style: 'unit', unit: 'byte', unitDisplay: 'long' }),
);
const UNITS = ['bytes', 'KB', 'MB', 'GB', 'TB'];

/** With a noun that has a plural, as English needs it. */
function count(amount: number, one: string, other: string): string {
  return `${numbers().format(amount)} ${plurals().select(amount) === 'one' ? one : other}`;
}

function bytes(amount: number): string {
  if (amount < 1000) return few().format(amount);
  const step = Math.min(Math.floor(Math.log10(amount) / 3), UNITS.length - 1);
  return `${tenths().format(amount / 1000 ** step)} ${UNITS[step]}`;
}

/** Amounts as people say them: "1 file", "2,400 files", "1.4 MB". */
export const countText = {
  count,
  bytes,
  number: (amount: number): string => numbers().format(amount),
  files: inLanguage<(amount: number) => string>({
    en: (amount) => count(amount, 'file', 'files'),
    ko: (amount) => `파일 ${numbers().format(amount)}개`,
    ja: (amount) => `${numbers().format(amount)} 個のファイル`,
    zh: (amount) => `${numbers().format(amount)} 个文件`,
  }),
  items: inLanguage<(amount: number) => string>({
    en: (amount) => count(amount, 'item', 'items'),
    ko: (amount) => `항목 ${numbers().format(amount)}개`,
    ja: (amount) => `${numbers().format(amount)} 件`,
    zh: (amount) => `${numbers().format(amount)} 项`,
  }),
};
