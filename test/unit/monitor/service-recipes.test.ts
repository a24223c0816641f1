import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { inProject } from '../../../build/project-paths.mjs';
import { descendants, type XmlElement, xmlTree } from '../policy/xml-tree.ts';

// Neither Windows nor macOS is here: the recipes are read, never run.

function read(...path: readonly string[]): XmlElement {
  return xmlTree(readFileSync(inProject('build', ...path), 'utf8'));
}

/** The text of the one element that is reached by these names. */
function textAt(root: XmlElement, ...names: readonly string[]): string {
  const end = names.reduce<readonly XmlElement[]>(
    (found, name) => found.flatMap(({ children }) => children.filter((child) => child.name === name)),
    [root],
  );
  expect(end.length, names.join('/')).toBe(1);
  return end[0]?.text.trim() ?? '';
}

describe('the task for Windows', () => {
  const task = read('windows', 'openclaw-sync-watch.task.xml');

  test('is of the Task Scheduler and starts the loop where the installer puts the program', () => {
    expect(task.attributes.xmlns).toBe('http://schemas.microsoft.com/windows/2004/02/mit/task');
    const { productName, executableName } = Object.fromEntries(
      readFileSync(inProject('build', 'electron-builder.yml'), 'utf8')
        .split('\n')
        .map((line) => line.split(': ')),
    );
    const program = `%ProgramFiles%\\${productName}\\${executableName}.exe`;
    expect(textAt(task, 'Actions', 'Exec', 'Command')).toBe(program);
    expect(textAt(task, 'Actions', 'Exec', 'Arguments')).toBe('watch');
  });

  test('at start-up and at logon, again when it has ended, never twice, never ended by the clock or a battery', () => {
    expect(textAt(task, 'Triggers', 'BootTrigger', 'Repetition', 'Interval')).toBe('PT15M');
    expect(textAt(task, 'Triggers', 'LogonTrigger', 'Enabled')).toBe('true');
    const settings = {
      MultipleInstancesPolicy: 'IgnoreNew',
      ExecutionTimeLimit: 'PT0S',
      StopIfGoingOnBatteries: 'false',
      DisallowStartIfOnBatteries: 'false',
    };
    for (const [name, value] of Object.entries(settings)) expect(textAt(task, 'Settings', name)).toBe(value);
  });

  test('without rights that it does not need, and without a token', () => {
    expect(textAt(task, 'Principals', 'Principal', 'RunLevel')).toBe('LeastPrivilege');
    expect(
      descendants(task)
        .map(({ text }) => text)
        .join(),
    ).not.toMatch(/token|sk-/i);
  });
});

describe('the agent for macOS', () => {
  const agent = read('macos', 'net.netbako.openclaw-sync.watch.plist');
  const [dictionary] = agent.children;
  const pairs = new Map(
    dictionary?.children.flatMap((child, at, all) =>
      child.name === 'key' ? [[child.text, all[at + 1]] as const] : [],
    ),
  );

  test('starts the loop of the installed application at sign-in', () => {
    expect(pairs.get('Label')?.text).toBe('net.netbako.openclaw-sync.watch');
    expect(pairs.get('ProgramArguments')?.children.map(({ text }) => text)).toEqual([
      '/Applications/Openclaw Sync.app/Contents/MacOS/openclaw-sync',
      'watch',
    ]);
    expect(pairs.get('RunAtLoad')?.name).toBe('true');
  });

  test('is started again after a failure only, and has time to end', () => {
    const keepAlive = pairs.get('KeepAlive')?.children.map(({ name, text }) => text || name);
    expect(keepAlive).toEqual(['SuccessfulExit', 'false']);
    expect(Number(pairs.get('ExitTimeOut')?.text)).toBeGreaterThan(10);
  });
});
