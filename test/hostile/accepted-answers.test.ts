import { statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { type Fault, faults } from '../giip-server/giip-fault.ts';
import { TOKEN } from '../scenario/support/machine.ts';
import { readTree } from '../scenario/support/read-tree.ts';
import { syncInProcess } from '../scenario/support/run-in-process.ts';
import { sentHashes } from './support/answers.ts';
import { inStep, worksAgain } from './support/hostile-story.ts';
import { test } from './support/hostile-test.ts';

/** GIIP's true answer with its text changed. */
function rewritten(change: (body: string) => string): Fault {
  return ({ execute, answer }) => {
    const { status, body } = execute();
    answer({ status, body: change(body) });
  };
}

function jsonOf(text: string | null): unknown {
  return JSON.parse(text ?? 'null');
}

describe('answers that are odd and fine', () => {
  test.for([
    ['J02 a byte-order mark in front', (body: string) => `\ufeff${body}`],
    ['J02 white space around', (body: string) => `\r\n\t ${body}\n\n`],
    ['J03 RstVal as a text', (body: string) => body.replace(/"RstVal":(-?\d+)/, '"RstVal":"$1"')],
    ['J05 Data as a list of one', (body: string) => body.replace(/"Data":(\{.*\})\}$/s, '"Data":[$1]}')],
    [
      'J28 fields that nobody has published',
      (body: string) =>
        body
          .replace('{"RstVal"', '{"Extra":{"Data":{"docData":[]}},"data2":[1],"RstVal"')
          .replace(
            '"docData":[{',
            '"more":null,"docData":[{"doc_id":7,"doc_hash":"x","doc_path2":"docs/evil.md",',
          ),
    ],
  ] as const)('%s', async ([, change], { world }) => {
    world.giip.fail('get', rewritten(change), 'always');
    await inStep(world);
    await worksAgain(world);
    expect(readTree(world.machine.workspace)).not.toHaveProperty(['docs/evil.md']);
  });

  test('J02 two byte-order marks are one too many', async ({ world: { giip, machine } }) => {
    giip.fail(
      'get',
      rewritten((body) => `\ufeff\ufeff${body}`),
    );
    expect(await syncInProcess(machine)).toMatchObject({ code: 1, error: { code: 'server-answer-invalid' } });
  });

  test('J03 RstVal "-1" is a refused token', async ({ world: { giip, machine } }) => {
    giip.fail('get', faults.answer(200, '{"RstVal":"-1","RstMsg":"Unauthorized"}'));
    expect(await syncInProcess(machine)).toMatchObject({ code: 3, outcome: 'unauthorized', requests: 1 });
  });
});

describe('configurations keep what they are', () => {
  const LOSSLESS = '{"big":9007199254740993,"huge":1e400,"zero":-0,"one":1.0,"small":1E-7}';

  test('J14 numbers that no double holds pass both ways, and an edit beside them changes no digit', async ({
    world,
    another,
  }) => {
    const { giip, machine } = world;
    await inStep(world);
    giip.setConfig('known.json', LOSSLESS);
    await syncInProcess(machine);
    const digits = (text = ''): readonly string[] => text.match(/-?\d[\d.eE+-]*/g) ?? [];
    expect(digits(machine.read('configs/known.json') ?? '')).toEqual(digits(LOSSLESS));
    machine.write('configs/known.json', (machine.read('configs/known.json') ?? '').replace('1E-7', '2E-7'));
    giip.setConfig('known.json', LOSSLESS.replace('}', ',"there":1}'));
    expect(await syncInProcess(machine)).toMatchObject({ code: 0, merged: ['configs/known.json'] });
    const both = digits(LOSSLESS.replace('1E-7', '2E-7').replace('}', ',"there":1}'));
    const other = another();
    await syncInProcess(other);
    for (const text of [
      giip.config('known.json'),
      machine.read('configs/known.json'),
      other.read('configs/known.json'),
    ])
      expect(digits(text ?? '')).toEqual(both);
    await worksAgain(world);
  });

  test('J13 200 levels are taken, an edit at the bottom too, and nothing beside them suffers', async ({
    world,
  }) => {
    const { giip, machine } = world;
    await inStep(world);
    const deep = (bottom: string): string => `${'{"a":'.repeat(199)}${bottom}${'}'.repeat(199)}`;
    for (const bottom of ['[1]', '[2]', '{"b":1}', '[3,4]']) {
      giip.setConfig('deep.json', deep(bottom));
      giip.setDoc('docs/beside.md', bottom);
      const pulled = ['configs/deep.json', 'docs/beside.md'];
      expect(await syncInProcess(machine)).toMatchObject({ code: 0, pulled, rejected: [] });
      expect(machine.read('configs/deep.json')?.replaceAll(/\s/g, '')).toBe(deep(bottom));
    }
    await worksAgain(world);
  });

  test('J15 __proto__ is a key like any other, in a merge too', async ({ world }) => {
    const { giip, machine } = world;
    await inStep(world);
    giip.setConfig('known.json', '{"__proto__":{"a":1},"constructor":{"prototype":{"p":1}},"n":1}');
    await syncInProcess(machine);
    const here = machine.read('configs/known.json') ?? '';
    machine.write('configs/known.json', here.replace('"n": 1', '"n": 2'));
    giip.setConfig(
      'known.json',
      '{"__proto__":{"a":1,"polluted":true},"constructor":{"prototype":{"p":1}},"n":1}',
    );
    expect(await syncInProcess(machine)).toMatchObject({ code: 0, merged: ['configs/known.json'] });
    for (const text of [machine.read('configs/known.json'), giip.config('known.json') ?? null]) {
      expect(text?.replace(/\s/g, '')).toContain('"__proto__":{"a":1,"polluted":true}');
      expect(text?.replace(/\s/g, '')).toContain('"n":2');
    }
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
    await worksAgain(world);
  });

  test('J16 another order, other spaces, other spelling of the same: nothing is written or sent', async ({
    world,
  }) => {
    const { giip, machine } = world;
    await inStep(world);
    giip.setConfig('known.json', '{"b":1,"a":[1,{"x":"\\u00e9"}],"1":1,"0":0}');
    await syncInProcess(machine);
    const file = join(machine.workspace, 'configs/known.json');
    const before = [statSync(file).mtimeMs, statSync(file).ino];
    for (const same of [
      '{"0":0,"1":1,"a":[1,{"x":"\\u00e9"}],"b":1}',
      '{ "a" : [ 1.0 , {"x":"é"} ],\r\n "1" : 1e0, "0":0, "b":10e-1 }',
    ]) {
      giip.setConfig('known.json', same);
      giip.requests.length = 0;
      expect(await syncInProcess(machine)).toMatchObject({ code: 0, pulled: [], pushed: [], merged: [] });
      expect([statSync(file).mtimeMs, statSync(file).ino]).toEqual(before);
      expect(giip.requests.filter(({ call }) => call === 'put')).toEqual([]);
    }
    await worksAgain(world);
  });

  test('J17 a text that holds an object is that object', async ({ world }) => {
    const { giip, machine } = world;
    await inStep(world);
    giip.setConfig('known.json', JSON.stringify('\ufeff{"known":1}\r\n'));
    expect(await syncInProcess(machine)).toMatchObject({ code: 0, pulled: [], pushed: [], rejected: [] });
    giip.setConfig('known.json', JSON.stringify('{"known":2}'));
    expect(await syncInProcess(machine)).toMatchObject({ code: 0, pulled: ['configs/known.json'] });
    expect(jsonOf(machine.read('configs/known.json'))).toEqual({ known: 2 });
    await worksAgain(world);
  });
});

