import { describe, expect, test } from 'vitest';
import { utf8Bytes } from '../../../electron/sync/utf8-bytes.ts';
import { versionOf } from '../../../electron/sync/version-of.ts';
import { looksDamaged } from '../../../shared/merge/damage.ts';
import { differsOnlyAtEdges } from '../../../shared/merge/meaning.ts';
import { sha256 } from './world.ts';

const DOC = 'docs/a.md';
const CONFIG = 'configs/a.json';

describe('meaning', () => {
  const meaning = (path: string, text: string): string => {
    const version = versionOf(sha256, path, text);
    return 'broken' in version ? version.broken : version.meaning;
  };

  test.each([
    ['line ends', DOC, 'a\r\nb\rc\n', 'a\nb\nc\n', true],
    ['a byte-order mark', DOC, '\ufeffa', 'a', true],
    ['a second byte-order mark', DOC, '\ufeff\ufeffa', 'a', false],
    ['a byte-order mark inside', DOC, 'a\ufeff', 'a', false],
    ['a final newline', DOC, 'a\n', 'a', false],
    ['trailing spaces', DOC, 'a ', 'a', false],
    ['composed and decomposed', DOC, '\u00e9', 'e\u0301', false],
    ['key order', CONFIG, '{"a":1,"b":2}', '{"b":2,"a":1}', true],
    ['a JSON document is a text', 'docs/a.json', '{"a":1}', '{ "a":1 }', false],
  ])('%s', (_what, path, one, other, isSame) => {
    expect(meaning(path, one) === meaning(path, other)).toBe(isSame);
  });

  test('a text is told apart from its meaning', () => {
    expect(versionOf(sha256, DOC, 'a\r\n')).toEqual({ id: sha256('a\r\n'), meaning: sha256('a\n') });
    expect(versionOf(sha256, CONFIG, '{')).toHaveProperty('broken');
  });

  test.each([
    [DOC, 'a\n', 'a', true],
    [DOC, '\n\n a \r\n', 'a', true],
    [DOC, 'a b', 'a  b', false],
    [CONFIG, '{"a":1}\n', '{"a":1}', false],
  ])('only edges differ: %s %j %j', (path, one, other, expected) => {
    expect(differsOnlyAtEdges(path, one, other)).toBe(expected);
  });
});

describe('damage', () => {
  test.each([
    ['question marks', DOC, '안녕 hello', '?? hello'],
    ['question marks per UTF-16 unit', DOC, 'a 😀', 'a ??'],
    ['question marks per character', DOC, 'a 😀', 'a ?'],
    ['mojibake', DOC, 'é', 'Ã©'],
    ['with other line ends and edges', DOC, '\ufeff안녕\r\nb\r\n', '??\nb'],
    ['a written new line', DOC, 'a\\nb', 'a\nb'],
    ['a config', CONFIG, '{\n  "b": "안",\n  "a": 1\n}', '{"a":1,"b":"?"}'],
    ['a config, escaped', CONFIG, '{"b":"\\uc548"}', '{"b":"?"}'],
    ['a config in mojibake', CONFIG, '{"b": "é"}', '{"b":"Ã©"}'],
  ])('seen: %s', (_what, path, known, remote) => {
    expect(looksDamaged(path, known, remote)).toBe(true);
  });

  test.each([
    ['the same', DOC, '안녕', '안녕'],
    ['only style differs', DOC, '안녕\r\n', '안녕\n'],
    ['a question', DOC, 'why', 'why?'],
    ['translated', DOC, '안녕 hello', 'hi hello'],
    ['shortened', DOC, '안녕 hello', 'hello'],
    ['one mark too many', DOC, '안녕', '???'],
    ['emptied', DOC, '안녕', ''],
    ['written anew', DOC, '', '??'],
    ['ASCII only', DOC, 'a ? b', 'a b'],
    ['a line more', DOC, '안녕', '안녕\n?'],
    ['a new line that was none', DOC, 'a b', 'a\nb'],
    ['a path with \\n, edited', DOC, 'c:\\new', 'c:\\newer'],
    ['half damaged and edited', DOC, '안녕 hello', '?? hullo'],
    ['a config edited', CONFIG, '{"b":"안"}', '{"b":"안녕"}'],
    ['a config with a new line in a string', CONFIG, '{"b":"a\\nb"}', '{"b":"a b"}'],
  ])('not seen: %s', (_what, path, known, remote) => {
    expect(looksDamaged(path, known, remote)).toBe(false);
  });
});

test.each(['', 'a', 'é', '한', '😀', 'a한é😀\u07ff\u0800\uffff', '\u0000\u007f\u0080', 'x'.repeat(1000)])(
  'UTF-8 bytes of %j',
  (text) => {
    expect(utf8Bytes(text)).toBe(Buffer.byteLength(text));
  },
);
