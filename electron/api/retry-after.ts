import { LIMITS } from './limits.ts';

const HTTP_DATE = /^[A-Z][a-z]{2,8},? .*[0-9]{2}:[0-9]{2}:[0-9]{2}/;

/** Milliseconds that a Retry-After header asks for (seconds or a date), clamped; undefined for anything else. */
export function retryAfter(header: string | undefined, now: number): number | undefined {
  const value = header?.trim() ?? '';
  const asked = /^[0-9]+$/.test(value)
    ? Number(value) * 1000
    : HTTP_DATE.test(value)
      ? Date.parse(value) - now
      : Number.NaN;
  if (Number.isNaN(asked)) return undefined;
  const { least, most } = LIMITS.retryAfterMs;
  return Math.min(Math.max(asked, least), most);
}
