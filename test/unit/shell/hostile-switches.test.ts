import { expect, test } from 'vitest';
import { refusedSwitch } from '../../../electron/shell/hostile-switches.ts';

const shipped = { packaged: true, inspectorUrl: undefined };

test.each([
  '--remote-debugging-port=9222',
  '--remote-debugging-port',
  '--remote-debugging-pipe',
  '-remote-debugging-port=0',
  '--Remote-Debugging-Port=9222',
  '/remote-debugging-port=9222',
  '--no-sandbox',
  '--disable-web-security',
  '--ignore-certificate-errors',
  '--host-rules=MAP * 127.0.0.1',
  '--host-resolver-rules=MAP * 127.0.0.1',
  '--proxy-server=evil:8080',
  '--log-net-log=/tmp/x',
  '--ssl-key-log-file=/tmp/x',
  '--auth-server-allowlist=*',
  '--auth-server-whitelist=*',
  '--auth-negotiate-delegate-whitelist=*',
  '--browser-subprocess-path=/tmp/x',
  '--no-zygote-sandbox',
  '--disable-gpu-sandbox',
  '--load-extension=/tmp/x',
  '--renderer-cmd-prefix=gdb',
  '--js-flags=--expose-gc',
])('what ships does not start with %s', (word) => {
  expect(refusedSwitch({ argv: ['--hidden', word], ...shipped })).toContain('does not start with --');
});

test.each([
  '--hidden',
  '--workspace=/remote-debugging-port',
  '--password-store=gnome-libsecret',
  '--ozone-platform=wayland',
  '/home/no-sandbox',
  'no-sandbox',
])('it starts with %s', (word) => {
  expect(refusedSwitch({ argv: [word], ...shipped })).toBeNull();
});

test('root is told the way', () => {
  expect(refusedSwitch({ argv: ['--no-sandbox'], ...shipped })).toContain('As root, use the commands');
});

test('a build whose inspector listens is a test build, and a checkout is no product', () => {
  const argv = ['--remote-debugging-port=0', '--no-sandbox'];
  expect(refusedSwitch({ argv, packaged: true, inspectorUrl: 'ws://127.0.0.1:1/x' })).toBeNull();
  expect(refusedSwitch({ argv, packaged: false, inspectorUrl: undefined })).toBeNull();
});
