import { expect, test } from 'vitest';
import { valueType } from '../../../shared/merge/json-value.ts';
import { valueProblem } from '../../../shared/merge/key-differences.ts';

test.each([
  ['true', 'on-off'],
  ['false', 'on-off'],
  ['-1.5e3', 'number'],
  ['"a"', 'text'],
  ['[1]', 'list'],
  [' {}', 'object'],
  ['null', 'null'],
  [null, 'absent'],
] as const)('%s is %s', (source, expected) => {
  expect(valueType(source)).toBe(expected);
});

test.each([
  // typed | mine | server | problem
  ['3', '1', '2', null],
  ['1e400', '1', '2', null],
  [' 3 ', '1', '2', null],
  ['"3"', '1', '2', 'other-type'],
  ['"x"', '"a"', '"b"', null],
  ['x', '"a"', '"b"', 'not-json'],
  ['"x', '"a"', '"b"', 'not-json'],
  ['', '"a"', '"b"', 'not-json'],
  [' ', '1', '2', 'not-json'],
  ['1,2', '1', '2', 'not-json'],
  ['1],[2', '1', '2', 'not-json'],
  ['1//', '1', '2', 'not-json'],
  ['01', '1', '2', 'not-json'],
  ['NaN', '1', '2', 'not-json'],
  ['True', 'true', 'false', 'not-json'],
  ['false', 'true', null, null],
  ['0', 'true', null, 'other-type'],
  ['[1]', '[]', '[2]', null],
  ['[1,]', '[]', '[2]', 'not-json'],
  ['{"a":1,"a":2}', '{}', '5', 'not-json'],
  ['{}', '{}', '5', null],
  ['5', '{}', '5', null],
  ['"5"', '{}', '5', 'other-type'],
  ['null', '1', '2', 'other-type'],
  ['null', 'null', '2', null],
  ['3', 'null', '2', null],
  ['"x"', 'null', '2', 'other-type'],
  ['"x"', 'null', null, null],
  ['"x"', null, null, null],
])('typed: %s for %s | %s → %s', (source, mine, server, expected) => {
  expect(valueProblem(source, { mine, server })).toBe(expected);
});
