import { spawnSync } from 'node:child_process';
import { linkSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test as plainTest } from 'vitest';
import { type Machine, TOKEN } from '../scenario/support/machine.ts';
import { readTree } from '../scenario/support/read-tree.ts';
import { type Touch, touchesIn, traced } from './support/file-trace.ts';
import { guardCanaries, inStep, type World } from './support/hostile-story.ts';
import { test } from './support/hostile-test.ts';
import { NAUGHTY } from './support/naughty-strings.ts';
import { REFUSED_NAMES } from './support/refused-names.ts';

/** Only these may be changed: the two sections, our own folder beside them, our own data; and where nothing is kept. */
function isOurs(machine: Machine, { path }: Touch): boolean {
  const { workspace, stateDir } = machine;
  const ours = [`${workspace}/docs`, `${workspace}/configs`, `${workspace}/.openclaw-sync`, stateDir];
  if (['/dev/null', '/dev/tty'].includes(path)) return true;
  return ours.some((place) => path === place || path.startsWith(`${place}/`));
}

/** Every name of the list of hostile ones, and everything odd that can stand in a folder. */
function plantEverything({ giip, machine }: World): string {
  const outside = join(machine.root, 'outside');
  mkdirSync(outside);
  writeFileSync(join(outside, 'secret.md'), 'secret\n');
  writeFileSync(join(outside, 'hard.md'), 'hard\n');
  const docs = join(machine.workspace, 'docs');
  symlinkSync(outside, join(docs, 'linked'));
  symlinkSync(join(outside, 'secret.md'), join(docs, 'secret.md'));
  linkSync(join(outside, 'hard.md'), join(docs, 'hard.md'));
  expect(spawnSync('mkfifo', [join(docs, 'pipe.md')]).status).toBe(0);
  mkdirSync(join(docs, 'folder.md'));
  const odd = [
    'linked/a.md',
    'linked/sub/a.md',
    'secret.md',
    'hard.md',
    'pipe.md',
    'folder.md',
    '%2e%2e/x',
    'é',
    'e\u0301',
  ];
  const wires = [
    ...REFUSED_NAMES.flatMap(({ docs: refused = [] }) => refused),
    ...NAUGHTY.flatMap((name) => [name, `docs/${name}`, `docs/sub/${name}/x.md`]),
    ...odd.map((name) => `docs/${name}`),
    ...[
      '~/.ssh/config',
      'guide.md',
      'docs/sub\\a.md',
      'docs/A.md',
      'docs/a.md',
      'docs/b',
      'docs/b/c.md',
      'docs/x.asar/y.md',
    ],
  ];
  const keys = [
    ...REFUSED_NAMES.flatMap(({ configs = [] }) => configs),
    ...NAUGHTY.map((name) => `${name}.json`),
  ];
  giip.rollbackTo({
    docs: new Map([...wires.map((wire) => [wire, `text of ${wire}\n`] as const), ...giip.content().docs]),
    configs: new Map([...keys.map((key) => [key, '{"hostile":true}'] as const), ...giip.content().configs]),
  });
  return outside;
}

describe('what is written, as the kernel saw it', () => {
  test.for([
    ['P01 X03 X04 a pull of every hostile name into a folder of links, pipes and folders', []],
    ['P01 X03 X04 a dry run of it', ['--dry-run']],
  ] as const)(
    '%s: nothing is opened for writing, made, moved or removed but in our own places',
    async ([, words], { world }) => {
      const { machine } = world;
      await inStep(world);
      const outside = plantEverything(world);
      const expectUntouched = guardCanaries(machine);
      const before = readTree(outside);
      const { ran, touches } = await traced(machine, 'sync', '--json', ...words);
      const report = JSON.parse(ran.stdout);
      expect(report).toMatchObject({ outcome: 'inSync', pushed: [] });
      expect(touches.filter((touch) => !isOurs(machine, touch))).toEqual([]);
      const linked = ['docs/linked/', 'docs/secret.md', 'docs/hard.md', 'docs/pipe.md'];
      const throughLinks = linked.map((path) => join(machine.workspace, path));
      expect(touches.filter(({ path }) => throughLinks.some((link) => `${path}/`.startsWith(link)))).toEqual(
        [],
      );
      if (words.length > 0)
        expect(touches.filter(({ path }) => path.startsWith(machine.workspace))).toEqual([]);
      // The trace is not blind: it saw every file that was pulled.
      const seen = new Set(touches.map(({ path }) => path));
      // One name is the Agent Token itself, which a report does not repeat.
      const pulled: readonly string[] = report.pulled;
      for (const path of pulled)
        expect(seen).toContain(join(machine.workspace, path.replaceAll('[hidden]', TOKEN)));
      expect(report.pulled.length).toBeGreaterThan(words.length > 0 ? -1 : 300);
      expect(readTree(outside)).toEqual(before);
      expectUntouched();
    },
  );
});

plainTest('P01 the reader of traces bites: a write outside is seen, in every form', () => {
  const trace = [
    '12 openat(AT_FDCWD</place>, "a/../../etc/x", O_WRONLY|O_CREAT, 0666) = -1 EACCES (Permission denied)',
    '12 openat(AT_FDCWD</place>, "/place/read-only", O_RDONLY|O_CLOEXEC) = 3</place/read-only>',
    '12 rename("/place/a", "/place/\\303\\251") = 0',
    '12 unlinkat(5</place/docs>, "b\\"c", 0) = 0',
    '12 pwrite64(7</place/file>, "x"..., 1, 0) = 1',
    '12 write(1<pipe:[99]>, "x", 1) = 1',
    '12 symlink("/etc/passwd", "/place/link") = 0',
    '12 mkdir("/place/new", 0777 <unfinished ...>',
  ].join('\n');
  const paths = [
    '/etc/x',
    '/place/a',
    '/place/é',
    '/place/docs/b"c',
    '/place/file',
    '/etc/passwd',
    '/place/link',
    '/place/new',
  ];
  expect(touchesIn(trace).map(({ path }) => path)).toEqual(paths);
});
