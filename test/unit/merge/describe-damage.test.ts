import { describe, expect, test } from 'vitest';
import { looksDamaged } from '../../../shared/merge/damage.ts';
import { describeDamage } from '../../../shared/merge/describe-damage.ts';

const DOC = 'docs/a.md';
const CONFIG = 'configs/a.json';

/** What a reader that takes UTF-8 for another encoding sees. */
function readAs(encoding: string, text: string): string {
  return new TextDecoder(encoding).decode(Buffer.from(text, 'utf8'));
}

const WRAPPED = JSON.stringify({
  value: '안녕\nhello',
  PSPath: 'Microsoft.PowerShell.Core\\FileSystem::C:\\a\\.openclaw\\docs\\a.md',
  PSParentPath: 'Microsoft.PowerShell.Core\\FileSystem::C:\\a\\.openclaw\\docs',
  PSChildName: 'a.md',
  PSDrive: { CurrentLocation: '', Name: 'C' },
  PSProvider: { Name: 'FileSystem' },
  ReadCount: 1,
});

describe('damage', () => {
  test.each([
    // path | known | on GIIP | kind | characters
    ['Hangul', DOC, '안녕 hello', '?? hello', 'question-marks', 2],
    ['an emoji, per character', DOC, 'a 😀', 'a ?', 'question-marks', 1],
    ['an emoji, per UTF-16 unit', DOC, 'a 😀', 'a ??', 'question-marks', 1],
    ['other line ends and edges', DOC, '\ufeff안녕\r\nb\r\n', '??\nb', 'question-marks', 2],
    [
      'a config, in another order',
      CONFIG,
      '{\n  "b": "안",\n  "a": 1\n}',
      '{"a":1,"b":"?"}',
      'question-marks',
      1,
    ],
    ['a config, escaped', CONFIG, '{"b":"\\uc548"}', '{"b":"?"}', 'question-marks', 1],
    ['a key of a config', CONFIG, '{"안":1}', '{"?":1}', 'question-marks', 1],
    ['Latin-1', DOC, 'é', 'Ã©', 'misread', 1],
    ['Latin-1, Hangul', DOC, '안', 'ì\u0095\u0088', 'misread', 1],
    ['Windows-1252, Hangul', DOC, '안녕 hello', readAs('windows-1252', '안녕 hello'), 'misread', 2],
    ['Windows-1252, dashes', DOC, 'a – “b”', readAs('windows-1252', 'a – “b”'), 'misread', 3],
    ['Windows-1252, all that it has none for', DOC, 'ÁÍÏÐÝ', readAs('windows-1252', 'ÁÍÏÐÝ'), 'misread', 5],
    ['ends in a no-break space, trimmed', DOC, 'voilà', 'voilÃ', 'misread', 1],
    ['a config in mojibake', CONFIG, '{"b": "é"}', '{"b":"Ã©"}', 'misread', 1],
    [
      'CP949 read as UTF-8',
      DOC,
      '안녕 hello 한',
      '\ufffd\ufffd\ufffd\ufffd hello \ufffd\ufffd',
      'misread',
      3,
    ],
    ['a config in CP949', CONFIG, '{"b":"한"}', '{"b":"\ufffd\ufffd"}', 'misread', 1],
    ['a written new line', DOC, 'a\\nb', 'a\nb', 'line-breaks', 1],
    ['two written new lines', DOC, 'a\\nb\\nc', 'a\nb\nc', 'line-breaks', 2],
    ['a written new line at the end', DOC, 'a\\nb\\n', 'a\nb', 'line-breaks', 2],
    ['a wrapped text', DOC, '안녕\nhello', WRAPPED, 'powershell-object', 8],
    ['a wrapped text that was edited', DOC, 'hello', WRAPPED, 'powershell-object', 5],
    [
      'a wrapped text over lines',
      DOC,
      'a',
      '{\r\n    "value":  "a",\r\n    "PSPath":  "x"\r\n}\r\n',
      'powershell-object',
      1,
    ],
    ['a wrapped text as text', DOC, 'a b', '@{value=a b; PSPath=x; ReadCount=1}', 'powershell-object', 3],
    [
      'a wrapped text in place of JSON',
      DOC,
      '{"a":1}',
      '{"value":"{}","PSDrive":{}}',
      'powershell-object',
      7,
    ],
    [
      'a wrapped text in a config',
      CONFIG,
      '{"a":"x"}',
      '{"a":{"value":"x","PSPath":"y"}}',
      'powershell-object',
      3,
    ],
    ['a wrapped config', CONFIG, '{"a":1}', '{"value":"{}","PSPath":"y"}', 'powershell-object', 7],
    [
      'a cut object',
      CONFIG,
      '{"a":{"b":{"c":1}},"d":1}',
      '{"a":{"b":"@{c=1}"},"d":2}',
      'powershell-object',
      7,
    ],
    ['a cut list', CONFIG, '{"a":[1,2]}', '{"a":"System.Object[]"}', 'powershell-object', 5],
    [
      'a cut table in a list',
      CONFIG,
      '{"a":[1,{"b":1}]}',
      '{"a":[1,"System.Collections.Hashtable"]}',
      'powershell-object',
      7,
    ],
    [
      'two cut objects',
      CONFIG,
      '{"a":{"x":1},"b":{"y":2}}',
      '{"a":"@{x=1}","b":"@{y=2}"}',
      'powershell-object',
      14,
    ],
  ] as const)('%s', (_what, path, known, remote, kind, characters) => {
    expect(describeDamage(path, known, remote)).toEqual({ kind, characters });
    expect(looksDamaged(path, known, remote)).toBe(true);
  });

  test.each([
    ['the same', DOC, '안녕', '안녕'],
    ['edited', DOC, '안녕', '안녕!'],
    ['a question', DOC, 'why', 'why?'],
    ['translated', DOC, '안녕 hello', 'hi hello'],
    ['one mark too many', DOC, '안녕', '???'],
    ['half damaged and edited', DOC, '안녕 hello', '?? hullo'],
    ['half damaged and edited, lost bytes', DOC, '안녕 hello', '\ufffd\ufffd hullo'],
    ['lost bytes where nothing was', DOC, 'hello', 'hello\ufffd'],
    ['the known one is the damaged one', DOC, '\ufffd\ufffd', '안'],
    ['the known one is wrapped as well', DOC, WRAPPED, WRAPPED.replace('hello', 'hullo')],
    ['the known one is wrapped, GIIP’s is not', DOC, WRAPPED, '안녕\nhello'],
    ['about PowerShell', DOC, 'a', 'PSPath is a member, @{a=1} a table'],
    ['JSON that holds something like it deeper', DOC, 'a', '{"value":{"PSPath":"x"}}'],
    ['broken JSON', DOC, 'a', '{"value":"a","PSPath":'],
    ['a table of other things', DOC, 'a', '@{value=a}'],
    ['a config edited', CONFIG, '{"b":"안"}', '{"b":"안녕"}'],
    ['a config with a new line in a string', CONFIG, '{"b":"a\\nb"}', '{"b":"a b"}'],
    ['a text that became a table’s name', CONFIG, '{"a":"x"}', '{"a":"@{c=1}"}'],
    ['an object that became another text', CONFIG, '{"a":{"b":1}}', '{"a":"off"}'],
    ['a list that became System', CONFIG, '{"a":[1]}', '{"a":"System.Net"}'],
    ['a config that has such members itself', CONFIG, '{"a":{"PSPath":"x"}}', '{"a":{"PSPath":"y"}}'],
    ['broken JSON', CONFIG, '{"a":{"b":1}}', '{"a":"@{b=1}"'],
    ['the known one is empty', DOC, '', WRAPPED],
  ])('none: %s', (_what, path, known, remote) => {
    expect(describeDamage(path, known, remote)).toBeNull();
    expect(looksDamaged(path, known, remote)).toBe(false);
  });
});
