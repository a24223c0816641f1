import { describe, expect } from 'vitest';
import { type Fault, faults } from '../giip-server/giip-fault.ts';
import { readTree } from '../scenario/support/read-tree.ts';
import { syncInProcess } from '../scenario/support/run-in-process.ts';
import { answerBody, byHand, provesItemsRefused, provesRejected } from './support/answers.ts';
import { inStep, worksAgain } from './support/hostile-story.ts';
import { test } from './support/hostile-test.ts';

const HASHES = { configHash: '"hand-made-c"', docHash: '"hand-made-d"' };
const json = { 'content-type': 'application/json; charset=utf-8' };

/** The body that would be taken, with one thing wrong. */
const EVIL = answerBody({
  ...HASHES,
  configs: '{"evil.json":{"a":1}}',
  docs: '[{"doc_path":"docs/evil.md","doc_content":"evil"}]',
});

interface Rejected {
  readonly row: string;
  readonly answers: readonly Fault[];
  readonly code?: string;
  readonly exit?: number;
}

const REJECTED: readonly Rejected[] = [
  {
    row: 'J01 a page instead of an answer, and it is no refusal of the token',
    answers: [
      faults.html(),
      faults.answer(200, '<html><body>Please sign in', { 'content-type': 'text/html' }),
      faults.html(403),
    ],
  },
  {
    row: 'J04 a RstVal that is none of the published ones',
    answers: ['true', '1.5', '200', '"OK"', 'null', '""', '[1]', '{"v":1}', '1e0000000000000000000'].map(
      (rstVal) => faults.answer(200, EVIL.replace('"RstVal":1', `"RstVal":${rstVal}`)),
    ),
  },
  {
    row: 'J04 no RstVal at all',
    answers: [faults.answer(200, EVIL.replace('"RstVal"', '"rstval"')), faults.answer(200, '{}')],
  },
  {
    row: 'J05 success without data',
    answers: [
      ...['null', '"text"', '1', 'true', '[]', '[{},{}]', '[[]]'].map((data) => byHand({ data })),
      faults.answer(200, '{"RstVal":1,"RstMsg":"ok"}'),
    ],
  },
  {
    row: 'J08 a section of the wrong kind',
    answers: [
      byHand({ ...HASHES, docs: '{"docs/evil.md":"evil"}' }),
      byHand({ ...HASHES, configs: '[{"evil.json":{}}]' }),
      byHand({ ...HASHES, configs: '"text"' }),
      byHand({ ...HASHES, docs: 'true' }),
    ],
  },
  { row: 'J22 HTTP 200 with RstVal 500', answers: [faults.rstVal(500)], code: 'server-unavailable', exit: 5 },
  {
    row: 'J22 HTTP 500 with RstVal 1',
    answers: [faults.answer(500, EVIL), faults.answer(503, EVIL)],
    code: 'server-unavailable',
    exit: 5,
  },
  { row: 'J22 HTTP 404 with RstVal 1', answers: [faults.answer(404, EVIL)] },
  {
    row: 'J27 a body that is not UTF-8, whatever it says about itself',
    answers: [
      faults.answer(200, Buffer.from(EVIL.replace('evil', '\u00e9vil'), 'latin1')),
      faults.answer(200, Buffer.concat([Buffer.from(EVIL), Buffer.from([0xff])])),
      faults.answer(200, Buffer.from(EVIL, 'utf16le')),
      faults.answer(200, Buffer.from('{"RstVal":1,"RstMsg":"\xc7\xd1\xb1\xdb"}', 'latin1'), {
        'content-type': 'application/json; charset=euc-kr',
      }),
      // An overlong form of "/" and a surrogate in three bytes: no strict decoder takes them.
      faults.answer(200, Buffer.from(EVIL.replace('evil', '\xc0\xaf'), 'latin1'), json),
      faults.answer(200, Buffer.from(EVIL.replace('evil', '\xed\xa0\x80'), 'latin1'), json),
    ],
  },
];

