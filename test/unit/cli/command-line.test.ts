import { describe, expect, test } from 'vitest';
import { parseCommandLine } from '../../../electron/cli/command-line.ts';
import { COMMANDS } from '../../../shared/commands.ts';

const line = (...argv: readonly string[]) => {
  const parsed = parseCommandLine(argv);
  if (!parsed.ok) throw new Error(`${parsed.error.code}: ${parsed.error.detail}`);
  return parsed.value;
};
const refusal = (...argv: readonly string[]) => {
  const parsed = parseCommandLine(argv);
  return parsed.ok ? null : parsed.error;
};

describe('the command line', () => {
  test.for(COMMANDS)('knows %s', (command) => {
    expect(line(command)).toEqual({
      command,
      path: null,
      tokenStdin: false,
      dryRun: false,
      approve: false,
      json: false,
      all: false,
      explain: false,
      fileNames: false,
    });
  });

  test('reads every option, before or after the command, with a space or =', () => {
    expect(
      line(
        '--json',
        '--workspace',
        '/w',
        'sync',
        '--state-dir=/s',
        '--api-url=https://x/api',
        '--lssn',
        '7',
        '--giip-config',
        'a.cfg',
        '--token-stdin',
        '--dry-run',
        '--approve',
      ),
    ).toEqual({
      command: 'sync',
      path: null,
      workspace: '/w',
      stateDir: '/s',
      apiUrl: 'https://x/api',
      lssn: '7',
      giipConfig: 'a.cfg',
      tokenStdin: true,
      dryRun: true,
      approve: true,
      json: true,
      all: false,
      explain: false,
      fileNames: false,
    });
  });

  test.for([
    ['restore', 'docs/a.md', '--version', '12'],
    ['restore', 'docs/a.md', '--version=12'],
    ['--json', 'restore', '--version', '12', 'docs/a.md'],
  ])('takes the version to restore: %j', (argv) => {
    expect(line(...argv)).toMatchObject({ command: 'restore', path: 'docs/a.md', versionId: '12' });
  });

  test('tells --version from --version ID', () => {
    expect(line('--version').command).toBe('version');
    expect(line('sync', '--version').command).toBe('version');
    expect(line('history', 'restore', '--version').command).toBe('version');
    expect(line('--workspace', 'restore', '--version').command).toBe('version');
  });

  test('a document may have the name of a command', () => {
    expect(line('history', 'restore')).toMatchObject({ command: 'history', path: 'restore' });
  });

  test.for([[], ['help'], ['--help'], ['sync', '--help'], ['help', 'sync', 'more']])(
    '%j asks for help',
    (argv) => {
      expect(line(...argv).command).toBe('help');
    },
  );

  test.for([
    { argv: ['snyc'], says: 'snyc' },
    { argv: ['SYNC'], says: 'SYNC' },
    { argv: ['sync', '--fast'], says: '--fast' },
    { argv: ['sync', '--json=yes'], says: '--json' },
    { argv: ['sync', '--lssn'], says: '--lssn' },
    { argv: ['sync', 'docs/a.md'], says: 'docs/a.md' },
    { argv: ['history', 'docs/a.md', 'docs/b.md'], says: 'docs/b.md' },
    { argv: ['sync', '-x'], says: '-x' },
    { argv: ['restore', 'docs/a.md', '--version'], says: "'--version <value>'" },
  ])('refuses $argv', ({ argv, says }) => {
    expect(refusal(...argv)).toMatchObject({ code: 'usage', detail: expect.stringContaining(says) });
  });

  test('has no option that takes a token: arguments can be read by every user of the computer', () => {
    for (const option of ['--token', '--at', '--sk'])
      expect(refusal('sync', option, 'x')?.code).toBe('usage');
  });

  test('a path may begin with a dash after --', () => {
    expect(line('history', '--', '-a.md')).toMatchObject({ path: '-a.md' });
  });
});
