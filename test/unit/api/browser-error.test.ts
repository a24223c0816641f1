import { describe, expect, test } from 'vitest';
import { isBlocked } from '../../../electron/api/browser-error.ts';

const failed = (name: string): Error => new Error(`net::ERR_${name}`);

describe('a failure of the browser’s network stack', () => {
  test.each(['PROXY_CONNECTION_FAILED', 'NAME_NOT_RESOLVED', 'CONNECTION_REFUSED', 'CONNECTION_TIMED_OUT'])(
    '%s lets another way be tried: no connection stood',
    (name) => expect(isBlocked(failed(name))).toBe(true),
  );

  test.each([
    'ADDRESS_UNREACHABLE',
    'ADDRESS_INVALID',
    'CONNECTION_RESET',
    'CONNECTION_CLOSED',
    'CONNECTION_ABORTED',
    'EMPTY_RESPONSE',
    'NETWORK_CHANGED',
    'TIMED_OUT',
    'TUNNEL_CONNECTION_FAILED',
  ])('%s may come after a push has left: it is not sent another way', (name) =>
    expect(isBlocked(failed(name))).toBe(false),
  );
});
