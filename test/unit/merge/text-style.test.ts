import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { restyleText, withEdgesOf, withLineEndsOf } from '../../../shared/merge/text-style.ts';

describe('an incoming document in the style of the file', () => {
  test.each([
    ['LF stays LF', 'a\nb\n', 'a\r\nc\r\n', 'a\nc\n'],
    ['CRLF stays CRLF', 'a\r\nb\r\n', 'a\nc\nd\n', 'a\r\nc\r\nd\r\n'],
    ['CR stays CR', 'a\rb\r', 'a\nc\n', 'a\rc\r'],
    ['a byte-order mark stays', '\ufeffa\n', 'b\n', '\ufeffb\n'],
    ['none comes', 'a\n', '\ufeffb\n', 'b\n'],
    ['a final newline comes back', 'a\nb\n', 'a\nc', 'a\nc\n'],
    ['no final newline stays so', 'a\nb', 'a\nc\n', 'a\nc'],
    ['one line without an end', 'a', 'b\nc\n', 'b\nc'],
    ['an empty file has no style', '', 'b\r\nc\r\n', 'b\nc\n'],
    ['nothing comes', 'a\r\n', '', ''],
    ['mixed: unchanged lines keep their ends', 'a\r\nb\nc\r\nd\n', 'a\nX\nc\nd\n', 'a\r\nX\r\nc\r\nd\n'],
    ['mixed: at the head', 'a\nb\r\nc\r\n', 'X\na\nb\nc\n', 'X\r\na\nb\r\nc\r\n'],
    ['mixed: at the tail', 'a\nb\r\nc\r\n', 'a\nb\nc\nX\n', 'a\nb\r\nc\r\nX\r\n'],
    ['edges that belong to the text', '  a\n\n', '  a\nb\n\n', '  a\nb\n\n'],
    ['only the final newline is style', 'a\n', 'a\n\n\n', 'a\n\n\n'],
    ['trailing spaces are text', 'a  \r\nb\r\n', 'a  \nc  \n', 'a  \r\nc  \r\n'],
  ])('%s', (_what, current, incoming, expected) => {
    expect(restyleText(current, incoming)).toBe(expected);
  });

  test('the same text in any style leaves the file as it is', () => {
    const end = fc.constantFrom('\n', '\r\n', '\r');
    const line = fc.tuple(fc.constantFrom('a', 'b', '', ' x'), end).map(([text, tail]) => text + tail);
    const file = fc
      .tuple(fc.constantFrom('', '\ufeff'), fc.array(line, { maxLength: 8 }), fc.constantFrom('', 'last'))
      .map(([mark, lines, last]) => mark + lines.join('') + last);
    fc.assert(
      fc.property(file, (text) => {
        const plain = text.replace('\ufeff', '').replace(/\r\n?/g, '\n');
        expect(restyleText(text, plain)).toBe(text);
        expect(withLineEndsOf(text, plain)).toBe(text);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('white space that GIIP took off', () => {
  test.each([
    ['trimmed', '\n a\nb\n\n', 'a\nb', 'a\nB', '\n a\nB\n\n'],
    ['a newline was added', 'a', 'a\n', 'b\n', 'b'],
    ['the tail was really changed', 'a\n', 'a', 'a\nb\n', 'a\nb\n'],
    ['all of it is gone', '\na\n', 'a', '', ''],
    ['CRLF', 'a\r\n\r\n', 'a', 'b', 'b\n\n'],
  ])('%s', (_what, ours, theirs, changed, expected) => {
    expect(withEdgesOf(ours, theirs, changed)).toBe(expected);
  });
});
