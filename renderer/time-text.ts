const LOCALE = 'en';
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const relative = new Intl.RelativeTimeFormat(LOCALE, { numeric: 'auto' });
const clock = new Intl.DateTimeFormat(LOCALE, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const exact = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'long', timeStyle: 'short', hourCycle: 'h23' });
const date = new Intl.DateTimeFormat(LOCALE, { weekday: 'long', day: 'numeric', month: 'long' });
const dateWithYear = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'full' });
const weekday = new Intl.DateTimeFormat(LOCALE, { weekday: 'long' });

type Unit = 'second' | 'minute' | 'hour' | 'day';

function inUnit(ms: number): readonly [number, Unit] {
  if (ms < MINUTE) return [Math.max(1, Math.round(ms / 1000)), 'second'];
  if (ms < HOUR) return [Math.round(ms / MINUTE), 'minute'];
  if (ms < DAY) return [Math.round(ms / HOUR), 'hour'];
  return [Math.round(ms / DAY), 'day'];
}

function age(time: number, now: number): string {
  const ms = now - time;
  if (ms < MINUTE) return 'just now';
  const [amount, unit] = inUnit(ms);
  return relative.format(-amount, unit);
}

function countdown(time: number, now: number): string {
  const ms = time - now;
  if (ms <= 1000) return 'in a moment';
  const [amount, unit] = inUnit(ms);
  return relative.format(amount, unit);
}

function until(time: number, now: number): string {
  const at = clock.format(time);
  if (new Date(time).toDateString() === new Date(now).toDateString()) return at;
  const tomorrow = new Date(now);
  tomorrow.setDate(tomorrow.getDate() + 1);
  if (new Date(time).toDateString() === tomorrow.toDateString()) return `tomorrow, ${at}`;
  return `${weekday.format(time)}, ${at}`;
}

function day(time: number, now: number): string {
  const at = new Date(time);
  const yesterday = new Date(now);
  yesterday.setDate(yesterday.getDate() - 1);
  if (at.toDateString() === new Date(now).toDateString()) return 'Today';
  if (at.toDateString() === yesterday.toDateString()) return 'Yesterday';
  return (at.getFullYear() === new Date(now).getFullYear() ? date : dateWithYear).format(time);
}

function seconds(amount: number): string {
  const [value, unit] = amount % 60 === 0 ? [amount / 60, 'minute'] : [amount, 'second'];
  return new Intl.NumberFormat(LOCALE, { style: 'unit', unit, unitDisplay: 'long' }).format(value);
}

/** Times as people say them: "3 minutes ago", "in 4 minutes", "tomorrow, 08:00", "5 minutes". */
export const timeText = {
  age,
  countdown,
  until,
  seconds,
  day,
  clock: (time: number) => clock.format(time),
  exact: (time: number) => exact.format(time),
};
