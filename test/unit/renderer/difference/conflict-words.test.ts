import { describe, expect, test } from 'vitest';
import {
  damageWords,
  hunkSpoken,
  keySpoken,
  keyWords,
  kindWords,
} from '../../../../renderer/difference/conflict-words.ts';
import { keyLabel } from '../../../../renderer/difference/key-label.ts';
import type { KeyDifference } from '../../../../shared/merge/key-difference.ts';
import { keyDifferences } from '../../../../shared/merge/key-differences.ts';
import { textHunks } from '../../../../shared/merge/text-hunks.ts';
import { text } from '../../merge/hunk-notation.ts';

test.each([
  [['auto_update'], 'Auto update'],
  [['autoUpdate'], 'Auto update'],
  [['auto-update'], 'Auto update'],
  [['AUTO_UPDATE'], 'Auto update'],
  [['auto.update'], 'Auto update'],
  [['AutoUpdate'], 'Auto update'],
  [['log', 'level'], 'Log › Level'],
  [['apiURL'], 'Api URL'],
  [['HTTPServer'], 'HTTP server'],
  [['API_URL'], 'Api url'],
  [['retry2Count'], 'Retry2 count'],
  [['x'], 'X'],
  [['IP'], 'IP'],
  [['로그_수준'], '로그 수준'],
  [['servers', '10.0.0.1'], 'Servers › 10 0 0 1'],
  [[''], '""'],
  [['__'], '"__"'],
  [[], 'The whole file'],
])('the label of %j is %s', (key, expected) => {
  expect(keyLabel(key)).toBe(expected);
});

function one(base: string | null, mine: string, server: string): KeyDifference {
  const found = keyDifferences(base, mine, server);
  const first = 'broken' in found ? undefined : found[0];
  if (!first) throw new Error('no difference');
  return first;
}

const value = (source: string | null): string => (source === null ? '{}' : `{"auto_update":${source}}`);

describe('a key in plain words', () => {
  test.each([
    // base | mine | server | words after the label
    ['true', 'false', 'true', 'you turned it off, GIIP has it on'],
    ['false', 'false', 'true', 'GIIP turned it on, you have it off'],
    ['false', 'true', 'true', 'both sides turned it on'],
    ['3', '5', '3', 'you set it to 5, GIIP has 3'],
    ['3', '3', '1.50', 'GIIP set it to 1.50, you have 3'],
    ['3', '5', '7', 'you set it to 5, GIIP set it to 7 (it was 3)'],
    ['3', '5', '5.0', 'both sides set it to 5'],
    ['"WARN"', '"DEBUG"', '"INFO"', 'you set it to “DEBUG”, GIIP set it to “INFO” (it was “WARN”)'],
    ['"a"', '""', '"a"', 'you set it to an empty text, GIIP has “a”'],
    ['"a"', '"b\\nc"', '"a"', 'you set it to “b c”, GIIP has “a”'],
    ['3', '"3"', '3', 'you set it to “3”, GIIP has 3'],
    ['3', 'null', '3', 'you set it to no value, GIIP has 3'],
    ['3', 'true', '3', 'you set it to on, GIIP has 3'],
    // keys come and go
    [null, '5', null, 'you added it: 5, GIIP does not have it'],
    [null, null, 'true', 'GIIP added it: on, you do not have it'],
    [null, '5', '5', 'both sides added it: 5'],
    ['5', null, '5', 'you removed it, GIIP has 5'],
    ['true', 'true', null, 'GIIP removed it, you have it on'],
    ['5', null, null, 'both sides removed it'],
    ['5', null, '7', 'you removed it, GIIP set it to 7 (it was 5)'],
    ['5', '7', null, 'you set it to 7, GIIP removed it (it was 5)'],
    [null, '5', '7', 'you have 5, GIIP has 7'],
    // lists say what became of their entries
    ['["a"]', '["a","b"]', '["a"]', 'you added “b”, GIIP has a list of 1 entry (a)'],
    ['["a","b"]', '["a"]', '["b"]', 'you removed “b”, GIIP removed “a” (it was a list of 2 entries (a, b))'],
    ['[1,2,3]', '[3,2,1]', '[1,2,3]', 'you changed the order, GIIP has a list of 3 entries (1, 2, 3)'],
    ['[1]', '[2]', '[1]', 'you added 2 and removed 1, GIIP has a list of 1 entry (1)'],
    ['[1,1]', '[1,2,3,4]', '[1,1]', 'you added 3 entries and removed 1, GIIP has a list of 2 entries (1, 1)'],
    ['[1]', '[1,{"x":1}]', '[1]', 'you added a group of 1 value, GIIP has a list of 1 entry (1)'],
    ['[1]', '[]', '[1]', 'you removed 1, GIIP has a list of 1 entry (1)'],
    ['[1]', '[1,2]', '[1,2]', 'both sides added 2'],
    ['[1]', '5', '[1]', 'you set it to 5, GIIP has a list of 1 entry (1)'],
    ['5', '[]', '5', 'you set it to an empty list, GIIP has 5'],
    // objects stand whole only against something else
    ['{"x":1}', null, '{"x":2}', 'you removed it, GIIP changed values in it (it was a group of 1 value)'],
    ['{"x":1,"y":1}', '5', '{"x":1,"y":1}', 'you set it to 5, GIIP has a group of 2 values'],
    ['5', '{}', '5', 'you set it to an empty group, GIIP has 5'],
    // long values
    [
      '"a"',
      `"${'long '.repeat(30)}"`,
      '"a"',
      'you set it to “long long long long long long long long…”, GIIP has “a”',
    ],
    [
      null,
      `"${'same '.repeat(30)}here"`,
      `"${'same '.repeat(30)}there"`,
      'you have “…same same here”, GIIP has “…same same there”',
    ],
    ['1', `1${'0'.repeat(60)}`, '1', `you set it to 1${'0'.repeat(39)}…, GIIP has 1`],
  ])('%s | %s | %s: %s', (base, mine, server, expected) => {
    expect(keyWords(one(value(base), value(mine), value(server)))).toBe(`Auto update: ${expected}`);
  });

  test('nested, whole, and without a base', () => {
    expect(keyWords(one('{"log":{"level":1}}', '{"log":{"level":2}}', '{"log":{"level":1}}'))).toBe(
      'Log › Level: you set it to 2, GIIP has 1',
    );
    expect(keyWords(one('[1]', '[1,2]', '[1]'))).toBe(
      'The whole file: you added 2, GIIP has a list of 1 entry (1)',
    );
    expect(keyWords(one(null, '{"a":true}', '{}'))).toBe('A: you have it on, GIIP does not have it');
  });
});

