import { describe, expect, test } from 'vitest';
import { networkError } from '../../../electron/api/network-error.ts';

describe('failures of the network', () => {
  test.each([
    ['ENOTFOUND', 'server-unreachable'],
    ['EAI_AGAIN', 'server-unreachable'],
    ['EHOSTUNREACH', 'server-unreachable'],
    ['ENETUNREACH', 'server-unreachable'],
    ['ECONNREFUSED', 'server-unreachable'],
    ['ECONNRESET', 'server-unreachable'],
    ['UND_ERR_SOCKET', 'server-unreachable'],
    ['ETIMEDOUT', 'server-timeout'],
    ['UND_ERR_CONNECT_TIMEOUT', 'server-timeout'],
    ['CERT_HAS_EXPIRED', 'tls-failed'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'tls-failed'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'tls-failed'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'tls-failed'],
    ['ERR_SSL_WRONG_VERSION_NUMBER', 'tls-failed'],
    ['HPE_INVALID_CONSTANT', 'server-answer-invalid'],
    ['Z_DATA_ERROR', 'server-answer-invalid'],
    ['UND_ERR_PRX_TLS', 'proxy-failed'],
  ])('H18 %s is %s', (code, expected) => {
    const error = Object.assign(new Error('cause'), { code });
    expect(networkError(error, 'giip.test', null).error.code).toBe(expected);
    // Several addresses tried: the first one speaks for all.
    expect(networkError(new AggregateError([error]), 'giip.test', null).error.code).toBe(expected);
  });
});
