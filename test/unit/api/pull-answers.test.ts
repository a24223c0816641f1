import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Cursor, PullAnswer } from '../../../electron/sync/ports.ts';
import type { Result } from '../../../shared/model/sync-error.ts';
import { faults } from '../../giip-server/giip-fault.ts';
import { type OpenedRemote, openRemote } from '../../giip-server/open-remote.ts';
import { startTestGiip, type TestGiip } from '../../giip-server/start-test-giip.ts';

let giip: TestGiip;
let remote: OpenedRemote;

beforeAll(async () => {
  giip = await startTestGiip();
});
beforeEach(() => {
  remote = openRemote(giip.url);
  return () => remote.close();
});
afterAll(() => giip.close());

const KNOWN: Cursor = { config: 'c0', doc: 'd0' };

function pullOf(
  body: string | Buffer,
  { status = 200, known = {} as Cursor } = {},
): Promise<Result<PullAnswer>> {
  giip.fail('get', faults.answer(status, body));
  return remote.pull(known);
}

/** A successful answer whose Data is this source. */
const withData = (data: string): string => `{"RstVal":1,"RstMsg":"Update required","Data":${data}}`;
const configs = (members: string): string =>
  withData(`{"newConfigHash":"c1","newDocHash":"d1","configData":{${members}}}`);
const docs = (elements: string): string =>
  withData(`{"newConfigHash":"c1","newDocHash":"d1","docData":[${elements}]}`);

async function configAnswer(members: string) {
  const answer = await pullOf(configs(members));
  if (!answer.ok || answer.value.config.state !== 'items')
    throw new Error(`no items: ${JSON.stringify(answer)}`);
  return answer.value.config;
}

async function docAnswer(elements: string) {
  const answer = await pullOf(docs(elements));
  if (!answer.ok || answer.value.doc.state !== 'items')
    throw new Error(`no items: ${JSON.stringify(answer)}`);
  return answer.value.doc;
}

const SILENT = {
  ok: true,
  value: { config: { state: 'silent', hash: 'c1' }, doc: { state: 'silent', hash: 'd1' } },
};
const UNCHANGED = { ok: true, value: { config: { state: 'unchanged' }, doc: { state: 'unchanged' } } };
const EMPTY = withData('{"newConfigHash":"c1","newDocHash":"d1"}');
const invalid = { ok: false, error: { code: 'server-answer-invalid' } };