test.each([
  [
    '{"log_level":"WARN"}',
    '{"log_level":"DEBUG"}',
    '{"log_level":"INFO"}',
    'log level, yours DEBUG, GIIP INFO',
  ],
  ['{"log":{"level":1}}', '{"log":{"level":2}}', '{"log":{"level":3}}', 'log, level, yours 2, GIIP 3'],
  ['{"autoUpdate":true}', '{"autoUpdate":false}', '{}', 'auto update, yours off, GIIP not set'],
  ['{"a":""}', '{"a":null}', '{"a":"x"}', 'a, yours no value, GIIP x'],
  ['[1]', '[]', '[2]', 'the whole file, yours an empty list, GIIP a list of 1 entry (2)'],
])('a key for a screen reader: %s | %s | %s', (base, mine, server, expected) => {
  expect(keySpoken(one(base, mine, server), 2, 7)).toBe(`change 3 of 7, ${expected}`);
});

test.each([
  ['a b c', 'a B c', 'a C c', 'line 2, yours B, GIIP C'],
  ['a b c d', 'a B1 B2 B3 d', 'a C d', 'lines 2 to 4, yours B1 B2 B3, GIIP C'],
  ['a b c', 'a c', 'a B c', 'at line 2, yours nothing, GIIP B'],
  ['a b c', 'a _ c', 'a C c', 'line 2, yours 1 blank line, GIIP C'],
  ['a b c', 'a B c', 'a _ _ c', 'line 2, yours B, GIIP 2 blank lines'],
])('a hunk for a screen reader: %s | %s | %s', (base, mine, server, expected) => {
  const hunks = textHunks(text(base), text(mine), text(server)) ?? [];
  const hunk = hunks.find(({ kind }) => kind !== 'unchanged');
  if (!hunk) throw new Error('no hunk');
  // Each text begins with one line that is the same on both sides.
  expect(hunkSpoken(hunk, 0, 2, 2)).toBe(`change 1 of 2, ${expected}`);
});

test('a hunk for a screen reader is short, and may come without its lines', () => {
  const [hunk] = textHunks('x', `${'word '.repeat(500)}mine`, `${'word '.repeat(500)}`) ?? [];
  if (!hunk) throw new Error('no hunk');
  expect(hunkSpoken(hunk, 0, 1)).toBe(
    'change 1 of 1, yours …word word mine, GIIP word word word word word word word word…',
  );
});

test('kinds and damage have words', () => {
  expect(kindWords('delete/edit').name).toBe('Deleted here, changed on GIIP');
  const words = damageWords({ kind: 'question-marks', characters: 1_204 });
  expect(words.message).toContain('1,204 characters');
  for (const kind of ['misread', 'line-breaks', 'powershell-object'] as const) {
    const { message, help } = damageWords({ kind, characters: 1 });
    expect([message.includes('Your file is intact.'), help.startsWith('Repair')]).toEqual([true, true]);
  }
});
