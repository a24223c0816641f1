import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { inProject } from '../../build/project-paths.mjs';
import { processesWith } from '../../build/session-processes.mjs';

const script = inProject('build', 'desktop-session.mjs');
const isLinux = process.platform === 'linux';

function inSession(...command: string[]) {
  return spawnSync(process.execPath, [script, ...command], { encoding: 'utf8' });
}

async function startWaiting(): Promise<{ child: ReturnType<typeof spawn>; folder: string }> {
  const child = spawn(process.execPath, [script, 'sh', '-c', 'echo $XDG_RUNTIME_DIR; exec sleep 60'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  if (!child.stdout) throw new Error('no output');
  const [line] = await once(child.stdout, 'data');
  return { child, folder: String(line).trim() };
}

async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await pause(50);
}

describe.runIf(isLinux)('a desktop session of its own', () => {
  test('hands on the exit code', () => {
    expect(inSession('sh', '-c', 'exit 7').status).toBe(7);
  });

  test('has a screen, a session bus and an unlocked keyring', () => {
    const question = ['--session', '--print-reply', '--dest=org.freedesktop.secrets'];
    const property = ['string:org.freedesktop.Secret.Collection', 'string:Locked'];
    const keyring = '/org/freedesktop/secrets/collection/login';
    const { stdout } = inSession(
      'dbus-send',
      ...question,
      keyring,
      'org.freedesktop.DBus.Properties.Get',
      ...property,
    );
    expect(stdout).toContain('boolean false');
    expect(inSession('sh', '-c', 'echo $DISPLAY').stdout).toMatch(/^:\d+$/m);
  });

  test('stands beside others, each with a screen, a bus and folders of its own', () => {
    const program = inProject('test', 'scenario', 'programs', 'in-two-sessions.mjs');
    const { stdout } = spawnSync(process.execPath, [program], { encoding: 'utf8' });
    const { answers, sessions, display } = JSON.parse(stdout);
    const [first, second] = sessions as readonly Record<string, string>[];
    expect(answers).toEqual([0, 0]);
    expect(display).toBe(first?.DISPLAY);
    expect(Object.keys(first ?? {}).filter((name) => first?.[name] === second?.[name])).toEqual([]);
    const rooms = [first, second].map((session) => session?.XDG_RUNTIME_DIR ?? '');
    expect(rooms.flatMap((room) => processesWith(`XDG_RUNTIME_DIR=${room}`))).toEqual([]);
    expect(rooms.filter((room) => existsSync(room))).toEqual([]);
  });

  test('says what is wrong when the program does not exist', () => {
    expect(inSession('/no/such/program').status).not.toBe(0);
  });

  test.each(['SIGTERM', 'SIGKILL'] as const)('leaves no process behind after %s', async (signal) => {
    const { child, folder } = await startWaiting();
    const members = () => processesWith(`XDG_RUNTIME_DIR=${folder}`).length;
    expect(members()).toBeGreaterThanOrEqual(4);
    child.kill(signal);
    await until(() => members() === 0);
    if (signal === 'SIGTERM') await until(() => !existsSync(folder));
  });
});
