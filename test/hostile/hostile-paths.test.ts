import { describe, expect, test as plainTest } from 'vitest';
import { safePath } from '../../electron/workspace/safe-path.ts';
import { syncInProcess } from '../scenario/support/run-in-process.ts';
import {
  inStep,
  namesIn,
  provesNamesRefused,
  provesQuarantine,
  provesTaken,
  worksAgain,
} from './support/hostile-story.ts';
import { test } from './support/hostile-test.ts';
import { ownEngine } from './support/own-engine.ts';
import { REFUSED_NAMES } from './support/refused-names.ts';

describe('QUAR: a name that no file may have', () => {
  test.for(REFUSED_NAMES.map((names) => [names.row, names] as const))(
    '%s',
    ([, { reason, docs = [], configs = [] }], { world }) => provesNamesRefused(world, reason, docs, configs),
  );

  test('P22 5,000 parts are no recursion', ({ world }) =>
    provesNamesRefused(
      world,
      /32 parts/,
      [`docs/${'a/'.repeat(5000)}b.md`].map((wire) => wire.slice(0, 1000)),
    ));

  test('P24 an empty doc_path is listed by its place in the answer', ({ world }) =>
    provesQuarantine(world, {
      docs: [['', 'hostile\n']],
      reason: /no doc_path/,
      listed: ["document 2 of GIIP's answer"],
    }));

  test('P27 a config key __proto__.json is a file like any other, and pollutes nothing', async ({
    world,
  }) => {
    const { giip, machine } = world;
    await inStep(world);
    giip.setConfig('__proto__.json', '{"__proto__":{"polluted":true}}');
    giip.setConfig('constructor.json', '{"prototype":{"polluted":true}}');
    const pulled = ['configs/__proto__.json', 'configs/constructor.json'];
    expect(await syncInProcess(machine)).toMatchObject({ code: 0, pulled, rejected: [] });
    expect(machine.read('configs/__proto__.json')).toContain('"__proto__"');
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
    await worksAgain(world);
  });

  test('P36 half of a character in a name', ({ world }) =>
    provesQuarantine(world, {
      docs: [
        ['docs/\ud800.md', 'hostile\n'],
        ['docs/a\udc00b.md', 'hostile\n'],
      ],
      configs: [['\ud83d.json', '{}']],
      reason: /half of a character|Unicode/,
      listed: ['\ufffd.json', 'docs/a\ufffdb.md', 'docs/\ufffd.md'],
    }));
});

describe('odd names that are fine', () => {
  test.for(
    [
      {
        row: 'P04 a ~ is a letter and never a home',
        items: [['~/.ssh/config', 'docs/~/.ssh/config'] as const],
      },
      {
        row: 'P29 source text passes and can never be executed',
        items: [['docs/setup.ps1', 'docs/setup.ps1'] as const, ['docs/run.sh', 'docs/run.sh'] as const],
      },
      {
        row: 'P30 .asar is a plain file and a plain folder',
        items: [['docs/x.asar', 'docs/x.asar'] as const, ['docs/y.asar/y.md', 'docs/y.asar/y.md'] as const],
      },
      {
        row: 'P31 %2e%2e is never decoded',
        items: [['docs/%2e%2e/%2e%2e/x', 'docs/%2e%2e/%2e%2e/x'] as const],
      },
      {
        row: 'P32 the old client’s backslash: pulled to docs/sub, pushed under GIIP’s spelling',
        items: [['docs/sub\\a.md', 'docs/sub/a.md'] as const],
      },
      {
        row: 'P34 without the prefix: below docs, the spelling kept',
        items: [['guide.md', 'docs/guide.md'] as const],
      },
    ].map((taken) => [taken.row, taken.items] as const),
  )('%s', ([, items], { world }) => provesTaken(world, items));
});

describe('rules that only matter elsewhere, as pure tests', () => {
  plainTest('P05 P06 P07 P08 P11 P18 the answer is the same wherever it is asked', () => {
    for (const { docs = [], configs = [] } of REFUSED_NAMES) {
      for (const wire of docs) expect(safePath.admit('doc', wire), wire).toHaveProperty('refused');
      for (const key of configs) expect(safePath.admit('config', key), key).toHaveProperty('refused');
    }
  });

  test('P21 on Windows a path over 240 characters is not written, and no folder is made for it', async ({
    world,
  }) => {
    const { workspace } = await ownEngine(world, { platform: 'win32' });
    const path = `docs/made/${'x'.repeat(190)}/${'y'.repeat(60)}.md`;
    expect(await workspace.write(path, 'text\n', null)).toMatchObject({ state: 'failed' });
    expect(namesIn(world.machine)).toEqual([]);
  });

  plainTest('P19 no locale takes part in the fold key', () => {
    expect(safePath.foldKey('docs/I.md')).toBe('docs/i.md');
    expect(safePath.foldKey('docs/\u0130.md')).not.toBe(safePath.foldKey('docs/i.md'));
  });
});
