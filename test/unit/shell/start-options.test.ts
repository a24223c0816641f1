import { expect, test } from 'vitest';
import { startOptions } from '../../../electron/shell/start-options.ts';

const read = (...words: string[]) => startOptions(words, '/here');

test.each<[string[], object]>([
  [[], { hidden: false }],
  [['--hidden'], { hidden: true }],
  [['--workspace', '/w', '--lssn', '7'], { hidden: false, workspace: '/w', lssn: '7' }],
  [['--workspace=rel/w'], { hidden: false, workspace: '/here/rel/w' }],
  [['--state-dir', 'sync'], { hidden: false, stateDir: '/here/sync' }],
  [['--api-url=http://127.0.0.1:1/api?a=b'], { hidden: false, apiUrl: 'http://127.0.0.1:1/api?a=b' }],
  [['--no-sandbox', '--password-store=gnome-libsecret', '--hidden'], { hidden: true }],
  [['--inspect=0', '--remote-debugging-port=0'], { hidden: false }],
  [['--ozone-platform-hint=auto'], { hidden: false }],
  [['-psn_0_12345'], { hidden: false }],
])('%j is the tray application with %j', (words, options) => {
  expect(read(...words)).toEqual({ as: 'tray', options });
});

test.each<[string[], string[]]>([
  [
    ['sync', '--json'],
    ['sync', '--json'],
  ],
  [['--help'], ['--help']],
  [['--version'], ['--version']],
  [
    ['--ozone-platform=headless', '--disable-gpu', '--no-sandbox', 'status', '--workspace', '/w'],
    ['status', '--workspace', '/w'],
  ],
  [['--json'], ['--json']],
  [
    ['--workspace', '/w', 'sync'],
    ['--workspace', '/w', 'sync'],
  ],
  [['nonsense'], ['nonsense']],
  [['constructor'], ['constructor']],
  [['--workspace'], ['--workspace']],
  [
    ['--hidden=yes', 'x'],
    ['--hidden=yes', 'x'],
  ],
])('%j is for the command line', (words, argv) => {
  expect(read(...words)).toEqual({ as: 'command', argv });
});
