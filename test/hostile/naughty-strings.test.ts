import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test as plainTest } from 'vitest';
import { isIgnoredName } from '../../electron/workspace/ignored-names.ts';
import { safePath } from '../../electron/workspace/safe-path.ts';
import { type Machine, TOKEN } from '../scenario/support/machine.ts';
import { syncInProcess } from '../scenario/support/run-in-process.ts';
import { guardCanaries, inStep, namesIn, worksAgain } from './support/hostile-story.ts';
import { test } from './support/hostile-test.ts';
import { HALVES, NAUGHTY } from './support/naughty-strings.ts';

function pathOf(index: number): string {
  return `docs/case-${String(index).padStart(3, '0')}.md`;
}

const configOf = (index: number): string =>
  pathOf(index).replace('docs/', 'configs/').replace('.md', '.json');

/** A configuration that holds it as a value, as a key and among others. */
const asConfig = (text: string): string => JSON.stringify({ value: text, [`key ${text}`]: [text] });

const withoutMark = (text: string): string => text.replace(/^\ufeff/, '');

function expectTexts(machine: Machine, textOf: (text: string) => string): void {
  for (const [index, text] of NAUGHTY.entries())
    expect(machine.read(pathOf(index)), JSON.stringify(text).slice(0, 80)).toBe(textOf(text));
}

plainTest('E12 there are enough of them, and each is UTF-8', () => {
  expect(NAUGHTY.length).toBeGreaterThanOrEqual(200);
  for (const text of NAUGHTY) expect(Buffer.from(text).toString()).toBe(text);
  for (const text of HALVES) expect(Buffer.from(text).toString()).not.toBe(text);
});

/** How a report writes a path: one name here is the Agent Token itself, which nothing that we print repeats. */
const told = (path: string): string => path.replaceAll(TOKEN, '[hidden]');

describe('E12 as texts', () => {
  test('E12 from this computer to GIIP to another one, byte for byte', async ({ world, another }) => {
    const { giip, machine } = world;
    for (const [index, text] of NAUGHTY.entries()) {
      machine.write(pathOf(index), text);
      machine.write(configOf(index), asConfig(text));
    }
    expect(await syncInProcess(machine)).toMatchObject({ code: 0, rejected: [], conflicts: [], pulled: [] });
    for (const [index, text] of NAUGHTY.entries()) {
      // A byte-order mark in front is the disk's own: it is not sent.
      expect(giip.doc(pathOf(index))).toBe(withoutMark(text));
      expect(giip.config(configOf(index).replace('configs/', ''))).toBe(asConfig(text));
    }
    expectTexts(machine, (text) => text);
    const other = another();
    expect(await syncInProcess(other)).toMatchObject({ code: 0, rejected: [], pushed: [] });
    expectTexts(other, withoutMark);
    for (const [index, text] of NAUGHTY.entries())
      expect(JSON.parse(other.read(configOf(index)) ?? '')).toEqual(JSON.parse(asConfig(text)));
    for (const computer of [machine, other])
      expect(await syncInProcess(computer)).toMatchObject({ code: 0, pulled: [], pushed: [], merged: [] });
    await worksAgain(world);
  });

  test('E12 from GIIP to two computers, and an edit of each back, byte for byte', async ({
    world,
    another,
  }) => {
    const { giip, machine } = world;
    const other = another();
    const docs = new Map(NAUGHTY.map((text, index) => [pathOf(index), text]));
    giip.rollbackTo({ configs: new Map(), docs });
    for (const computer of [machine, other]) {
      const met = await syncInProcess(computer);
      expect(met).toMatchObject({ code: 0, rejected: [], pushed: [] });
      expectTexts(computer, (text) => text);
    }
    const edited = (text: string): string => `edited: ${text} :edited`;
    for (const [index, text] of NAUGHTY.entries()) other.write(pathOf(index), edited(text));
    expect((await syncInProcess(other)).pushed).toHaveLength(NAUGHTY.length);
    for (const [index, text] of NAUGHTY.entries()) expect(giip.doc(pathOf(index))).toBe(edited(text));
    // Every file at once is looked at by a person first.
    expect(await syncInProcess(machine)).toMatchObject({ code: 6, pulled: [] });
    expect(await syncInProcess(machine, '--approve')).toMatchObject({ code: 0, conflicts: [] });
    expect(await syncInProcess(machine)).toMatchObject({ code: 0, pulled: [], pushed: [] });
    await worksAgain(world);
  });

  test('J26 half of a character in a text from GIIP is refused alone', async ({ world }) => {
    const { giip, machine } = world;
    await inStep(world);
    for (const [index, text] of HALVES.entries()) giip.setDoc(pathOf(index), text);
    const met = await syncInProcess(machine);
    expect(met).toMatchObject({ code: 0, pulled: [] });
    expect(met.rejected.map(({ path }) => path)).toEqual(HALVES.map((_, index) => pathOf(index)));
    for (const index of HALVES.keys()) giip.removeDoc(pathOf(index));
    await worksAgain(world);
  });
});

