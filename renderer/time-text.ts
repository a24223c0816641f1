import type { InLanguages } from '../shared/language.ts';
import { atFirstUse } from '../shared/util/at-first-use.ts';
import { inLanguage, locale } from './language.ts';

interface Words {
  readonly justNow: string;
  readonly inAMoment: string;
  readonly today: string;
  readonly yesterday: string;
  readonly tomorrow: (clock: string) => string;
  readonly weekday: (weekday: string, clock: string) => string;
}

const WORDS: InLanguages<Words> = {
  en: {
    justNow: 'just now',
    inAMoment: 'in a moment',
    today: 'Today',
    yesterday: 'Yesterday',
    tomorrow: (clock) => `tomorrow, ${clock}`,
    weekday: (weekday, clock) => `${weekday}, ${clock}`,
  },
  ko: {
    justNow: '방금',
    inAMoment: '곧',
    today: '오늘',
    yesterday: '어제',
    tomorrow: (clock) => `내일 ${clock}`,
    weekday: (weekday, clock) => `${weekday} ${clock}`,
  },
  ja: {
    justNow: 'たった今',
    inAMoment: 'まもなく',
    today: '今日',
    yesterday: '昨日',
    tomorrow: (clock) => `明日 ${clock}`,
    weekday: (weekday, clock) => `${weekday} ${clock}`,
  },
  zh: {
    justNow: '刚刚',
    inAMoment: '即将',
    today: '今天',
    yesterday: '昨天',
    tomorrow: (clock) => `明天 ${clock}`,
    weekday: (weekday, clock) => `${weekday} ${clock}`,
  },
};
const words = inLanguage(WORDS);

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const relative = atFirstUse(() => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }));
const clock = atFirstUse(
  () => new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
);
const exact = atFirstUse(
  () => new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', hourCycle: 'h23' }),
);
const date = atFirstUse(
  () => new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long' }),
);
const dateWithYear = atFirstUse(() => new Intl.DateTimeFormat(locale, { dateStyle: 'full' }));
const weekday = atFirstUse(() => new Intl.DateTimeFormat(locale, { weekday: 'long' }));

type Unit = 'second' | 'minute' | 'hour' | 'day';

function inUnit(ms: number): readonly [number, Unit] {
  if (ms < MINUTE) return [Math.max(1, Math.round(ms / 1000)), 'second'];
  if (ms < HOUR) return [Math.round(ms / MINUTE), 'minute'];
  if (ms < DAY) return [Math.round(ms / HOUR), 'hour'];
  return [Math.round(ms / DAY), 'day'];
}

function age(time: number, now: number): string {
  const ms = now - time;
  if (ms < MINUTE) return words.justNow;
  const [amount, unit] = inUnit(ms);
  return relative().format(-amount, unit);
}

function countdown(time: number, now: number): string {
  const ms = time - now;
  if (ms <= 1000) return words.inAMoment;
  const [amount, unit] = inUnit(ms);
  return relative().format(amount, unit);
}

function until(time: number, now: number): string {
  const at = clock().format(time);
  if (new Date(time).toDateString() === new Date(now).toDateString()) return at;
  const tomorrow = new Date(now);
  tomorrow.setDate(tomorrow.getDate() + 1);
  if (new Date(time).toDateString() === tomorrow.toDateString()) return words.tomorrow(at);
  return words.weekday(weekday().format(time), at);
}

function day(time: number, now: number): string {
  const at = new Date(time);
  const yesterday = new Date(now);
  yesterday.setDate(yesterday.getDate() - 1);
  if (at.toDateString() === new Date(now).toDateString()) return words.today;
  if (at.toDateString() === yesterday.toDateString()) return words.yesterday;
  return (at.getFullYear() === new Date(now).getFullYear() ? date : dateWithYear)().format(time);
}

/** The time of day, after the day where that is not today; in the middle of a sentence. */
function clockOrDay(time: number, now: number): string {
  const name = day(time, now);
  return name === words.today
    ? clock().format(time)
    : `${name.toLocaleLowerCase(locale)}, ${clock().format(time)}`;
}

function seconds(amount: number): string {
  const [value, unit] = amount % 60 === 0 ? [amount / 60, 'minute'] : [amount, 'second'];
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(value);
}

/** Times as people say them: "3 minutes ago", "in 4 minutes", "tomorrow, 08:00", "5 minutes". */
export const timeText = {
  age,
  countdown,
  until,
  seconds,
  day,
  clockOrDay,
  clock: (time: number) => clock().format(time),
  exact: (time: number) => exact().format(time),
};