describe('REJECT: the whole answer is refused', () => {
  test.for(REJECTED.map((rejected) => [rejected.row, rejected] as const))(
    '%s',
    ([, { answers, ...failure }], { world }) => provesRejected(world, answers, failure),
  );

  test('J24 an answer that is cut off, at every byte', async ({ world }) => {
    const { giip, machine } = world;
    await inStep(world);
    giip.setDoc('docs/é.md', 'x\n');
    const before = readTree(machine.workspace);
    const whole = Buffer.from(EVIL);
    for (let bytes = 0; bytes < whole.length; bytes += 1) {
      giip.fail('get', faults.answer(200, whole.subarray(0, bytes)));
      const { code, pulled } = await syncInProcess(machine);
      expect([bytes, code, pulled]).toEqual([bytes, 1, []]);
    }
    expect(readTree(machine.workspace)).toEqual(before);
    await syncInProcess(machine);
    await worksAgain(world);
  });

  // The engine asks once more with the next cycle: its hashes are still unsent, so the answer says the same again.
  test('J20 "no change" to a pull without hashes is a protocol error', async ({ world }) => {
    const { giip, machine } = world;
    giip.setDoc('docs/theirs.md', 'theirs\n');
    machine.write('docs/mine.md', 'mine\n');
    for (const fault of [faults.rstVal(304), faults.answer(304, '')]) {
      giip.fail('get', fault, 'always');
      const refused = {
        code: 1,
        error: { code: 'server-answer-invalid' },
        pulled: [],
        pushed: [],
        requests: 1,
      };
      expect(await syncInProcess(machine)).toMatchObject(refused);
      giip.heal();
    }
    expect(await syncInProcess(machine)).toMatchObject({ code: 0, pulled: ['docs/theirs.md'] });
    await worksAgain(world);
  });
});

const LONE = String.raw`\ud800`;

describe('QUAR: an item that cannot be used', () => {
  test.for([
    [
      'J09 documents without a usable path or text',
      {
        docs: [
          '{"doc_content":"no path"}',
          '{"doc_path":7,"doc_content":"x"}',
          '{"doc_path":"docs/n1.md"}',
          '{"doc_path":"docs/n2.md","doc_content":null}',
          '{"doc_path":"docs/n3.md","doc_content":7}',
          '{"doc_path":"docs/n4.md","doc_content":["x"]}',
          '"docs/n5.md"',
        ].join(','),
        listed: [
          'docs/n1.md',
          'docs/n2.md',
          'docs/n3.md',
          'docs/n4.md',
          "document 1 of GIIP's answer",
          "document 2 of GIIP's answer",
          "document 7 of GIIP's answer",
        ],
        reason: /has no doc_path|has no doc_content|not a text/,
      },
    ],
    [
      'J10 a text that the old client sent as an object',
      {
        docs: '{"doc_path":"docs/ps.md","doc_content":{"value":"text","PSPath":"C:\\\\x","PSProvider":{}}}',
        listed: ['docs/ps.md'],
        reason: /Windows PowerShell/,
      },
    ],
    [
      'J13 a configuration nested deeper than 200 levels, and one of 5,000',
      {
        configs: `"deep.json":${'['.repeat(201)}${']'.repeat(201)},"deeper.json":${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`,
        listed: ['configs/deep.json', 'configs/deeper.json'],
        reason: /200 levels/,
      },
    ],
    [
      'J18 a configuration that is no object and no list',
      {
        configs:
          '"n1.json":"not json","n2.json":7,"n3.json":null,"n4.json":true,"n5.json":"7","n6.json":"{\\"a\\":"',
        listed: [1, 2, 3, 4, 5, 6].map((n) => `configs/n${n}.json`),
        reason: /bare number|holds no JSON/,
      },
    ],
    [
      'J26 half of a character in a text',
      {
        docs: `{"doc_path":"docs/half.md","doc_content":"a${LONE}b"}`,
        // JSON itself may spell it, so a configuration that does is kept as it is spelled: see J14.
        configs: `"half.json":"{\\"a\\":\\"${LONE}\\"}"`,
        listed: ['configs/half.json', 'docs/half.md'],
        reason: /half of a character/,
      },
    ],
    [
      'J26 E08 a NUL in a text',
      {
        docs: '{"doc_path":"docs/zero.md","doc_content":"a\\u0000b"}',
        listed: ['docs/zero.md'],
        reason: /NUL/,
      },
    ],
  ] as const)('%s', ([, items], { world }) => provesItemsRefused(world, items));
});
