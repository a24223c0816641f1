import { describe, expect, test } from 'vitest';
import { safeDetail } from '../../../electron/api/safe-detail.ts';

const TOKEN = 'sk/a b"c\\d+한=';

describe('what somebody else wrote', () => {
  test.each([
    ['as it is', TOKEN],
    ['in JSON', JSON.stringify(TOKEN)],
    ['in JSON with escaped slashes', JSON.stringify(TOKEN).replaceAll('/', '\\/')],
    ['in a URL', encodeURIComponent(TOKEN)],
    ['in a URL in small letters', encodeURIComponent(TOKEN).replace(/%../g, (hex) => hex.toLowerCase())],
    ['in a form', encodeURIComponent(TOKEN).replaceAll('%20', '+')],
    ['in base64', Buffer.from(TOKEN).toString('base64')],
    ['in base64 without padding', Buffer.from(TOKEN).toString('base64').replace(/=+$/, '')],
    ['in base64url', Buffer.from(TOKEN).toString('base64url')],
    ['broken up by control characters', TOKEN.split('').join('\u0000')],
    ['broken up by invisible characters', TOKEN.split('').join('\u200b')],
  ])('J23 holds no token %s', (_name, echoed) => {
    const detail = safeDetail(`before ${echoed} after`, TOKEN);
    expect(detail.replaceAll('"', '')).toBe('before [token] after');
  });

  test('J23 a token at the cut is not cut but hidden', () => {
    expect(safeDetail(`${'x'.repeat(290)} ${'t'.repeat(40)}`, 't'.repeat(40))).toBe(
      `${'x'.repeat(290)} [token]`,
    );
  });

  test('J23 is one line without colours, controls and characters that reorder it', () => {
    expect(safeDetail('\u001b[31mred\u001b[0m\r\n\tnext\u0007 \u202egnp.exe\u2066', '')).toBe(
      'red next gnp.exe',
    );
  });

  test('J23 markup stays text', () => {
    expect(safeDetail('<b onclick="x()">no</b>', '')).toBe('<b onclick="x()">no</b>');
  });

  test('J23 is at most 300 characters and never half of one', () => {
    expect(safeDetail('x'.repeat(100_000), '')).toHaveLength(300);
    expect(safeDetail('x'.repeat(300), '')).toBe('x'.repeat(300));
    expect(safeDetail(`${'x'.repeat(298)}😀😀`, '')).toBe(`${'x'.repeat(298)}…`);
  });
});
