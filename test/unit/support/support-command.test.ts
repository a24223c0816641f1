import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { runCli } from '../../../electron/cli/run-cli.ts';
import { temporaryFolder } from '../../contract/state-makers.ts';

const TOKEN = 'sk-0123456789abcdef';
const PROXY_PASSWORD = 'hunter22-of-the-proxy';
/** Nothing listens there: the doctor says so, and the bundle is made all the same. */
const NOWHERE = 'http://127.0.0.1:9/api';

function setUp() {
  const root = temporaryFolder();
  const workspace = join(root, '.openclaw');
  for (const folder of ['configs', 'docs']) mkdirSync(join(workspace, folder), { recursive: true });
  writeFileSync(join(workspace, 'docs', 'my plan.md'), 'the text of the plan\n');
  const where = [
    '--workspace',
    workspace,
    '--state-dir',
    join(root, 'state'),
    '--api-url',
    NOWHERE,
    '--lssn',
    '71',
  ];
  const run = async (...words: readonly string[]) => {
    const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
    const said = Promise.all([text(stdout), text(stderr)]);
    const environment = {
      HOME: root,
      OPENCLAW_SYNC_TOKEN: TOKEN,
      HTTPS_PROXY: `http://mary:${PROXY_PASSWORD}@127.0.0.1:9`,
    };
    const code = await runCli(['support', ...words], environment, { stdin, stdout, stderr });
    stdout.end();
    stderr.end();
    const [out, err] = await said;
    return { code, out, err };
  };
  return { root, where, run, file: join(root, 'bundle.zip') };
}

describe('openclaw-sync support', () => {
  it('writes one file for its owner, and says that nothing was sent', async () => {
    const { run, where, file, root } = setUp();
    const { code, out } = await run(...where, '--output', file);
    expect([code, out]).toEqual([0, expect.stringContaining(`${file} was written. Nothing was sent`)]);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readFileSync(file).toString('latin1')).toContain('manifest.json');
    expect(readdirSync(root).sort()).toEqual(['.openclaw', 'bundle.zip']);
  });

  it('never writes over a file that is there', async () => {
    const { run, where, file } = setUp();
    writeFileSync(file, 'mine');
    const { code, out } = await run(...where, '--output', file, '--json');
    expect([code, JSON.parse(out)]).toMatchObject([2, { outcome: 'usage', error: { code: 'usage' } }]);
    expect(readFileSync(file, 'utf8')).toBe('mine');
  });

  it('a place that cannot be written is exit code 1', async () => {
    const { run, where, root } = setUp();
    const { code, out } = await run(...where, '--output', join(root, 'no', 'folder', 'x.zip'), '--json');
    expect([code, JSON.parse(out)]).toMatchObject([
      1,
      { outcome: 'failed', error: { code: 'write-failed' } },
    ]);
  });

  it('shows with --dry-run all that it would write, and writes nothing', async () => {
    const { run, where, file } = setUp();
    const { code, out } = await run(...where, '--output', file, '--dry-run');
    expect(code).toBe(0);
    for (const part of ['manifest.json', '"finding": "folder-ok"', '"filesHere": 1'])
      expect(out).toContain(part);
    for (const hidden of ['my plan', 'the text', TOKEN]) expect(out).not.toContain(hidden);
    expect(existsSync(file)).toBe(false);
    expect((await run(...where, '--dry-run', '--file-names')).out).toContain('docs/my plan.md');
  });

  it.each([TOKEN, PROXY_PASSWORD])('hides %s wherever somebody has written it', async (secret) => {
    const { run, where, root } = setUp();
    writeFileSync(join(root, '.openclaw', 'docs', `${secret}.md`), 'a name is a name\n');
    const { out } = await run(...where, '--dry-run', '--file-names');
    expect(out).toContain('docs/[hidden].md');
    expect(out).not.toContain(secret);
  });

  it('works where nothing is set up yet, which is when it is needed', async () => {
    const { run, root, file } = setUp();
    const { code, out } = await run('--state-dir', join(root, 'empty'), '--output', file, '--json');
    expect(code).toBe(0);
    const { outcome, file: written, files } = JSON.parse(out);
    expect([outcome, written]).toEqual(['inSync', file]);
    expect(files.map(({ name }: { name: string }) => name)).toContain('doctor.json');
  });
});
