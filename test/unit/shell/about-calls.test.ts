import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { aboutCalls } from '../../../electron/shell/about-calls.ts';

const folder = mkdtempSync(join(tmpdir(), 'about-'));
const file = join(folder, 'licences.json.gz');
afterAll(() => rmSync(folder, { recursive: true }));

test('the notices are those of the build, and their absence is an answer', async () => {
  const calls = aboutCalls(file);
  expect(await calls['app.licences'](null)).toMatchObject({ ok: false, error: { code: 'unexpected' } });
  const notices = [{ name: 'thing', version: '1.0.0', licence: 'MIT', text: 'words' }];
  writeFileSync(file, gzipSync(JSON.stringify(notices)));
  expect(await calls['app.licences'](null)).toEqual({ ok: true, value: notices });
});

test('the versions are those of the program that runs', async () => {
  const answer = await aboutCalls(file)['app.about'](null);
  expect(answer).toMatchObject({ ok: true, value: { version: '0.0.0-test' } });
  expect(answer.ok && answer.value.parts.at(-1)).toEqual({ name: 'Node.js', version: process.versions.node });
});
