import { describe, expect, it } from 'vitest';
import { parseLssn, parseToken } from '../../../electron/stores/token-text.ts';

describe('parseToken', () => {
  it.each([
    ['abc123', 'abc123'],
    ['  abc123\r\n', 'abc123'],
    ['"abc123"', 'abc123'],
    ["' abc123 '", 'abc123'],
    ['“abc123”', 'abc123'],
    ['\uFEFFabc123', 'abc123'],
    ['\u200Babc123\u200B', 'abc123'],
    ['`"abc123"`', 'abc123'],
    ['a"b', 'a"b'],
    ['eyJ+/=.-_~', 'eyJ+/=.-_~'],
  ])('%j is %s', (text, token) => {
    expect(parseToken(text)).toEqual({ ok: true, value: token });
  });

  it.each([
    '',
    ' \n',
    '""',
    '\uFEFF',
    'YOUR_KVS_TOKEN',
    '"your_kvs_token"',
    'YOUR_TOKEN',
    '<token>',
    '{TOKEN}',
    '%TOKEN%',
    '********',
    'xxxxxxxx',
    'changeme',
    'two words',
    'two\nlines',
    'nul\0inside',
    'x\u200Bx y',
    'a'.repeat(5000),
  ])('refuses %j without repeating it', (text) => {
    const result = parseToken(text);
    expect(result).toMatchObject({ ok: false, error: { code: 'token-invalid' } });
    expect(text.trim() === '' || !JSON.stringify(result).includes(text.trim())).toBe(true);
  });
});

describe('parseLssn', () => {
  it.each([
    [1, 1],
    [2_147_483_647, 2_147_483_647],
    ['42', 42],
    [' 12 ', 12],
    ['12\n', 12],
  ])('%j is %d', (text, lssn) => {
    expect(parseLssn(text)).toEqual({ ok: true, value: lssn });
  });

  it.each([
    '',
    '0',
    '-1',
    '1e3',
    '1.0',
    '1.5',
    '+5',
    '0x10',
    '012',
    '2147483648',
    '99999999999',
    'YOUR_LSSN',
    '1 2',
    '１２',
    'NaN',
    'Infinity',
    0,
    -1,
    1.5,
    1e21,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    2_147_483_648,
  ])('refuses %j', (text) => {
    expect(parseLssn(text)).toEqual({ ok: false, error: { code: 'lssn-invalid' } });
  });
});