describe('the envelope', () => {
  test.each([
    ['J01 HTML with status 200', '<!doctype html><title>Sign in</title>'],
    ['J04 RstVal true', '{"RstVal":true,"Data":{}}'],
    ['J04 RstVal 1.5', '{"RstVal":1.5,"Data":{}}'],
    ['J04 RstVal 200', '{"RstVal":200,"Data":{}}'],
    ['J04 RstVal "OK"', '{"RstVal":"OK","Data":{}}'],
    ['J04 RstVal missing', '{"Data":{}}'],
    ['J04 RstVal null', '{"RstVal":null,"Data":{}}'],
    ['J04 RstVal in other letters', '{"rstVal":1,"Data":{}}'],
    ['J04 RstVal of a million digits', `{"RstVal":${'1'.repeat(1_000_000)},"Data":{}}`],
    ['J05 RstVal 1 without Data', '{"RstVal":1}'],
    ['J05 RstVal 1 with Data null', withData('null')],
    ['J05 RstVal 1 with Data a string', withData('"{}"')],
    ['J05 RstVal 1 with Data an empty array', withData('[]')],
    ['J05 RstVal 1 with Data an array of two', withData('[{},{}]')],
    ['J08 docData an object', withData('{"docData":{"doc_path":"docs/a.md","doc_content":"a"}}')],
    ['J08 configData an array', withData('{"configData":[{"a.json":{}}]}')],
    ['J08 configData a string', withData('{"configData":"{}"}')],
    ['H09 an empty answer', ''],
    ['an answer that is an array', '[]'],
    ['two JSON values', `${EMPTY}{}`],
  ])('%s is no GIIP reply', async (_name, body) => {
    expect(await pullOf(body)).toMatchObject(invalid);
  });

  test.each([
    ['J03 RstVal "1"', EMPTY.replace('"RstVal":1', '"RstVal":"1"')],
    ['data instead of Data', EMPTY.replace('"Data"', '"data"')],
    ['Data an array of one', withData('[{"newConfigHash":"c1","newDocHash":"d1"}]')],
    ['Data null beside a filled data', EMPTY.replace('"Data"', '"Data":null,"data"')],
    ['J02 a byte-order mark', `\ufeff${EMPTY}`],
    ['J28 unknown fields', EMPTY.replace('{', '{"Extra":{"RstVal":-1},"more":[[]],')],
    ['white space everywhere', ` \r\n\t${EMPTY.replaceAll(':', ' : ').replaceAll(',', ' ,\n')} \n`],
    [
      'J07 null sections',
      withData('{"newConfigHash":"c1","newDocHash":"d1","configData":null,"docData":null}'),
    ],
    [
      'J06 empty sections',
      withData('{"newConfigHash":"c1","newDocHash":"d1","configData":{ },"docData":[ ]}'),
    ],
    [
      'J06 empty sections of the other kind',
      withData('{"newConfigHash":"c1","newDocHash":"d1","configData":[],"docData":{}}'),
    ],
  ])('%s is read', async (_name, body) => {
    expect(await pullOf(body)).toEqual(SILENT);
  });

  test('J02 only one byte-order mark is taken off', async () => {
    expect(await pullOf(`\ufeff\ufeff${EMPTY}`)).toMatchObject(invalid);
  });

  test('J24 an answer that is cut off anywhere is refused as a whole', async () => {
    const whole = Buffer.from(docs('{"doc_path":"docs/가.md","doc_content":"나\\n"}'));
    for (let end = 0; end < whole.length; end += 1) {
      expect(await pullOf(whole.subarray(0, end)), `${end} bytes`).toMatchObject(invalid);
    }
    expect(await pullOf(whole)).toMatchObject({ ok: true });
  });

  test.each([
    ['an invalid byte', Buffer.from([0x22, 0xff, 0x22])],
    ['an overlong form', Buffer.from([0x22, 0xc0, 0xaf, 0x22])],
    ['half of a surrogate pair', Buffer.from([0x22, 0xed, 0xa0, 0x80, 0x22])],
    ['EUC-KR', Buffer.from([0x22, 0xc7, 0xd1, 0xb1, 0xdb, 0x22])],
    ['a character cut off at the end', Buffer.from([0xe2, 0x82])],
  ])('J27 %s is no UTF-8 and refuses the answer', async (_name, bytes) => {
    const [before, after] = docs('{"doc_path":"docs/a.md","doc_content":§}').split('§');
    expect(
      await pullOf(Buffer.concat([Buffer.from(before ?? ''), bytes, Buffer.from(after ?? '')])),
    ).toMatchObject(invalid);
  });
});

describe('no change', () => {
  test.each([
    ['J03 RstVal 304', 200, '{"RstVal":304,"RstMsg":"","Data":null}'],
    ['J03 RstVal "304" without Data', 200, '{"RstVal":"304"}'],
    ['HTTP 304 without a body', 304, ''],
  ])('%s speaks only for the hashes that were sent', async (_name, status, body) => {
    expect(await pullOf(body, { status, known: KNOWN })).toEqual(UNCHANGED);
    expect(await pullOf(body, { status, known: { doc: 'd0' } })).toEqual({
      ok: true,
      value: { config: { state: 'silent', hash: null }, doc: { state: 'unchanged' } },
    });
    // J20
    expect(await pullOf(body, { status })).toMatchObject(invalid);
  });

  test('a section with the hash that was sent is unchanged, whatever stands in it', async () => {
    const data =
      '{"newConfigHash":"c0","newDocHash":"d0","configData":[1,2],"docData":[{"doc_path":"docs/a.md","doc_content":"a"}]}';
    expect(await pullOf(withData(data), { known: KNOWN })).toEqual(UNCHANGED);
  });
});

