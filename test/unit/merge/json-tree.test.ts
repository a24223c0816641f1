import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson, parseJson } from '../../../shared/merge/json-tree.ts';

function canonical(text: string): string {
  const tree = parseJson(text);
  if ('broken' in tree) throw new Error(`${text}: ${tree.broken}`);
  return canonicalJson(tree);
}

describe('one meaning', () => {
  test.each([
    ['spaces', '{"a":1,"b":[1,2]}', ' {\r\n\t"a" : 1 , "b":[ 1,2 ] }\n'],
    ['order of keys', '{"a":1,"b":2}', '{"b":2,"a":1}'],
    ['order of integer-like keys', '{"10":1,"9":2,"a":3}', '{"a":3,"9":2,"10":1}'],
    ['a byte-order mark', '{"a":1}', '\ufeff{"a":1}'],
    ['escapes in a string', '{"a":"A/é"}', '{"a":"\\u0041\\/\\u00e9"}'],
    ['escapes in a key', '{"é":1}', '{"\\u00E9":1}'],
    ['a surrogate pair', '["😀"]', '["\\ud83d\\ude00"]'],
    ['1 and 1.0', '[1]', '[1.0]'],
    ['1 and 10e-1', '[1]', '[10e-1]'],
    ['100 and 1E2', '[100]', '[1E+2]'],
    ['zeros', '[0]', '[-0.00e7]'],
    ['fractions', '[0.5]', '[5e-1]'],
    ['long fractions', '[0.10]', '[0.1]'],
    ['huge exponents', '[1e400]', '[10e399]'],
    ['digits beyond 2^53', '[12345678901234567890]', '[1234567890123456789.0e1]'],
  ])('%s', (_what, one, other) => {
    expect(canonical(one)).toBe(canonical(other));
  });
});

describe('two meanings', () => {
  test.each([
    ['digits beyond 2^53', '[9007199254740993]', '[9007199254740992]'],
    ['a sign', '[1]', '[-1]'],
    ['a number and a string', '["1"]', '[1]'],
    ['true and 1', '[true]', '[1]'],
    ['null and an absent key', '{"a":null}', '{}'],
    ['order in a list', '[1,2]', '[2,1]'],
    ['nesting', '[[1],2]', '[[1,2]]'],
    ['composed and decomposed letters', '["\u00e9"]', '["e\u0301"]'],
    ['an empty list and an empty object', '[]', '{}'],
    ['1e400 and 1e401', '[1e400]', '[1e401]'],
    ['edges of a string', '["a"]', '["a "]'],
    ['a key and its prototype', '{"__proto__":1}', '{}'],
    ['half of a character', '["\\ud800"]', '["\\ud801"]'],
  ])('%s', (_what, one, other) => {
    expect(canonical(one)).not.toBe(canonical(other));
  });
});

describe('refused, with the place', () => {
  test.each([
    ['nothing', '', 'empty'],
    ['a comment', '{"a":1 /* one */}', 'line 1, column 8'],
    ['a line comment', '// config\n{"a":1}', 'line 1, column 1'],
    ['a trailing comma', '{"a":1,}', 'line 1'],
    ['a trailing comma in a list', '[1,]', 'line 1'],
    ['half of it', '{\n  "a":', 'line 2'],
    ['an open string', '{"a":"b', 'line 1'],
    ['single quotes', "{'a':1}", 'line 1'],
    ['no quotes', '{a:1}', 'line 1'],
    ['NaN', '[NaN]', 'line 1'],
    ['a plus', '[+1]', 'line 1'],
    ['a leading zero', '[01]', 'line 1'],
    ['a bare point', '[.5]', 'line 1'],
    ['an open fraction', '[1.]', 'line 1'],
    ['hexadecimal', '[0x1]', 'line 1'],
    ['a control character in a string', '["a\tb"]', 'line 1'],
    ['a new line in a string', '["a\nb"]', 'line 1'],
    ['an unknown escape', '["\\x"]', 'line 1'],
    ['half of an escape', '["\\u12"]', 'line 1'],
    ['more behind it', '{} {}', 'line 1, column 4'],
    ['two byte-order marks', '\ufeff\ufeff{}', 'line 1'],
    ['a no-break space', '{\u00a0}', 'line 1'],
    ['a missing colon', '{"a" 1}', 'line 1'],
    ['a missing comma', '[1 2]', 'line 1'],
    ['a plain string', '"a"', 'not a JSON object or list'],
    ['a plain number', '7', 'not a JSON object or list'],
    ['null', 'null', 'not a JSON object or list'],
    ['a key twice', '{"a":1,"a":2}', '"a" stands there twice'],
    ['a key twice, escaped', '{"a":1,"\\u0061":2}', '"a" stands there twice'],
    ['a key twice, deep', '[{"b":{"a":1,"a":1}}]', '"a" stands there twice'],
    ['201 levels', `${'['.repeat(201)}${']'.repeat(201)}`, 'deeper than 200'],
    ['100,000 levels', '['.repeat(100_000), 'deeper than 200'],
    ['100,000 levels of objects', '{"a":'.repeat(100_000), 'deeper than 200'],
  ])('%s', (_what, text, reason) => {
    expect(parseJson(text)).toEqual({ broken: expect.stringContaining(reason) });
  });
});

test('200 levels, and brackets in strings, are fine', () => {
  expect(canonical(`${'['.repeat(200)}${']'.repeat(200)}`)).toHaveLength(400);
  expect(parseJson(JSON.stringify({ a: '['.repeat(5000), b: '\\"{' }))).not.toHaveProperty('broken');
});

test('strict: whatever JSON.parse accepts as an object or list is accepted, and nothing else', () => {
  const pieces = fc.constantFrom(
    ...[
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '"b\\n"',
      '1',
      '-0.5e3',
      'true',
      'null',
      ' ',
      '\n',
      '"',
      '\\',
      '//',
      '.',
      'e',
    ],
  );
  const isStrict = (text: string): boolean => {
    try {
      return typeof JSON.parse(text) === 'object' && JSON.parse(text) !== null;
    } catch {
      return false;
    }
  };
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
      const text = parts.join('');
      const tree = parseJson(text);
      if ('broken' in tree && tree.broken.includes('twice')) return;
      expect('broken' in tree, text).toBe(!isStrict(text));
    }),
    { numRuns: 5000 },
  );
});

test('the same value has the same meaning, however it is written', () => {
  const shuffled = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(shuffled);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .reverse()
        .map(([key, inner]) => [key, shuffled(inner)]),
    );
  };
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
      const root = [value];
      expect(canonical(JSON.stringify(root))).toBe(canonical(JSON.stringify(shuffled(root), null, '\t')));
    }),
  );
});
