import { acceptFolder, approveHeld } from '../../../electron/sync/approve.ts';
import { runCycle } from '../../../electron/sync/cycle.ts';
import { resolveConflict } from '../../../electron/sync/decide.ts';
import type { Engine } from '../../../electron/sync/engine.ts';
import { restoreVersion } from '../../../electron/sync/restore.ts';
import { EXIT_CODES } from '../../../shared/model/exit-code.ts';
import type { SyncReport } from '../../../shared/model/sync-report.ts';
import { whileTimePasses } from '../../unit/sync/manual-clock.ts';
import { createWorld, type Machine, type World } from '../../unit/sync/world.ts';
import type { Act, Deeds, Story } from '../stories/story.ts';
import type { AtRest, Bench, Standing } from './bench.ts';

export interface MemoryBench extends Bench {
  readonly world: World;
  readonly machine: Machine;
  /** The act of the story on this engine: the machine's own, or one with faults around it. A sync reports. */
  act(act: Act, engine: Engine): Promise<SyncReport | undefined>;
  sync(wasKilled?: boolean): Promise<AtRest>;
  /** A sync that must neither write nor send. */
  idle(): Promise<AtRest>;
}

function onGiip({ giip }: World, path: string, text: string | null): void {
  const key = path.replace(/^configs\//, '');
  if (path === key) {
    if (text === null) giip.removeDoc(path);
    else giip.setDoc(path, text);
  } else if (text === null) giip.removeConfig(key);
  else giip.setConfig(key, text);
}

function thereOf({ giip }: World): readonly Standing[] {
  const { docs, configs } = giip.content();
  return [...docs, ...[...configs].map(([key, text]) => [`configs/${key}`, text] as const)];
}

function keptBy({ state }: Machine): readonly Standing[] {
  return state.history.list().flatMap(({ id }) => {
    const kept = state.history.content(id);
    const text = kept && state.contents.get(kept.id);
    return kept && text !== undefined ? [[kept.path, text] as const] : [];
  });
}

function atRest({ outcome, error, verified, ...report }: SyncReport): AtRest {
  const moved = [...report.pulled, ...report.pushed, ...report.merged];
  return { code: EXIT_CODES[outcome], error: error?.code, isVerified: verified, moved };
}

/** `sync --approve`, as the command line does it. */
async function approve(engine: Engine): Promise<SyncReport> {
  const report = await runCycle(engine);
  if (report.error?.code === 'workspace-replaced') await acceptFolder(engine);
  else if (report.outcome === 'held') approveHeld(engine);
  else return report;
  return runCycle(engine);
}

async function perform(act: Act, engine: Engine): Promise<SyncReport | undefined> {
  if (act.act === 'sync') return runCycle(engine);
  if (act.act === 'approve') return approve(engine);
  if (act.act === 'restore') {
    const oldest = engine.state.history.list(act.path).at(-1);
    await restoreVersion(engine, act.path, oldest?.id ?? '');
    return undefined;
  }
  const decision = 'text' in act ? { take: 'text' as const, text: act.text } : { take: act.take };
  await resolveConflict(engine, act.path, decision);
  return undefined;
}

function benchOn(world: World): MemoryBench {
  const machine = world.machine();
  const { clock } = world;
  async function sync(wasKilled = false): Promise<AtRest> {
    const rest = atRest(await machine.cycle({ wasKilled }));
    clock.advance(61_000);
    return rest;
  }
  return {
    world,
    machine,
    here: () => [...machine.files.texts()],
    there: () => thereOf(world),
    kept: () => keptBy(machine),
    people({ here = {}, there = {} }: Deeds) {
      for (const [path, text] of Object.entries(here)) {
        if (text === null) machine.files.remove(path);
        else machine.files.edit(path, text);
      }
      for (const [path, text] of Object.entries(there)) onGiip(world, path, text);
    },
    act: (act, engine) => whileTimePasses(clock, perform(act, engine)),
    sync,
    async idle() {
      const [writes, pushes] = [machine.files.writes(), machine.remote.pushes.length];
      const rest = await sync();
      const more = [machine.files.writes() - writes, machine.remote.pushes.length - pushes];
      return { ...rest, moved: [...rest.moved, ...more.filter((count) => count > 0).map(String)] };
    },
  };
}

/** The story up to the moment in which its act begins. */
export async function memoryBench({ base, before, deeds }: Story): Promise<MemoryBench> {
  const bench = benchOn(createWorld());
  for (const step of [base && { here: base }, before]) {
    if (step === undefined) continue;
    bench.people(step);
    await bench.sync();
    await bench.sync();
  }
  bench.people(deeds);
  return bench;
}