describe('hashes and messages', () => {
  test.for([
    ['missing', ''],
    ['empty', '"newDocHash":"",'],
    ['a number', '"newDocHash":7,'],
    ['null', '"newDocHash":null,'],
    ['10 MB long', `"newDocHash":"${'h'.repeat(10_000_000)}",`],
    ['with control characters', '"newDocHash":"a\\u0000b\\n",'],
  ] as const)(
    'J19 a hash that is %s is not kept: the next pull asks for everything',
    async ([, hash], { world }) => {
      const { giip, machine } = world;
      await inStep(world);
      giip.fail(
        'get',
        rewritten((body) => body.replace(/"newDocHash":"[^"]*",?/, hash)),
        'always',
      );
      giip.setDoc('docs/theirs.md', 'theirs\n');
      expect(await syncInProcess(machine)).toMatchObject({ code: 0, pulled: ['docs/theirs.md'] });
      expect(await syncInProcess(machine)).toMatchObject({ code: 0, pulled: [] });
      expect(sentHashes(world)).toMatchObject({ docHash: undefined });
      giip.heal();
      await syncInProcess(machine);
      await worksAgain(world);
    },
  );

  test.for([
    ['executed', true],
    ['not executed', false],
  ] as const)(
    'J21 "no change" to a push that was %s: unknown, so it is looked for and never repeated blindly',
    async ([, done], { world }) => {
      const { giip, machine } = world;
      await inStep(world);
      machine.write('docs/mine.md', 'mine\n');
      const odd: Fault = ({ execute, response }) => {
        if (done) execute();
        response.writeHead(200, { 'content-type': 'application/json' }).end('{"RstVal":304,"RstMsg":"?"}');
      };
      giip.fail('put', odd);
      giip.requests.length = 0;
      const met = await syncInProcess(machine);
      const calls = giip.requests.map(({ call }) => call);
      expect(calls.lastIndexOf('get')).toBeGreaterThan(calls.indexOf('put'));
      expect(calls.filter((call) => call === 'put')).toHaveLength(1);
      expect(met.pushed).toEqual(done ? ['docs/mine.md'] : []);
      await syncInProcess(machine);
      expect(giip.doc('docs/mine.md')).toBe('mine\n');
      await worksAgain(world);
    },
  );

  test('J23 what GIIP says is shown as plain text: short, on one line, without the token', async ({
    world,
  }) => {
    const { giip, machine } = world;
    await inStep(world);
    const base64 = Buffer.from(TOKEN).toString('base64');
    const message = `<b>no</b>\u001b[31m red \u202e ${TOKEN} ${base64} \r\n${'x'.repeat(100_000)}`;
    for (const value of [500, 400]) {
      giip.fail('get', faults.rstVal(value, { message }), 'always');
      const json = await machine.run('sync', '--json');
      const people = await machine.run('sync');
      const said = json.stdout + json.stderr + people.stdout + people.stderr;
      expect(said).toContain('<b>no</b>');
      expect(said).not.toContain(TOKEN);
      expect(said).not.toContain(base64);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
      expect(said).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
      expect(Math.max(...said.split('\n').map((line) => line.length))).toBeLessThan(1500);
      giip.heal();
    }
    await worksAgain(world);
  });
});
