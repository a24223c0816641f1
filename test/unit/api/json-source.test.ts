import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jsonSource } from '../../../electron/api/json-source.ts';

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

const span = (text: string) => ({ start: 0, end: text.length });

// The ideas of JSONTestSuite's n_* files (J25), and what must be accepted beside them.
const ODD = [
  '',
  ' ',
  '[1,]',
  '[,1]',
  '[1,,2]',
  '[1 2]',
  '{"a":1,}',
  '{,"a":1}',
  '{"a" 1}',
  '{"a":}',
  '{a:1}',
  "{'a':1}",
  '{"a":1 "b":2}',
  '{1:1}',
  '{"a":1}}',
  '[1]]',
  '[',
  '{',
  '[[',
  '{"a":[',
  '[}',
  '{]',
  '[NaN]',
  '[Infinity]',
  '[-Infinity]',
  '[undefined]',
  'nul',
  'nulll',
  'True',
  'truefalse',
  '01',
  '-01',
  '1.',
  '.5',
  '+1',
  '-',
  '1e',
  '1e+',
  '0x10',
  '1_000',
  '1 000',
  '--1',
  '1.e5',
  '"a',
  '"\\',
  '"\\x41"',
  '"\\u12"',
  '"\\u12g4"',
  '"\\U0041"',
  '"\t"',
  '"\n"',
  '"\u0000"',
  '"\u007f"',
  '"\u2028"',
  "'a'",
  '`a`',
  '/* c */ 1',
  '1 // c',
  '# c\n1',
  '\ufeff1',
  '\u00a01',
  '\v1',
  '\f1',
  '1\u3000',
  '"a""b"',
  '[1]x',
  '[]',
  '{}',
  '[[]   ]',
  ' {"a" : [ ] , "a":{ } } ',
  '-0',
  '-0.0e-0',
  '1E400',
  '"\\u0000\\/\\b\\f\\n\\r\\t\\"\\\\"',
  '"\\ud800"',
  '""',
  'null',
];

describe('what is JSON', () => {
  test.each(ODD)('J25 %j is judged as JSON.parse judges it', (text) => {
    expect(jsonSource.document(text) !== null).toBe(isJson(text));
  });

  test('J25 so is JSON with random damage', () => {
    const damage = fc.tuple(fc.nat(), fc.nat(3), fc.constantFrom(...'[]{}",:\\u0123-+.eEtn \n\t\u0000é'));
    fc.assert(
      fc.property(fc.json({ maxDepth: 4 }), fc.array(damage, { maxLength: 3 }), (json, damages) => {
        let text = json;
        for (const [position, removed, added] of damages) {
          const at = position % (text.length + 1);
          text = text.slice(0, at) + added + text.slice(at + removed);
        }
        expect(jsonSource.document(text) !== null).toBe(isJson(text));
      }),
      { numRuns: 3000, seed: 20 },
    );
  });

  test('J13 a million levels overflow nothing', () => {
    const deep = '['.repeat(1_000_000) + ']'.repeat(1_000_000);
    expect(jsonSource.document(deep)).toEqual(span(deep));
    expect(jsonSource.document(`[${deep}]`)).toBeNull();
    expect(jsonSource.document('[{"a":'.repeat(300_000))).toBeNull();
  });

  test('a string of many megabytes and a number of many digits are read', () => {
    const long = `["${'a\\n가'.repeat(2_000_000)}",${'7'.repeat(2_000_000)}]`;
    expect(jsonSource.document(long)).toEqual(span(long));
  });
});

describe('where things stand', () => {
  test('members and elements are cut out as JSON.parse reads them', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 })), fc.nat(3), (object, spaces) => {
        const text = JSON.stringify(object, null, spaces);
        const cut = [...jsonSource.members(text, span(text))].map((m) => [
          m.key,
          JSON.parse(text.slice(m.start, m.end)),
        ]);
        expect(cut).toEqual(Object.entries(JSON.parse(text)));
        const list = JSON.stringify(Object.values(object), null, spaces);
        const elements = [...jsonSource.elements(list, span(list))].map((e) =>
          JSON.parse(list.slice(e.start, e.end)),
        );
        expect(elements).toEqual(JSON.parse(list));
      }),
      { numRuns: 500, seed: 21 },
    );
  });

  test('a repeated key is there twice, and keys are unescaped', () => {
    const text = '{"a":1,"\\u0061":[2]}';
    expect([...jsonSource.members(text, span(text))]).toEqual([
      { key: 'a', start: 5, end: 6 },
      { key: 'a', start: 16, end: 19 },
    ]);
  });

  test.each([
    ['7', 0],
    ['[]', 1],
    ['{"a":[{}],"b":[]}', 3],
    ['[[],[[]]]', 3],
  ])('the depth of %s is %d', (text, depth) => {
    expect(jsonSource.depth(text, span(text))).toBe(depth);
  });
});
