import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson, parseJson } from '../../../shared/merge/json-tree.ts';
import type { KeyDecision } from '../../../shared/merge/key-difference.ts';
import { configResult, keyDifferences, keyName } from '../../../shared/merge/key-differences.ts';

type Decisions = Readonly<Record<string, KeyDecision>>;

function result(mine: string, server: string, base: string | null, decisions: Decisions): string | number {
  const made = configResult(mine, server, base, new Map(Object.entries(decisions)));
  return 'text' in made ? made.text : made.undecided;
}

describe('the config that decisions come to', () => {
  test.each<[string | null, string, string, Decisions, string | number]>([
    // base | mine | server | decisions | text, or how many keys are undecided
    ['{"a":1}', '{"a":1}', '{"a":1}', {}, '{"a":1}'],
    ['{"a":1}', '{"a":2}', '{"a":1}', {}, '{"a":2}'],
    ['{"a":1}', '{"a":1}', '{"a":2}', {}, '{"a":2}'],
    ['{"a":1,"b":1}', '{"a":2,"b":1}', '{"a":1,"b":2}', {}, '{"a":2,"b":2}'],
    ['{"a":1}', '{"a":2}', '{"a":3}', {}, 1],
    ['{"a":1,"b":1}', '{"a":2,"b":2}', '{"a":3,"b":3}', {}, 2],
    ['{"a":1,"b":1}', '{"a":2,"b":2}', '{"a":3,"b":3}', { '/a': 'mine' }, 1],
    ['{"a":1,"b":1}', '{"a":2,"b":2}', '{"a":3,"b":3}', { '/a': 'mine', '/b': 'server' }, '{"a":2,"b":3}'],
    ['{"a":1}', '{"a":2}', '{"a":3}', { '/a': 'mine' }, '{"a":2}'],
    ['{"a":1}', '{"a":2}', '{"a":3}', { '/a': 'server' }, '{"a":3}'],
    ['{"a":1}', '{"a":2}', '{"a":3}', { '/b': 'server' }, 1],
    // a third value, digit for digit
    ['{"a":1}', '{"a":2}', '{"a":3}', { '/a': { source: '4.50' } }, '{"a":4.50}'],
    [
      '{"a":1}',
      '{"a":2}',
      '{"a":3}',
      { '/a': { source: ' 12345678901234567890 ' } },
      '{"a":12345678901234567890}',
    ],
    ['{"a":1}', '{"a":2}', '{"a":3}', { '/a': { source: '1e400' } }, '{"a":1e400}'],
    ['{"a":"x"}', '{"a":"y"}', '{"a":"z"}', { '/a': { source: '"\\u00e9 가"' } }, '{"a":"\\u00e9 가"}'],
    ['{"a":[]}', '{"a":[1]}', '{"a":[2]}', { '/a': { source: '[1,2]' } }, '{"a":[1,2]}'],
    // one that cannot stand is no decision
    ['{"a":1}', '{"a":2}', '{"a":3}', { '/a': { source: '"4"' } }, 1],
    ['{"a":1}', '{"a":2}', '{"a":3}', { '/a': { source: 'x' } }, 1],
    ['{"a":1}', '{"a":2}', '{"a":3}', { '/a': { source: '4,"b":5' } }, 1],
    ['{"a":1}', '{"a":2}', '{"a":3}', { '/a': { source: '' } }, 1],
    ['[1]', '[2]', '[3]', { '': { source: '5' } }, 1],
    ['[1]', '[2]', '[3]', { '': { source: '[5]' } }, '[5]'],
    // deletions
    ['{"a":1,"b":1}', '{"b":1}', '{"a":2,"b":1}', { '/a': 'mine' }, '{"b":1}'],
    ['{"a":1,"b":1}', '{"b":1}', '{"a":2,"b":1}', { '/a': 'server' }, '{"b":1,"a":2}'],
    ['{"a":1,"b":1}', '{"a":2,"b":1}', '{"b":1}', { '/a': 'server' }, '{"b":1}'],
    ['{"a":1}', '{}', '{"a":2}', { '/a': 'mine' }, '{}'],
    // depth
    ['{"o":{"a":1}}', '{"o":{"a":2}}', '{"o":{"a":3}}', { '/o/a': 'server' }, '{"o":{"a":3}}'],
    ['{"o":{"a":1}}', '{"o":{"a":2}}', '{"o":{"a":3}}', { '/o': 'server' }, 1],
    ['{"o":{"a":1}}', '{"o":5}', '{"o":{"a":3}}', { '/o': 'server' }, '{"o":{"a":3}}'],
    ['{"o":{"a":1}}', '{"o":5}', '{"o":{"a":3}}', { '/o': 'mine' }, '{"o":5}'],
    [
      '{"o":{"a":1}}',
      '{"o":{"a":2}}',
      '{"o":{"a":3},"p":{"q":1}}',
      { '/o/a': 'mine' },
      '{"o":{"a":2},"p":{"q":1}}',
    ],
    // a person may overrule what is merged already …
    ['{"a":1}', '{"a":2}', '{"a":1}', { '/a': 'server' }, '{"a":1}'],
    ['{"a":1}', '{"a":1}', '{"a":2}', { '/a': 'mine' }, '{"a":1}'],
    ['{"a":1}', '{"a":2}', '{"a":2}', { '/a': { source: '3' } }, '{"a":3}'],
    // … but what has become equal is not decided any more
    ['{"a":1}', '{"a":1}', '{"a":1}', { '/a': { source: '3' } }, '{"a":1}'],
    [null, '{"a":2}', '{"a":2}', { '/a': { source: '3' } }, '{"a":2}'],
    // without a base
    [null, '{"a":1,"b":1}', '{"a":2,"c":1}', {}, 3],
    [
      null,
      '{"a":1,"b":1}',
      '{"a":2,"c":1}',
      { '/a': 'server', '/b': 'mine', '/c': 'server' },
      '{"a":2,"b":1,"c":1}',
    ],
    [null, '{"a":1,"b":1}', '{"a":2,"c":1}', { '/a': 'mine', '/b': 'server', '/c': 'mine' }, '{"a":1}'],
    // the style of the person's file
    [
      '{}',
      '{\n    "z": 1.50,\n    "a": 1\n}\n',
      '{"a":1,"z":1.5,"n":{"x":[1]}}',
      { '/a': 'mine', '/z': 'mine' },
      '{\n    "z": 1.50,\n    "a": 1,\n    "n": {\n        "x": [\n            1\n        ]\n    }\n}\n',
    ],
    [
      '{"a":1}',
      '\ufeff{\r\n  "b":  1,\r\n  "a":  2\r\n}\r\n',
      '{"a":3}',
      { '/a': 'server' },
      '\ufeff{\r\n  "b":  1,\r\n  "a":  3\r\n}\r\n',
    ],
    [
      '{"a":1,"b":[1,2]}',
      '{"a": 2, "b": [1, 2]}',
      '{"b":[1,2],"a":3}',
      { '/a': 'server' },
      '{"a": 3, "b": [1, 2]}',
    ],
    // odd names
    ['{"a/b":1}', '{"a/b":2}', '{"a/b":3}', { '/a~1b': 'server' }, '{"a/b":3}'],
    ['{"__proto__":1}', '{"__proto__":2}', '{"__proto__":3}', { '/__proto__': 'server' }, '{"__proto__":3}'],
    ['{"":1}', '{"":2}', '{"":3}', { '/': 'server' }, '{"":3}'],
    // never a result from what is no JSON
    ['{}', '{', '{}', {}, 1],
    ['{}', '{}', '{"a":1,"a":2}', {}, 1],
  ])('%s | %s | %s, %j → %s', (base, mine, server, decisions, expected) => {
    expect(result(mine, server, base, decisions)).toBe(expected);
  });

  test('a typed value that nests too deep for a config is no decision', () => {
    const deep = `${'['.repeat(199)}${']'.repeat(199)}`;
    const [mine, server] = ['{"o":{"a":[1]}}', '{"o":{"a":[2]}}'];
    expect(result(mine, server, '{}', { '/o/a': { source: deep } })).toBe(1);
  });
});

test('all keys mine is mine, all keys GIIP’s is GIIP’s, whatever the base', () => {
  const value = fc.constantFrom('1', '1.0', '2', '[1]', '{"x":1}', '{"x":2,"y":1}', '{}');
  const config = fc
    .array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), value), { maxLength: 4 })
    .map((all) => `{${[...new Map(all)].map(([key, source]) => `"${key}": ${source}`).join(', ')}}`);
  const meaning = (text: string): string => {
    const tree = parseJson(text);
    return 'broken' in tree ? tree.broken : canonicalJson(tree);
  };
  fc.assert(
    fc.property(fc.option(config), config, config, (base, mine, server) => {
      const found = keyDifferences(base, mine, server);
      const keys = 'broken' in found ? [] : found.map(({ key }) => keyName(key));
      const all = (take: KeyDecision) => Object.fromEntries(keys.map((key) => [key, take]));
      expect(result(mine, server, base, all('mine'))).toBe(mine);
      expect(meaning(String(result(mine, server, base, all('server'))))).toBe(meaning(server));
    }),
    { numRuns: 2_000 },
  );
});
