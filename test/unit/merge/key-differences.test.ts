import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson, parseJson } from '../../../shared/merge/json-tree.ts';
import type { KeyDifference } from '../../../shared/merge/key-difference.ts';
import { keyDifferences, keyName } from '../../../shared/merge/key-differences.ts';
import { mergeItem } from '../../../shared/merge/merge.ts';

function differences(base: string | null, mine: string, server: string): readonly KeyDifference[] {
  const found = keyDifferences(base, mine, server);
  if ('broken' in found) throw new Error(`${found.broken} is broken`);
  return found;
}

/** `/a mine 1|2|1`: the key, who changed it, base, mine and GIIP's as spelled; `-` where it is not there. */
function written(base: string | null, mine: string, server: string): string {
  const row = (one: KeyDifference): string =>
    `${keyName(one.key)} ${one.kind} ${[one.base, one.mine, one.server].map((source) => source ?? '-').join('|')}`;
  return differences(base, mine, server).map(row).join('; ');
}

describe('keys that differ', () => {
  test.each([
    // base | mine | server | differences
    ['{"a":1}', '{"a":1}', '{"a":1}', ''],
    ['{"a":1}', '{"a":2}', '{"a":1}', '/a mine 1|2|1'],
    ['{"a":1}', '{"a":1}', '{"a":2}', '/a server 1|1|2'],
    ['{"a":1}', '{"a":2}', '{"a":2}', '/a same 1|2|2'],
    ['{"a":1}', '{"a":2}', '{"a":3}', '/a overlap 1|2|3'],
    ['{"a":1,"b":1}', '{"a":2,"b":1}', '{"a":1,"b":2}', '/a mine 1|2|1; /b server 1|1|2'],
    // keys come and go
    ['{}', '{"a":1}', '{}', '/a mine -|1|-'],
    ['{}', '{}', '{"a":1}', '/a server -|-|1'],
    ['{}', '{"a":1}', '{"a":1}', '/a same -|1|1'],
    ['{}', '{"a":1}', '{"a":2}', '/a overlap -|1|2'],
    ['{"a":1}', '{}', '{"a":1}', '/a mine 1|-|1'],
    ['{"a":1}', '{"a":1}', '{}', '/a server 1|1|-'],
    ['{"a":1}', '{}', '{}', '/a same 1|-|-'],
    ['{"a":1}', '{}', '{"a":2}', '/a overlap 1|-|2'],
    ['{"a":1}', '{"a":2}', '{}', '/a overlap 1|2|-'],
    // order, spaces and spelling are no difference
    ['{"a":1,"b":2}', '{"b":2,"a":1}', '{ "a" : 1,\n"b":2 }', ''],
    ['{"a":1.0}', '{"a":1}', '{"a":10e-1}', ''],
    ['{"a":"é"}', '{"a":"\\u00e9"}', '{"a":"é"}', ''],
    ['\ufeff{"a":1}', '{"a":1}', '\ufeff{"a":1}', ''],
    ['{"o":{"x":1,"y":2}}', '{"o":{"y":2,"x":1}}', '{"o":{"x":1,"y":3}}', '/o/y server 2|2|3'],
    // in the order of mine, then of the server's, then of what both dropped
    [
      '{"a":1,"z":1}',
      '{"b":1,"a":2}',
      '{"c":1,"a":3}',
      '/b mine -|1|-; /a overlap 1|2|3; /c server -|-|1; /z same 1|-|-',
    ],
    // digits and types as spelled
    ['{"a":1.50}', '{"a":1.500}', '{"a":2.50}', '/a server 1.50|1.500|2.50'],
    ['{"a":1}', '{"a":1e400}', '{"a":2e400}', '/a overlap 1|1e400|2e400'],
    [
      '{"a":12345678901234567890}',
      '{"a":12345678901234567891}',
      '{"a":12345678901234567890}',
      '/a mine 12345678901234567890|12345678901234567891|12345678901234567890',
    ],
    ['{"a":0}', '{"a":-0}', '{"a":0.0}', ''],
    ['{"a":1}', '{"a":"1"}', '{"a":1}', '/a mine 1|"1"|1'],
    ['{"a":null}', '{}', '{"a":null}', '/a mine null|-|null'],
    ['{"a":false}', '{"a":null}', '{"a":0}', '/a overlap false|null|0'],
    // objects key by key, at every depth
    [
      '{"o":{"a":1,"b":1}}',
      '{"o":{"a":2,"b":1}}',
      '{"o":{"a":1,"b":2}}',
      '/o/a mine 1|2|1; /o/b server 1|1|2',
    ],
    [
      '{"o":{"p":{"q":{"r":1}}}}',
      '{"o":{"p":{"q":{"r":2}}}}',
      '{"o":{"p":{"q":{"r":3}}}}',
      '/o/p/q/r overlap 1|2|3',
    ],
    ['{"o":{"a":1}}', '{"o":{"a":1,"n":1}}', '{"o":{"a":1}}', '/o/n mine -|1|-'],
    ['{"o":{"a":1}}', '{"o":{}}', '{"o":{"a":1}}', '/o/a mine 1|-|1'],
    ['{}', '{"o":{"a":1}}', '{"o":{"a":1,"b":2}}', '/o/a same -|1|1; /o/b server -|-|2'],
    // an object against none is one difference
    ['{"o":{"a":1}}', '{}', '{"o":{"a":1}}', '/o mine {"a":1}|-|{"a":1}'],
    ['{"o":{"a":1}}', '{}', '{"o":{"a":2}}', '/o overlap {"a":1}|-|{"a":2}'],
    ['{"o":{"a":1}}', '{"o":5}', '{"o":{"a":1}}', '/o mine {"a":1}|5|{"a":1}'],
    ['{"o":{"a":1}}', '{"o":5}', '{"o":{"a":2}}', '/o overlap {"a":1}|5|{"a":2}'],
    ['{"o":5}', '{"o":{"a":1}}', '{"o":{"b":1}}', '/o/a mine -|1|-; /o/b server -|-|1'],
    ['{"o":{}}', '{"o":[]}', '{"o":{}}', '/o mine {}|[]|{}'],
    // lists are taken whole
    ['{"l":[1,2]}', '{"l":[1,2,3]}', '{"l":[1,2]}', '/l mine [1,2]|[1,2,3]|[1,2]'],
    ['{"l":[1,2]}', '{"l":[2,1]}', '{"l":[1, 2]}', '/l mine [1,2]|[2,1]|[1, 2]'],
    ['{"l":[1]}', '{"l":[1,2]}', '{"l":[1,3]}', '/l overlap [1]|[1,2]|[1,3]'],
    ['{"l":[{"a":1}]}', '{"l":[{"a":2}]}', '{"l":[{"a":1.0}]}', '/l mine [{"a":1}]|[{"a":2}]|[{"a":1.0}]'],
    ['[1]', '[1,2]', '[1]', ' mine [1]|[1,2]|[1]'],
    ['[1]', '{"a":1}', '[1]', ' mine [1]|{"a":1}|[1]'],
    ['{"a":1}', '{"a":1}', '[]', ' server {"a":1}|{"a":1}|[]'],
    // odd names
    ['{"":1}', '{"":2}', '{"":1}', '/ mine 1|2|1'],
    [
      '{"a/b":1,"a":{"b":1}}',
      '{"a/b":2,"a":{"b":3}}',
      '{"a/b":1,"a":{"b":1}}',
      '/a~1b mine 1|2|1; /a/b mine 1|3|1',
    ],
    ['{"~1":1,"/":1}', '{"~1":2,"/":3}', '{"~1":1,"/":1}', '/~01 mine 1|2|1; /~1 mine 1|3|1'],
    ['{"__proto__":1}', '{"__proto__":2}', '{"__proto__":{"x":1}}', '/__proto__ overlap 1|2|{"x":1}'],
    ['{"toString":1}', '{}', '{"toString":1}', '/toString mine 1|-|1'],
    ['{"로그":"가"}', '{"로그":"나"}', '{"로그":"가"}', '/로그 mine "가"|"나"|"가"'],
    ['{"a":1}', '{"\\u0061":2}', '{"a":1}', '/a mine 1|2|1'],
    // no base, or none that can be used: all that differs is to be decided
    [null, '{"a":1}', '{"a":2}', '/a overlap -|1|2'],
    [null, '{"a":1,"b":1}', '{"a":1.0}', '/b overlap -|1|-'],
    [
      null,
      '{"o":{"a":1,"b":1}}',
      '{"o":{"a":2,"c":1}}',
      '/o/a overlap -|1|2; /o/b overlap -|1|-; /o/c overlap -|-|1',
    ],
    [null, '{"a":1}', '{"a":1}', ''],
    ['{"a":', '{"a":1}', '{"a":2}', '/a overlap -|1|2'],
    ['', '{"a":1}', '{}', '/a overlap -|1|-'],
    ['{"a":1,"a":2}', '{"a":1}', '{"a":2}', '/a overlap -|1|2'],
  ])('%s | %s | %s → %s', (base, mine, server, expected) => {
    expect(written(base, mine, server)).toBe(expected);
  });

  test.each([
    ['{', '{}', 'mine'],
    ['{}', '{"a":1,}', 'server'],
    ['', '', 'mine'],
    ['{}', '// note\n{}', 'server'],
    ['{"a":1,"a":2}', '{}', 'mine'],
    ['5', '{}', 'mine'],
    ['{}', `${'['.repeat(201)}${']'.repeat(201)}`, 'server'],
  ])('broken: %s | %s → %s', (mine, server, expected) => {
    expect(keyDifferences('{}', mine, server)).toEqual({ broken: expected });
  });
});