describe('E12 as names', () => {
  test('P13 E12 of documents on GIIP: by the rules each is one file or is listed, and nothing else is written', async ({
    world,
  }) => {
    const { giip, machine } = world;
    const expectUntouched = guardCanaries(machine);
    await inStep(world);
    const wires = NAUGHTY.map((name) => `docs/names/${name}`);
    const docs = new Map([
      ['docs/known.md', 'known\n'] as const,
      ...wires.map((wire) => [wire, `${wire}\n`] as const),
    ]);
    giip.rollbackTo({ configs: giip.content().configs, docs });
    const met = await syncInProcess(machine);
    expect(met).toMatchObject({ code: 0, conflicts: [], pushed: [], goneOnServer: [] });
    const listed = new Set(met.rejected.map(({ path }) => path));
    const groups = new Map<string, string[]>();
    for (const wire of wires) {
      const admission = safePath.admit('doc', wire);
      if ('refused' in admission)
        expect(listed.has(told(wire)) || wire.length > 1024, JSON.stringify(wire)).toBe(true);
      else
        groups.set(safePath.foldKey(admission.path), [
          ...(groups.get(safePath.foldKey(admission.path)) ?? []),
          wire,
        ]);
    }
    for (const group of groups.values()) {
      const paths = group.map((wire) => wire.replaceAll('\\', '/'));
      const taken = paths.filter((path) => met.pulled.includes(told(path)));
      expect(taken.length, group.join()).toBeLessThanOrEqual(1);
      for (const path of paths) expect(taken.includes(path) || listed.has(told(path)), path).toBe(true);
      for (const path of taken) expect(group).toContain(machine.read(path)?.slice(0, -1));
    }
    expect(namesIn(machine)).toHaveLength(met.pulled.length + 2);
    expect(met.pulled.length).toBeGreaterThan(150);
    expectUntouched();
    expect(existsSync('/tmp/openclaw-hostile')).toBe(false);
    expect(await syncInProcess(machine)).toMatchObject({
      code: 0,
      pulled: [],
      pushed: [],
      rejected: met.rejected,
    });
  });

  test('E14 E12 of files here: each is sent under exactly this name, or listed, or an editor’s own', async ({
    world,
  }) => {
    const { giip, machine } = world;
    await inStep(world);
    const names = NAUGHTY.filter(
      (name) => !/[/\0]|^\.{1,2}$|^$/.test(name) && Buffer.byteLength(name) <= 255,
    );
    machine.write('docs/names/first.md', 'first\n');
    for (const name of names) writeFileSync(join(machine.workspace, 'docs/names', name), `${name}\n`);
    const met = await syncInProcess(machine);
    expect(met).toMatchObject({ code: 0, conflicts: [], pulled: [] });
    const sent = new Set(met.pushed);
    const listed = new Set(met.rejected.map(({ path }) => path));
    for (const name of names) {
      const path = `docs/names/${name}`;
      const isFine = 'path' in safePath.admitLocal(path);
      const said = [sent.has(told(path)), listed.has(told(path))].filter(Boolean);
      expect(said.length, JSON.stringify(name)).toBe(isIgnoredName(name) ? 0 : 1);
      if (!isFine && !isIgnoredName(name)) expect(listed.has(told(path))).toBe(true);
      if (sent.has(told(path))) expect(giip.doc(path)).toBe(withoutMark(`${name}\n`));
      expect(machine.read(path)).toBe(`${name}\n`);
    }
    expect(sent.size).toBeGreaterThan(150);
    expect(await syncInProcess(machine)).toMatchObject({ code: 0, pushed: [], rejected: met.rejected });
  });
});
