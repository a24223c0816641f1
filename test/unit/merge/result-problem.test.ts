import { expect, test } from 'vitest';
import { resultProblem } from '../../../shared/merge/result-problem.ts';

const DOC = 'docs/a.md';
const CONFIG = 'configs/a.json';
const long = (length: number): string => 'x'.repeat(length);
const keys = (amount: number): string =>
  JSON.stringify(
    Object.fromEntries(Array.from({ length: amount }, (_, i) => [`a_long_key_${i}`, 'a long value'])),
  );

test.each([
  // path | result | base | mine | server | problem
  [DOC, 'a', 'b', 'c', 'd', null],
  [DOC, '', 'b', 'c', 'd', 'empty'],
  [DOC, ' \r\n\t', 'b', 'c', 'd', 'empty'],
  [DOC, '\ufeff', 'b', 'c', 'd', 'empty'],
  [DOC, '', 'b', '', 'd', 'empty'],
  [DOC, '', 'b', null, 'd', 'empty'],
  [DOC, '', 'b', '', '', null],
  [DOC, '', 'b', '\n', null, null],
  [DOC, '{}', 'b', 'c', 'd', null],
  [DOC, '{', 'b', 'c', 'd', null],
  [CONFIG, '{"a":1}', '{}', '{"a":1}', '{"a":2}', null],
  [CONFIG, '\ufeff{"a":1}\r\n', '{}', '{"a":1}', '{"a":2}', null],
  [CONFIG, '{}', '{"a":1}', '{"a":2}', '{"a":3}', 'empty'],
  [CONFIG, ' [ ]\n', '[1]', '[2]', '[3]', 'empty'],
  [CONFIG, '{}', '{"a":1}', '{}', '{"a":3}', 'empty'],
  [CONFIG, '{}', '{"a":1}', '{}', '[]', null],
  [CONFIG, '', '{"a":1}', '{"a":2}', '{"a":3}', 'not-json'],
  [CONFIG, '', null, '', '', 'not-json'],
  [CONFIG, '{"a":1,}', '{}', '{"a":1}', '{"a":2}', 'not-json'],
  [CONFIG, '{"a":1,"a":2}', '{}', '{"a":1}', '{"a":2}', 'not-json'],
  [CONFIG, '5', '{}', '{"a":1}', '{"a":2}', 'not-json'],
  // less than half of the shorter side, and at least 200 characters of it
  [DOC, long(200), long(900), long(401), long(800), 'shrunk'],
  [DOC, long(201), long(900), long(401), long(800), null],
  [DOC, long(200), long(900), long(400), long(800), null],
  [DOC, long(99), long(300), long(299), long(300), 'shrunk'],
  [DOC, long(100), long(300), long(299), long(300), null],
  [DOC, 'x', long(300), long(200), long(300), null],
  [DOC, 'x', long(300), long(201), long(300), 'shrunk'],
  [DOC, long(100), long(5_000), long(150), long(5_000), null],
  [DOC, long(100), null, null, long(500), 'shrunk'],
  [DOC, long(100), null, '', long(500), 'shrunk'],
  [DOC, `${long(100)}${' '.repeat(900)}`, null, long(500), long(500), 'shrunk'],
  [DOC, long(200), null, `${long(300)}${'\n'.repeat(900)}`, long(300), null],
  // the base is no measure: both sides have left it
  [DOC, long(50), long(9_000), long(60), long(50), null],
  [CONFIG, keys(5), keys(20), keys(20), keys(20), 'shrunk'],
  [CONFIG, keys(11), keys(20), keys(20), keys(20), null],
  [CONFIG, keys(1), keys(3), keys(3), keys(3), null],
  // spaces of a config do not count
  [CONFIG, keys(6), null, JSON.stringify(JSON.parse(keys(6)), null, 40), keys(7), null],
] as const)('%s %j of %j, %j and %j: %s', (path, text, base, mine, server, expected) => {
  expect(resultProblem(path, text, { base, mine, server })).toBe(expected);
});