test.each([
  [[], ''],
  [[''], '/'],
  [['a', 'b'], '/a/b'],
  [['a/b'], '/a~1b'],
  [['a~1b'], '/a~01b'],
  [['a', '', 'b'], '/a//b'],
])('the name of %j is %j', (key, expected) => {
  expect(keyName(key)).toBe(expected);
});

test('no two keys have one name', () => {
  const key = fc.array(fc.string({ unit: fc.constantFrom('/', '~', '0', '1', 'a'), maxLength: 3 }), {
    maxLength: 3,
  });
  fc.assert(
    fc.property(key, key, (one, other) => {
      expect(keyName(one) === keyName(other)).toBe(JSON.stringify(one) === JSON.stringify(other));
    }),
    { numRuns: 3_000 },
  );
});

describe('of all configs', () => {
  const leaf = fc.constantFrom('1', '1.0', '2', '"a"', 'true', 'null', '[1]', '[]');
  const { config } = fc.letrec<{ config: string; value: string }>((tie) => ({
    config: fc
      .dictionary(fc.constantFrom('a', 'b', 'c', '__proto__', ''), tie('value'), {
        maxKeys: 4,
        noNullPrototype: false,
      })
      .map(
        (all) =>
          `{${Object.entries(all)
            .map(([key, value]) => `${JSON.stringify(key)}: ${value}`)
            .join(', ')}}`,
      ),
    value: fc.oneof({ maxDepth: 3 }, leaf, tie('config')),
  }));
  const meaning = (source: string): string => {
    const tree = parseJson(source);
    return 'broken' in tree ? tree.broken : canonicalJson(tree);
  };

  test('the engine merges exactly where no key asks; equal configs differ in no key', () => {
    fc.assert(
      fc.property(config, config, config, (base, mine, server) => {
        const asks = differences(base, mine, server).some(({ kind }) => kind === 'overlap');
        const merge = mergeItem('configs/a.json', base, mine, server);
        const isOverlap = 'conflict' in merge && merge.conflict.code === 'changed-on-both-overlap';
        expect(isOverlap).toBe(asks);
        expect(differences(base, mine, mine).every(({ kind }) => kind === 'same')).toBe(true);
        expect(differences(null, mine, mine)).toEqual([]);
        expect(differences(null, mine, server).length === 0).toBe(meaning(mine) === meaning(server));
      }),
      { numRuns: 2_000 },
    );
  });

  test('every difference is one, of its kind', () => {
    const of = (source: string | null): string => (source === null ? '-' : meaning(`[${source}]`));
    fc.assert(
      fc.property(config, config, config, (base, mine, server) => {
        for (const one of differences(base, mine, server)) {
          const [b, m, s] = [one.base, one.mine, one.server].map(of);
          const expected = m === s ? 'same' : s === b ? 'mine' : m === b ? 'server' : 'overlap';
          expect([one.kind, m === s && s === b]).toEqual([expected, false]);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});
