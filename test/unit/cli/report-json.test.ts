import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { createConsole } from '../../../electron/cli/console.ts';
import { readAll } from '../../../electron/cli/read-all.ts';
import { reportJson } from '../../../electron/cli/report-json.ts';
import { sayReport } from '../../../electron/cli/report-words.ts';
import { EXIT_CODES } from '../../../shared/model/exit-code.ts';
import type { SyncReport } from '../../../shared/model/sync-report.ts';

const NOTHING: SyncReport = {
  outcome: 'inSync',
  pulled: [],
  pushed: [],
  merged: [],
  conflicts: [],
  held: [],
  deletedHere: [],
  goneOnServer: [],
  rejected: [],
  verified: true,
  requests: 1,
  ms: 5,
};

/** What a console wrote on each stream. */
async function written(isJson: boolean, speak: (console: ReturnType<typeof createConsole>) => void) {
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
  speak(createConsole({ stdin, stdout, stderr }, isJson));
  stdout.end();
  stderr.end();
  return { stdout: await text(stdout), stderr: await text(stderr) };
}

describe('the JSON of a report', () => {
  test('has every list, and neither error nor plan when there is none', () => {
    expect(reportJson(NOTHING)).toEqual(NOTHING);
  });

  test('says reasons and errors in words beside the stable codes', () => {
    const held = [{ path: 'docs/a.md', reason: { code: 'held-server-rollback' as const } }];
    const plan = [
      {
        path: 'docs/b.md',
        action: 'pull' as const,
        reason: { code: 'new-on-giip' as const },
        overwrites: false,
      },
    ];
    const error = { code: 'server-unreachable' as const, detail: 'ECONNREFUSED' };
    expect(reportJson({ ...NOTHING, held, plan, error })).toMatchObject({
      held: [{ path: 'docs/a.md', reason: expect.stringMatching(/^GIIP is back/) }],
      plan: [
        {
          path: 'docs/b.md',
          action: 'pull',
          reason: 'New on GIIP, not on this computer.',
          overwrites: false,
        },
      ],
      error: {
        code: 'server-unreachable',
        message: expect.stringContaining('ECONNREFUSED'),
        help: expect.any(String),
      },
    });
  });
});

describe('the console', () => {
  test('keeps standard output for the one object with --json', async () => {
    const { stdout, stderr } = await written(true, (console) => {
      console.say('a word');
      console.complain({ code: 'busy' });
      console.json({ a: 1 });
    });
    expect(stdout).toBe('{"a":1}\n');
    expect(stderr).toContain('a word\n');
  });

  test('prints no object without it, and failures apart from the words', async () => {
    const { stdout, stderr } = await written(false, (console) => {
      console.say('a word');
      console.complain({ code: 'busy' });
      console.json({ a: 1 });
    });
    expect(stdout).toBe('a word\n');
    expect(stderr.trim().split('\n')).toHaveLength(2);
  });

  test('names every item of every list', async () => {
    const report: SyncReport = {
      ...NOTHING,
      outcome: 'conflicts',
      pulled: ['docs/pulled.md'],
      pushed: ['docs/pushed.md'],
      merged: ['docs/merged.md'],
      conflicts: [{ path: 'docs/conflict.md', kind: 'edit/edit' }],
      held: [{ path: 'docs/held.md', reason: { code: 'held-mass-deletion' } }],
      deletedHere: ['docs/deleted.md'],
      goneOnServer: ['docs/gone.md'],
      rejected: [{ path: 'docs/rejected.md', reason: 'not UTF-8 text' }],
    };
    const { stdout } = await written(false, (console) => sayReport(console, report));
    for (const name of ['pulled', 'pushed', 'merged', 'conflict', 'held', 'deleted', 'gone', 'rejected'])
      expect(stdout).toContain(`docs/${name}.md`);
    expect(stdout).toContain('not UTF-8 text');
  });
});

test('the exit codes are those that were published', () => {
  expect(EXIT_CODES).toEqual({
    inSync: 0,
    failed: 1,
    usage: 2,
    unauthorized: 3,
    conflicts: 4,
    offline: 5,
    held: 6,
    busy: 75,
  });
});

describe('standard input', () => {
  test('is read whole', async () => {
    const stream = new PassThrough();
    stream.write('one ');
    stream.end('two');
    expect(await readAll(stream)).toBe('one two');
  });

  test('counts as nothing when it is no token at all', async () => {
    const stream = new PassThrough();
    stream.end('x'.repeat(200_000));
    expect(await readAll(stream)).toBe('');
  });
});
