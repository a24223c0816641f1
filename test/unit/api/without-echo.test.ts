import { describe, expect, test } from 'vitest';
import { withoutEcho } from '../../../electron/api/without-echo.ts';

const SENT = '# Plans\r\nThe "merger" with Ünïcorn is on May 4th.\n';
const refusal = (detail: string) => ({ code: 'parameter-refused' as const, detail });

describe('a refusal that repeats what was sent', () => {
  test.each([
    ['as it is', 'near: merger" with Ünïcorn'],
    ['as JSON', `bad: ${JSON.stringify(SENT)}`],
    ['in one line, in capitals', 'THE MERGER WITH ÜNÏCORN IS ON'],
    ['as a URL', `at=${encodeURIComponent(SENT)}`],
    ['in base64, at any place', `x${Buffer.from(`abc${SENT}`).toString('base64')}`],
    ['in base64 for URLs', Buffer.from(SENT).toString('base64url')],
    ['in hex', Buffer.from(SENT).toString('hex')],
  ])('%s loses its words', (_name, detail) => {
    expect(withoutEcho(refusal(detail), ['something else', SENT])).toEqual({ code: 'parameter-refused' });
  });

  test.each(['', 'HTTP 413', 'docs/plan.md is reserved', 'May 4th is a holiday'])(
    'and one that does not keeps them: %s',
    (detail) => {
      expect(withoutEcho(refusal(detail), [SENT])).toEqual(refusal(detail));
      expect(withoutEcho({ code: 'server-timeout' }, [SENT])).toEqual({ code: 'server-timeout' });
    },
  );

  test('is found out in no time, however much was sent', () => {
    const sent = ['Some words that a person wrote, 0123456789. '.repeat(90_000)];
    const started = performance.now();
    for (const detail of ['e3'.repeat(150), 'Words of GIIP itself, and quite many of them. '.repeat(6)])
      expect(withoutEcho(refusal(detail), sent)).toEqual(refusal(detail));
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});
