import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { freshJson, patchJson } from '../../../shared/merge/json-patch.ts';
import { canonicalJson, parseJson } from '../../../shared/merge/json-tree.ts';

const POWERSHELL =
  '\ufeff{\r\n    "name":  "agent",\r\n    "nested":  {\r\n                   "deep":  1\r\n               },\r\n    "list":  [\r\n                 1,\r\n                 2\r\n             ]\r\n}\r\n';

describe('only what differs is touched', () => {
  test.each([
    ['nothing differs: not a byte', '{ "a":1 ,\n"b" : 2}', '{"b":2,"a":1.0}', '{ "a":1 ,\n"b" : 2}'],
    ['one value', '{\n  "a": 1,\n  "b": 2\n}\n', '{"a":1,"b":3}', '{\n  "a": 1,\n  "b": 3\n}\n'],
    ['indent of four', '{\n    "a": 1\n}', '{"a":1,"b":2}', '{\n    "a": 1,\n    "b": 2\n}'],
    ['tabs', '{\n\t"a": 1\n}\n', '{"a":1,"b":{"c":2}}', '{\n\t"a": 1,\n\t"b": {\n\t\t"c": 2\n\t}\n}\n'],
    [
      'CRLF',
      '{\r\n  "a": 1\r\n}\r\n',
      '{"a":1,"b":[1]}',
      '{\r\n  "a": 1,\r\n  "b": [\r\n    1\r\n  ]\r\n}\r\n',
    ],
    ['a byte-order mark', '\ufeff{"a":1}', '{"a":2}', '\ufeff{"a":2}'],
    ['two spaces after the colon', '{\n  "a":  1\n}', '{"a":1,"b":2}', '{\n  "a":  1,\n  "b":  2\n}'],
    ['no space after the colon', '{\n  "a":1\n}', '{"a":1,"b":2}', '{\n  "a":1,\n  "b":2\n}'],
    ['one line', '{ "a": 1 }', '{"a":1,"b":2}', '{ "a": 1, "b": 2 }'],
    [
      'one line, tight',
      '{"a":1,"b":{"c":1}}',
      '{"a":1,"b":{"c":1,"d":[2,3]}}',
      '{"a":1,"b":{"c":1,"d":[2,3]}}',
    ],
    ['order of keys', '{\n  "z": 1,\n  "a": 2\n}', '{"a":3,"z":1}', '{\n  "z": 1,\n  "a": 3\n}'],
    ['first key goes', '{\n  "a": 1,\n  "b": 2\n}', '{"b":2}', '{\n  "b": 2\n}'],
    ['last key goes', '{\n  "a": 1,\n  "b": 2\n}', '{"a":1}', '{\n  "a": 1\n}'],
    ['middle keys go', '{"a":1, "b":2, "c":3, "d":4}', '{"a":1,"d":4}', '{"a":1, "d":4}'],
    ['head and tail go', '{\n  "a": 1,\n  "b": 2,\n  "c": 3\n}', '{"b":2}', '{\n  "b": 2\n}'],
    ['one goes, one comes', '{\n  "a": 1,\n  "b": 2\n}', '{"a":1,"c":3}', '{\n  "a": 1,\n  "c": 3\n}'],
    ['all go, one comes', '{\n  "a": 1\n}', '{"c":3}', '{\n  "c": 3\n}'],
    ['all go', '{\n  "a": 1\n}\n', '{}', '{}\n'],
    ['the first comes', '{}\n', '{"a":1}', '{"a":1}\n'],
    [
      'deep change',
      '{"a":{"b":{"c":1,"d":2}},"e":1}',
      '{"a":{"b":{"c":9,"d":2}},"e":1}',
      '{"a":{"b":{"c":9,"d":2}},"e":1}',
    ],
    ['deep removal', '{"a":{"b":1,"c":2}}', '{"a":{"c":2}}', '{"a":{"c":2}}'],
    [
      'deep addition',
      '{\n  "a": {\n    "b": 1\n  }\n}',
      '{"a":{"b":1,"c":{"d":1}}}',
      '{\n  "a": {\n    "b": 1,\n    "c": {\n      "d": 1\n    }\n  }\n}',
    ],
    [
      'a list is taken whole, in one line where it is in one',
      '{\n  "a": [1, 2]\n}',
      '{"a":[1,2,3]}',
      '{\n  "a": [1,2,3]\n}',
    ],
    [
      'a list over lines stays so',
      '{\n  "a": [\n    1\n  ]\n}',
      '{"a":[1,2]}',
      '{\n  "a": [\n    1,\n    2\n  ]\n}',
    ],
    ['an object becomes a number', '{\n  "a": {\n    "b": 1\n  }\n}', '{"a":7}', '{\n  "a": 7\n}'],
    ['a number becomes an object', '{\n  "a": 7\n}', '{"a":{"b":1}}', '{\n  "a": {\n    "b": 1\n  }\n}'],
    [
      'long numbers elsewhere',
      '{"n":12345678901234567890,"a":1}',
      '{"n":12345678901234567890,"a":2}',
      '{"n":12345678901234567890,"a":2}',
    ],
    ['a long number comes', '{"a":1}', '{"a":98765432109876543210}', '{"a":98765432109876543210}'],
    ['spelling of numbers elsewhere', '{"n":1.50e1,"a":1}', '{"n":15,"a":2}', '{"n":1.50e1,"a":2}'],
    ['Korean', '{"이름":"가"}', '{"이름":"나","b":"다"}', '{"이름":"나","b":"다"}'],
    ['escapes elsewhere', '{"e":"\\u00e9","a":1}', '{"e":"é","a":2}', '{"e":"\\u00e9","a":2}'],
    ['integer-like keys', '{"10":1,"2":2}', '{"2":2,"10":3,"1":4}', '{"10":3,"2":2,"1":4}'],
    ['__proto__', '{"a":1}', '{"a":1,"__proto__":{"polluted":1}}', '{"a":1,"__proto__":{"polluted":1}}'],
    ['__proto__ changes', '{"__proto__":{"x":1}}', '{"__proto__":{"x":2}}', '{"__proto__":{"x":2}}'],
    ['an empty key', '{"":1}', '{"":2}', '{"":2}'],
    ['a key with quotes', '{"a\\"b":1}', '{"a\\"b":2}', '{"a\\"b":2}'],
    ['brackets in strings', '{"a":"}{][,","b":1}', '{"a":"}{][,","b":2}', '{"a":"}{][,","b":2}'],
    ['roots of other kinds', '{\n  "a": 1\n}\n', '[1]', '[\n  1\n]\n'],
    ['lists as roots', '[1,2]', '[1,3]', '[1,3]'],
    ['no final newline stays so', '{\n  "a": 1\n}', '{"a":2}', '{\n  "a": 2\n}'],
    [
      'what Windows PowerShell writes',
      POWERSHELL,
      '{"name":"agent","nested":{"deep":2},"list":[1,2],"new":true}',
      POWERSHELL.replace('"deep":  1', '"deep":  2').replace(
        '             ]\r\n}',
        '             ],\r\n    "new":  true\r\n}',
      ),
    ],
  ])('%s', (_what, current, target, expected) => {
    expect(patchJson(current, target)).toBe(expected);
  });
});

