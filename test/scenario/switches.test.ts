import { statSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { GiipSwitches } from '../giip-server/giip-switches.ts';
import type { TestGiip } from '../giip-server/start-test-giip.ts';
import type { Machine, Synced } from './support/machine.ts';
import { syncInProcess } from './support/run-in-process.ts';
import { test } from './support/scenario-test.ts';

/** Every reading of the published page that it leaves open, one at a time, and the worst of them together. */
const READINGS: readonly Partial<GiipSwitches>[] = [
  {},
  { unauthorizedStatus: 401 },
  { documents: 'changed-only' },
  { unchanged: 'omitted' },
  { unchanged: 'null' },
  { unchanged: 'empty' },
  { oneHashMatches: 'not-modified' },
  { hash: 'counter' },
  { hash: 'time' },
  { hash: 'per-response' },
  { skewedAnswers: 1 },
  { staleAfterPush: 1 },
  { rstVal: 'string' },
  { data: 'data' },
  { data: 'array-of-one' },
  { notModified: 'data-absent' },
  { notModified: 'http-304' },
  { normalise: 'trim' },
  { normalise: 'crlf' },
  { normalise: 'lf' },
  { normalise: 'strip-bom' },
  { normalise: 'add-final-newline' },
  { docPath: 'backslash' },
  { docPath: 'without-docs' },
  { compression: 'gzip' },
  { compression: 'deflate' },
  { compression: 'raw-deflate' },
  { compression: 'br' },
  { byteOrderMark: true },
  {
    documents: 'changed-only',
    unchanged: 'omitted',
    notModified: 'http-304',
    rstVal: 'string',
    data: 'data',
  },
  { documents: 'changed-only', unchanged: 'empty', hash: 'counter', docPath: 'backslash', normalise: 'crlf' },
  { hash: 'per-response', oneHashMatches: 'not-modified', normalise: 'trim', docPath: 'without-docs' },
];

const REPEATS = 20;
/** A GIIP that shows a push late, or changes it on its way in, needs more than one. */
const MOST_SYNCS = 4;

async function untilInStep(machine: Machine): Promise<Synced> {
  for (let left = MOST_SYNCS; ; left -= 1) {
    const report = await syncInProcess(machine);
    if ((report.code === 0 && report.pushed.length + report.pulled.length === 0) || left === 0) return report;
  }
}

/** What GIIP holds under this path, however it spells it. */
function docThere(giip: TestGiip, path: string): string | undefined {
  const names = [path, path.replaceAll('/', '\\'), path.slice('docs/'.length)];
  return names.map((name) => giip.doc(name)).find((text) => text !== undefined);
}

function plain(text: string | null | undefined): string | undefined {
  return text
    ?.replace(/^\ufeff/, '')
    .replaceAll('\r\n', '\n')
    .trim();
}

function stamps(machine: Machine, paths: readonly string[]): readonly string[] {
  return paths.map((path) => {
    const { mtimeMs, ino, ctimeMs } = statSync(join(machine.workspace, path));
    return [path, mtimeMs, ctimeMs, ino].join(' ');
  });
}

const HERE = 'docs/sub/here.md';
const THERE = 'docs/there.md';
const CONFIGS = ['configs/agent.json', 'configs/there.json'] as const;
const BOTH = '\ufeffone\r\ntwo\r\nthree\r\nfour\r\nfive\r\n';

test.for(READINGS)('the same story under %j', { timeout: 120_000 }, async (reading, { machine, giip }) => {
  machine.write(HERE, BOTH);
  machine.write('docs/second.md', 'second\n');
  machine.write('configs/agent.json', '\ufeff{\r\n    "a":  1,\r\n    "b":  9007199254740993\r\n}\r\n');
  giip.setDoc(THERE, 'there\n');
  giip.setConfig('there.json', '{"x":1}');
  Object.assign(giip.switches, reading);
  expect(await untilInStep(machine)).toMatchObject({ code: 0, conflicts: [], held: [], rejected: [] });
  expect(machine.read(THERE)?.trim()).toBe('there');
  expect(plain(docThere(giip, HERE))).toBe(plain(BOTH));

  // An edit here, one there, and one on both sides in different places.
  machine.write(
    'configs/agent.json',
    (machine.read('configs/agent.json') ?? '').replace('"a":  1', '"a":  2'),
  );
  giip.setConfig('there.json', '{"x":2}');
  machine.write(HERE, BOTH.replace('one', 'ONE'));
  giip.setDoc(wireOf(giip, HERE), 'one\ntwo\nthree\nfour\nFIVE\n');
  expect(await untilInStep(machine)).toMatchObject({ code: 0, conflicts: [], held: [] });
  expect(machine.read('configs/agent.json')).toBe(
    '\ufeff{\r\n    "a":  2,\r\n    "b":  9007199254740993\r\n}\r\n',
  );
  expect(giip.config('agent.json')).toContain('9007199254740993');
  expect(JSON.parse(machine.read('configs/there.json') ?? '')).toEqual({ x: 2 });
  expect(plain(machine.read(HERE))).toBe('ONE\ntwo\nthree\nfour\nFIVE');
  expect(plain(docThere(giip, HERE))).toBe('ONE\ntwo\nthree\nfour\nFIVE');

  const paths = [HERE, THERE, 'docs/second.md', ...CONFIGS];
  const before = stamps(machine, paths);
  giip.requests.length = 0;
  for (let n = 0; n < REPEATS; n += 1)
    expect(await syncInProcess(machine)).toMatchObject({ code: 0, pulled: [], pushed: [], merged: [] });
  expect(giip.requests.filter(({ call }) => call === 'put')).toEqual([]);
  expect(stamps(machine, paths)).toEqual(before);
});

/** The name under which GIIP holds a document now. */
function wireOf(giip: TestGiip, path: string): string {
  return [...giip.content().docs.keys()].find((name) => path.endsWith(name.replaceAll('\\', '/'))) ?? path;
}

test('text that GIIP has turned into question marks replaces nothing here', async ({ machine, giip }) => {
  giip.switches.normalise = 'question-marks';
  machine.write('docs/a.md', '한국어 문서\n둘째 줄\n');
  machine.write('configs/a.json', '{"name":"한국어"}');
  for (let n = 0; n < 3; n += 1) {
    await syncInProcess(machine);
    expect(machine.read('docs/a.md')).toBe('한국어 문서\n둘째 줄\n');
    expect(machine.read('configs/a.json')).toBe('{"name":"한국어"}');
  }
});

test('a literal \\n that GIIP turns into a new line is not taken for somebody’s edit', async ({
  machine,
  giip,
}) => {
  giip.switches.normalise = 'backslash-n';
  machine.write('docs/a.md', 'print("a\\nb")\n');
  for (let n = 0; n < 4; n += 1) await syncInProcess(machine);
  expect(machine.read('docs/a.md')).toBe('print("a\\nb")\n');
});
