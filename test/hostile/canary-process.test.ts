import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect } from 'vitest';
import { faults } from '../giip-server/giip-fault.ts';
import type { Running } from '../scenario/support/run-program.ts';
import { expectSilence, type Outputs, stateOutputs } from './support/canary.ts';
import { DOC_CANARY, TOKEN_CANARY } from './support/canary-ear.ts';
import { test } from './support/hostile-test.ts';

const PROGRAM = pathToFileURL(join(import.meta.dirname, 'programs', 'fail-with-canary.mjs')).href;
const LOUD = { OPENCLAW_SYNC_TOKEN: TOKEN_CANARY, OPENCLAW_SYNC_LOG: 'debug' };

async function outputsOf(running: Running, stateDir: string): Promise<Outputs> {
  const { stdout, stderr } = await running.ended;
  return new Map([
    ['standard output', Buffer.from(stdout)],
    ['standard error', Buffer.from(stderr)],
    ...stateOutputs(stateDir),
  ]);
}

test.for(
  ['rejection', 'exception', 'thrownText', 'engine'].flatMap((way) =>
    [
      `${DOC_CANARY} and ${TOKEN_CANARY}`,
      `${DOC_CANARY}\n    at ${DOC_CANARY} (file:///x/${TOKEN_CANARY}.ts:1:2)`,
    ].map((text, at) => ({ way, text, at })),
  ),
)('a fault that nobody expected is told without its message: $way, $at', async ({ way, text }, { world }) => {
  const { giip, machine } = world;
  giip.switches.token = TOKEN_CANARY;
  machine.write('docs/a.md', `${DOC_CANARY}\n`);
  const env = {
    HOME: machine.home,
    ...LOUD,
    NODE_OPTIONS: `--import ${PROGRAM}`,
    CANARY_WAY: way,
    CANARY_TEXT: text,
  };
  const running = machine.startWith({ env }, 'sync', '--json');
  const outputs = await outputsOf(running, machine.stateDir);
  expectSilence(outputs, way);
  expect((await running.ended).code).toBe(1);
  expect(String(outputs.get('standard error'))).toContain('Something unexpected happened');
});

test('a loop keeps silent in everything it writes, whatever it meets', async ({ world }) => {
  const { giip, machine } = world;
  giip.switches.token = TOKEN_CANARY;
  giip.setDoc('docs/there.md', `${DOC_CANARY}\n`);
  giip.fail('get', faults.answer(500, `<p>${TOKEN_CANARY} ${DOC_CANARY}</p>`));
  const env = { HOME: machine.home, ...LOUD };
  const running = machine.startWith({ env }, 'watch', '--json');
  await running.said('"outcome":"offline"');
  await running.said('"pulled":["docs/there.md"]');
  giip.fail('put', faults.answer(400, JSON.stringify({ RstVal: 400, RstMsg: DOC_CANARY })), 'always');
  machine.write('docs/refused.md', `${DOC_CANARY}\n`);
  await running.said('"path":"docs/refused.md"');
  running.child.kill('SIGTERM');
  const outputs = await outputsOf(running, machine.stateDir);
  expectSilence(outputs, 'a loop');
  expect([...outputs.keys()]).toEqual(
    expect.arrayContaining(['the file logs/command.log', 'the file logs/command.jsonl']),
  );
  expect(String(outputs.get('the file logs/command.jsonl'))).toContain('"event":"cycle-ended"');
});