test('a file with comments is not ours to patch: the target is written whole', () => {
  expect(patchJson('{"a":1} // why', '{"a":2}')).toBe('{\n  "a": 2\n}\n');
});

test.each([
  [
    'one line',
    '{"b":1,"a":[1,{"c":12345678901234567890}]}',
    '{\n  "b": 1,\n  "a": [\n    1,\n    {\n      "c": 12345678901234567890\n    }\n  ]\n}\n',
  ],
  ['a byte-order mark', '\ufeff{}', '{}\n'],
  ['a final newline', '[]\n', '[]\n'],
])('a new file: %s', (_what, text, expected) => {
  expect(freshJson(text)).toBe(expected);
});

test('whatever stands there and whatever comes: the result means what came, and patching again changes nothing', () => {
  const key = fc.constantFrom('a', 'b', 'c', '__proto__', '1', 'é', '');
  const { node } = fc.letrec((tie) => ({
    node: fc.oneof(
      { depthSize: 'small' },
      fc.integer(),
      fc.constantFrom('x', 'y"', '{'),
      tie('list'),
      tie('map'),
    ),
    list: fc.array(tie('node'), { maxLength: 3 }),
    map: fc
      .uniqueArray(fc.tuple(key, tie('node')), { maxLength: 4, selector: ([name]) => name })
      .map((entries) => Object.fromEntries(entries.map(([name, value]) => [name, value]))),
  }));
  const root = fc
    .uniqueArray(fc.tuple(key, node), { maxLength: 4, selector: ([name]) => name })
    .map((entries) => {
      const parts = entries.map(([name, value]) => [JSON.stringify(name), JSON.stringify(value)] as const);
      return parts;
    });
  const style = fc.constantFrom(
    { open: '{', lead: '', colon: ':', close: '}' },
    { open: '{', lead: '\n  ', colon: ': ', close: '\n}\n' },
    { open: '\ufeff{', lead: '\r\n\t', colon: ':  ', close: '\r\n}' },
    { open: '{ ', lead: ' ', colon: ' : ', close: ' }' },
  );
  const meaning = (text: string): string => {
    const tree = parseJson(text);
    return 'broken' in tree ? `broken: ${tree.broken}` : canonicalJson(tree);
  };
  fc.assert(
    fc.property(root, root, style, (mine, theirs, { open, lead, colon, close }) => {
      const current = open + mine.map(([name, value]) => lead + name + colon + value).join(',') + close;
      const target = `{${theirs.map(([name, value]) => `${name}:${value}`).join(',')}}`;
      const patched = patchJson(current, target);
      expect(meaning(patched)).toBe(meaning(target));
      expect(patchJson(patched, target)).toBe(patched);
      if (meaning(current) === meaning(target)) expect(patched).toBe(current);
    }),
    { numRuns: 1000 },
  );
});

test('a large file: one value of 20,000', () => {
  const text = JSON.stringify(
    Object.fromEntries(Array.from({ length: 20_000 }, (_, i) => [`key${i}`, i])),
    null,
    2,
  );
  const patched = patchJson(text, text.replace('"key777": 777,', '"key777": -1,'));
  expect(patched).toBe(text.replace('"key777": 777,', '"key777": -1,'));
});