describe('hashes', () => {
  test.each([
    ['missing', '{}'],
    ['null', '{"newDocHash":null}'],
    ['empty', '{"newDocHash":""}'],
    ['a number', '{"newDocHash":7}'],
    ['of 513 characters', `{"newDocHash":"${'x'.repeat(513)}"}`],
    ['of 10 MB', `{"newDocHash":"${'x'.repeat(10_000_000)}"}`],
    ['with a control character', '{"newDocHash":"a\\u0000b"}'],
    ['with a line end', '{"newDocHash":"a\\nb"}'],
  ])('J19 a hash that is %s is not kept', async (_name, data) => {
    expect(await pullOf(withData(data))).toMatchObject({ value: { doc: { state: 'silent', hash: null } } });
  });

  test('J19 512 characters are kept', async () => {
    const hash = 'é'.repeat(512);
    expect(await pullOf(withData(`{"newDocHash":"${hash}"}`))).toMatchObject({ value: { doc: { hash } } });
  });
});

describe('documents', () => {
  test.each([
    ['J09 no doc_path', '{"doc_content":"x"}', "document 1 of GIIP's answer", /no doc_path/],
    [
      'J09 doc_path a number',
      '{"doc_path":7,"doc_content":"x"}',
      "document 1 of GIIP's answer",
      /no doc_path/,
    ],
    ['J09 doc_path empty', '{"doc_path":"","doc_content":"x"}', "document 1 of GIIP's answer", /no doc_path/],
    ['J09 no object', '"docs/a.md"', "document 1 of GIIP's answer", /no doc_path/],
    ['J09 no doc_content', '{"doc_path":"docs/a.md"}', 'docs/a.md', /no doc_content/],
    ['J09 doc_content null', '{"doc_path":"docs/a.md","doc_content":null}', 'docs/a.md', /not a text/],
    ['J09 doc_content a number', '{"doc_path":"docs/a.md","doc_content":1}', 'docs/a.md', /not a text/],
    ['J09 doc_content an array', '{"doc_path":"docs/a.md","doc_content":["a"]}', 'docs/a.md', /not a text/],
    ['an object', '{"doc_path":"docs/a.md","doc_content":{"value":"a"}}', 'docs/a.md', /is an object/],
    [
      'J10 PowerShell',
      '{"doc_path":"docs/a.md","doc_content":{"value":"a","PSPath":"C:\\\\a"}}',
      'docs/a.md',
      /Windows PowerShell/,
    ],
    [
      'J26 lone surrogate in the text',
      '{"doc_path":"docs/a.md","doc_content":"\\ud800"}',
      'docs/a.md',
      /half of a character/,
    ],
    ['E08 a NUL in the text', '{"doc_path":"docs/a.md","doc_content":"a\\u0000b"}', 'docs/a.md', /NUL/],
    [
      'P36 lone surrogate in the path',
      '{"doc_path":"docs/\\udc00.md","doc_content":"x"}',
      'docs/\ufffd.md',
      /half of a character/,
    ],
  ])('%s: rejected alone, with a reason', async (_name, element, path, reason) => {
    const answer = await docAnswer(`${element},{"doc_path":"docs/good.md","doc_content":"good"}`);
    expect(answer.items).toEqual([{ wire: 'docs/good.md', text: 'good' }]);
    expect(answer.rejected).toEqual([{ path, reason: expect.stringMatching(reason) }]);
  });

  test('J11 the same doc_path twice: equal texts are one, different texts are none', async () => {
    const named = (path: string, text: string): string =>
      JSON.stringify({ doc_path: path, doc_content: text });
    const answer = await docAnswer(
      [named('a', '1'), named('b', '1'), named('a', '2'), named('b', '1'), named('a', '1')].join(),
    );
    expect(answer.items).toEqual([{ wire: 'b', text: '1' }]);
    expect(answer.rejected).toEqual([{ path: 'a', reason: 'GIIP names it twice with different texts' }]);
  });

  test('text comes as it is: byte-order mark, line ends, controls, emoji, spelling of the path', async () => {
    const item = { doc_path: 'docs\\sub\\가.md', doc_content: '\ufeffa\r\nb\rc\u0001😀\u2028' };
    expect((await docAnswer(JSON.stringify(item))).items).toEqual([
      { wire: item.doc_path, text: item.doc_content },
    ]);
  });
});

