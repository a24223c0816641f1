import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type LocalVersion, readVersion, type ToRead } from '../../../electron/sync/read-version.ts';
import { contentId } from '../../../electron/workspace/content-id.ts';
import { createNodeWorkspace } from '../../../electron/workspace/node-workspace.ts';
import { sharedReading } from '../../../electron/workspace/shared-reading.ts';
import { type TempWorkspace, tempWorkspace } from './temp-workspace.ts';

const READER = join(import.meta.dirname, '..', '..', '..', 'electron', 'version-reader.ts');
const MANY = 3_000;

/** Many documents, and among them all that a file can be beside an ordinary text. */
function manyFiles(space: TempWorkspace): readonly ToRead[] {
  const paths = Array.from({ length: MANY }, (_, at) => `docs/part-${at % 7}/${at}.md`);
  for (const path of paths) space.edit(path, `text of ${path}\n`);
  space.edit('configs/agent.json', '{ "name": "one" }\r\n');
  space.edit('configs/broken.json', '{ "name": ');
  space.edit('docs/bytes.md', new Uint8Array([0xff, 0xfe, 0x00]));
  mkdirSync(space.absolute('docs/folder.md'));
  symlinkSync(space.absolute('docs/bytes.md'), space.absolute('docs/link.md'));
  const odd = [
    'configs/agent.json',
    'configs/broken.json',
    'docs/bytes.md',
    'docs/folder.md',
    'docs/link.md',
  ];
  return [...odd, 'docs/gone.md', ...paths].map((path) => ({ path, known: undefined }));
}

interface Reading {
  readonly found: ReadonlyMap<string, LocalVersion>;
  /** How often each was told. */
  readonly told: number;
  readonly readHere: number;
  readonly failures: readonly unknown[];
}

async function readWith(space: TempWorkspace, program: string, wanted: readonly ToRead[]): Promise<Reading> {
  const folder = createNodeWorkspace({ root: space.root });
  const found = new Map<string, LocalVersion>();
  const failures: unknown[] = [];
  let told = 0;
  let readHere = 0;
  const workspace: Pick<typeof folder, 'read'> = {
    read(path) {
      readHere += 1;
      return folder.read(path);
    },
  };
  const read = sharedReading({
    program,
    root: space.root,
    workspace,
    digest: contentId,
    onFailure: (cause) => failures.push(cause),
  });
  await read(wanted, ({ path }, version) => {
    told += 1;
    found.set(path, version);
  });
  return { found, told, readHere, failures };
}

/** Whether it is settled depends on when it is asked. */
function withoutTime(found: LocalVersion | undefined): unknown {
  return found?.state === 'present' ? { ...found, settled: null } : found;
}

async function expectSameAsAlone(space: TempWorkspace, wanted: readonly ToRead[], { found }: Reading) {
  const workspace = createNodeWorkspace({ root: space.root });
  for (const one of wanted) {
    const alone = await readVersion(workspace, contentId, one);
    expect(withoutTime(found.get(one.path)), one.path).toEqual(withoutTime(alone));
  }
}

test('two threads tell of each file once what one alone tells, and share the work', async () => {
  const space = tempWorkspace();
  const wanted = manyFiles(space);
  const reading = await readWith(space, READER, wanted);
  expect(reading.told).toBe(wanted.length);
  expect(reading.failures).toEqual([]);
  expect(reading.readHere).toBeLessThan(wanted.length);
  await expectSameAsAlone(space, wanted, reading);
});

test('a thread that dies with files in its hands costs time and no file', async () => {
  const space = tempWorkspace();
  const wanted = manyFiles(space);
  const dying = join(import.meta.dirname, 'programs', 'reader-that-dies.ts');
  const reading = await readWith(space, dying, wanted);
  expect(reading.told).toBe(wanted.length);
  expect(reading.failures).toEqual([expect.objectContaining({ message: 'the reader dies' })]);
  await expectSameAsAlone(space, wanted, reading);
});

test('a thread that never comes up is not missed', async () => {
  const space = tempWorkspace();
  const wanted = manyFiles(space);
  const reading = await readWith(space, join(space.parent, 'nothing.ts'), wanted);
  expect(reading.told).toBe(wanted.length);
  expect(reading.readHere).toBe(wanted.length);
  expect(reading.failures).toHaveLength(1);
});

test('few files are read without another thread', async () => {
  const space = tempWorkspace();
  const wanted = manyFiles(space).slice(0, 100);
  const reading = await readWith(space, join(space.parent, 'nothing.ts'), wanted);
  expect(reading).toMatchObject({ told: 100, readHere: 100, failures: [] });
});

test('a text that was known keeps its very version, whoever read it', async () => {
  const space = tempWorkspace();
  const first = await readWith(space, READER, manyFiles(space));
  const wanted = [...first.found].flatMap(([path, found]) =>
    found.state === 'present' ? [{ path, known: found.version }] : [],
  );
  const again = await readWith(space, READER, wanted);
  for (const { path, known } of wanted) {
    const found = again.found.get(path);
    expect(found?.state === 'present' && found.version === known, path).toBe(true);
  }
});
