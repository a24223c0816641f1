import { chmodSync, lstatSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';
import type { TestGiip } from '../../giip-server/start-test-giip.ts';
import type { Machine } from '../../scenario/support/machine.ts';
import { syncInProcess } from '../../scenario/support/run-in-process.ts';

/** Files that a path out of the folder would reach: beside it, above it, in the home, and in it but in neither section. */
const CANARIES: readonly string[] = [
  'canary.md',
  'evil.md',
  'x',
  'home/.bashrc',
  'home/.ssh/config',
  'home/evil.md',
  'home/x.json',
  'home/.openclaw/canary.json',
  'home/.openclaw/evil.md',
  'home/.openclaw/x',
  'home/.openclaw/x.json',
];

/** Where a sync may write, and where a trace of one is kept. */
const INSIDE: readonly string[] = ['state', 'home/.openclaw/docs', 'home/.openclaw/configs', 'trace.log'];

/** Everything of this computer that no sync may touch: path → text, without a look into what may be written. */
function outside(machine: Machine, folder = ''): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const entry of readdirSync(join(machine.root, folder), { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (INSIDE.includes(path)) continue;
    if (entry.isDirectory()) Object.assign(found, { [`${path}/`]: '' }, outside(machine, path));
    else found[path] = readFileSync(join(machine.root, path), 'utf8');
  }
  return found;
}

/** Plants the canaries; what it answers proves that they are all there as they were, and nothing beside them. */
export function guardCanaries(machine: Machine): () => void {
  for (const canary of CANARIES) {
    const file = join(machine.root, canary);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `canary at ${canary}\n`);
    chmodSync(file, 0o600);
  }
  const before = outside(machine);
  return () => expect(outside(machine)).toEqual(before);
}

/** The names of the folder, files and empty folders alike; what a half-made write leaves behind is one. */
export function namesIn(machine: Machine): readonly string[] {
  const entries = readdirSync(machine.workspace, { recursive: true, withFileTypes: true });
  return entries
    .map((entry) => join(entry.parentPath, entry.name).slice(machine.workspace.length + 1))
    .filter((path) => path.startsWith('docs/') || path.startsWith('configs/'))
    .filter((path) => !lstatSync(join(machine.workspace, path)).isDirectory() || isEmpty(machine, path))
    .sort();
}

function isEmpty(machine: Machine, path: string): boolean {
  return readdirSync(join(machine.workspace, path)).length === 0;
}

/** One GIIP and one computer. */
export interface World {
  readonly giip: TestGiip;
  readonly machine: Machine;
}

export const KNOWN = ['configs/known.json', 'docs/known.md'] as const;

/** One document and one configuration that both sides agree on. */
export async function inStep({ giip, machine }: World): Promise<void> {
  giip.setDoc('docs/known.md', 'known\n');
  giip.setConfig('known.json', '{"known":1}');
  expect(await syncInProcess(machine)).toMatchObject({ code: 0, pulled: [...KNOWN], rejected: [] });
}

/** Afterwards everything works both ways, and nothing is left of what was hostile. */
export async function worksAgain({ giip, machine }: World): Promise<void> {
  giip.setDoc('docs/after-there.md', 'there\n');
  giip.setConfig('after.json', '{"after":1}');
  machine.write('docs/after-here.md', 'here\n');
  // One of each section: the look that proves a push asks for all of its section, so a refusal that is over is forgotten.
  machine.write('configs/after-here.json', '{"here":1}');
  expect(await syncInProcess(machine)).toMatchObject({
    code: 0,
    pulled: ['configs/after.json', 'docs/after-there.md'],
    pushed: ['configs/after-here.json', 'docs/after-here.md'],
    rejected: [],
    conflicts: [],
    held: [],
    goneOnServer: [],
  });
  expect(await syncInProcess(machine)).toMatchObject({ code: 0, pulled: [], pushed: [], requests: 1 });
}

export interface Refused {
  /** As GIIP spells them. */
  readonly docs?: readonly (readonly [wire: string, text: string])[];
  readonly configs?: readonly (readonly [key: string, source: string])[];
  readonly reason: RegExp;
  /** As `rejected` names them, where that is not GIIP's own spelling. */
  readonly listed?: readonly string[];
}

function byPath(a: string, b: string): number {
  return a < b ? -1 : 1;
}

/** QUAR: nothing of it is written, it is listed with the reason, everything beside it goes on. */
export async function provesQuarantine(world: World, refused: Refused): Promise<void> {
  const { giip, machine } = world;
  const { docs = [], configs = [], reason } = refused;
  const listed = [...(refused.listed ?? [...configs, ...docs].map(([name]) => name))].sort(byPath);
  const expectUntouched = guardCanaries(machine);
  await inStep(world);
  for (const [wire, text] of docs) giip.setDoc(wire, text);
  for (const [key, source] of configs) giip.setConfig(key, source);
  giip.setDoc('docs/good.md', 'good\n');
  giip.setConfig('good.json', '{"good":1}');
  giip.requests.length = 0;
  const met = await syncInProcess(machine);
  expect(met).toMatchObject({ code: 0, outcome: 'inSync', pulled: ['configs/good.json', 'docs/good.md'] });
  expect(met.rejected.map(({ path }) => path)).toEqual(listed);
  for (const entry of met.rejected) expect(entry.reason).toMatch(reason);
  expect(namesIn(machine)).toEqual([
    'configs/good.json',
    'configs/known.json',
    'docs/good.md',
    'docs/known.md',
  ]);
  expectUntouched();
  const again = await syncInProcess(machine);
  expect(again).toMatchObject({ code: 0, pulled: [], rejected: met.rejected });
  expect(giip.requests.filter(({ call }) => call === 'put')).toEqual([]);
  for (const [wire] of docs) giip.removeDoc(wire);
  for (const [key] of configs) giip.removeConfig(key);
  await worksAgain(world);
  expectUntouched();
}

/** QUAR for names alone: each is refused with this reason. */
export function provesNamesRefused(
  world: World,
  reason: RegExp,
  docs: readonly string[],
  configs: readonly string[] = [],
): Promise<void> {
  return provesQuarantine(world, {
    docs: docs.map((wire) => [wire, `hostile ${wire.length}\n`]),
    configs: configs.map((key) => [key, '{"hostile":true}']),
    reason,
  });
}

/** An item whose name is odd and fine: it is one ordinary file with exactly this text. */
export async function provesTaken(
  world: World,
  items: readonly (readonly [wire: string, path: string])[],
): Promise<void> {
  const { giip, machine } = world;
  const expectUntouched = guardCanaries(machine);
  await inStep(world);
  for (const [wire] of items) giip.setDoc(wire, `text of ${wire}\n`);
  expect(await syncInProcess(machine)).toMatchObject({
    code: 0,
    pulled: items.map(([, path]) => path).sort(byPath),
    rejected: [],
  });
  for (const [wire, path] of items) {
    expect(machine.read(path)).toBe(`text of ${wire}\n`);
    expect(lstatSync(join(machine.workspace, path)).mode & 0o111).toBe(0);
    machine.write(path, `edited ${wire}\n`);
  }
  expect(await syncInProcess(machine)).toMatchObject({
    code: 0,
    pushed: items.map(([, path]) => path).sort(byPath),
  });
  // GIIP's own spelling is kept, and there is no second item.
  for (const [wire] of items) expect(giip.doc(wire)).toBe(`edited ${wire}\n`);
  expect(giip.content().docs.size).toBe(items.length + 1);
  await worksAgain(world);
  expectUntouched();
}