describe('configurations', () => {
  test.each([
    ['J14 integers above 2^53', '{"a":12345678901234567890}'],
    ['J14 1e400, -0 and 1.0', '{"a":[1e400,-0,1.0,1E+2]}'],
    ['J15 __proto__', '{"__proto__":{"polluted":1}}'],
    ['J16 order and spaces', '{ "b" : 1,\n\t"a": [ ] }'],
    ['escapes as they are written', '{"a":"\\u00e9\\/\\ud800"}'],
    ['repeated keys inside a value', '{"a":1,"a":2}'],
    ['an array', '[1,{}]'],
  ])('%s: the source text is kept', async (_name, source) => {
    const { items, rejected } = await configAnswer(`"z.json":{}, "a.json" : ${source} ,"b.json":[]`);
    expect(items).toEqual([
      { wire: 'z.json', text: '{}' },
      { wire: 'a.json', text: source },
      { wire: 'b.json', text: '[]' },
    ]);
    expect(rejected).toEqual([]);
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });

  test.each([
    ['an object', '{"n": 12345678901234567890}'],
    ['an array with spaces around', ' [1.0]\n'],
  ])('J17 a string that holds %s: its content is the text', async (_name, source) => {
    expect((await configAnswer(`"a.json":${JSON.stringify(source)}`)).items).toEqual([
      { wire: 'a.json', text: source },
    ]);
  });

  test.each([
    ['J18 a number', '7', /bare number/],
    ['J18 null', 'null', /bare number/],
    ['J18 true', 'true', /bare number/],
    ['J18 a text', '"hello"', /no JSON object/],
    ['J18 a string that holds a number', '"7"', /no JSON object/],
    ['J18 a string that holds cut-off JSON', '"{\\"a\\":"', /no JSON object/],
    ['J13 5,000 levels', '['.repeat(5000) + ']'.repeat(5000), /deeper than 200/],
    ['J13 201 levels', '['.repeat(201) + ']'.repeat(201), /deeper than 200/],
    ['J13 201 levels in a string', JSON.stringify('['.repeat(201) + ']'.repeat(201)), /deeper than 200/],
    ['a lone surrogate in a string of JSON', '"[\\"\\ud800\\"]"', /half of a character/],
  ])('%s: rejected alone, with a reason', async (_name, value, reason) => {
    const { items, rejected } = await configAnswer(`"bad.json":${value},"good.json":{}`);
    expect(items).toEqual([{ wire: 'good.json', text: '{}' }]);
    expect(rejected).toEqual([{ path: 'bad.json', reason: expect.stringMatching(reason) }]);
  });

  test('J13 200 levels are taken', async () => {
    const source = '['.repeat(200) + ']'.repeat(200);
    expect((await configAnswer(`"a.json":${source}`)).items).toEqual([{ wire: 'a.json', text: source }]);
  });

  test('J12 a key that stands there twice is rejected, however it is written', async () => {
    const { items, rejected } = await configAnswer(
      '"a.json":{"v":1},"b.json":{},"\\u0061.json":{"v":1},"__proto__":{},"__proto__":{}',
    );
    expect(items).toEqual([{ wire: 'b.json', text: '{}' }]);
    expect(rejected).toEqual([
      { path: 'a.json', reason: 'GIIP names it twice' },
      { path: '__proto__', reason: 'GIIP names it twice' },
    ]);
  });

  test('P27 keys that objects have by themselves are keys like any other', async () => {
    const { items } = await configAnswer('"__proto__":{"polluted":1},"constructor":{},"toString":[]');
    expect(items.map(({ wire }) => wire)).toEqual(['__proto__', 'constructor', 'toString']);
  });
});
