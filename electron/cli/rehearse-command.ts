import { EXIT_CODES } from '../../shared/model/exit-code.ts';
import { ok } from '../../shared/model/sync-error.ts';
import { openNetwork } from '../api/network.ts';
import { composeEngines } from '../compose-engine.ts';
import { type Stage, setUpStage } from '../rehearsal/stage.ts';
import type { Engine } from '../sync/engine.ts';
import type { CommandLine } from './command-line.ts';
import { type Console, createConsole, type Streams } from './console.ts';
import { playAct } from './play-act.ts';
import { ACTS } from './rehearsal-acts.ts';
import { sayOpening, sayPlayed } from './rehearsal-words.ts';

interface Told {
  readonly title: string;
  readonly differences: readonly string[];
}

async function playAll(engine: Engine, stage: Stage, console: Console): Promise<readonly Told[]> {
  const told: Told[] = [];
  for (const [index, act] of ACTS.entries()) {
    const played = await playAct(engine, stage, act);
    sayPlayed(console, index + 1, act, played);
    told.push({ title: act.title, differences: played.differences });
  }
  return told;
}

/** The stage is on this computer: no proxy of the environment has a part in it. */
async function openStage(stage: Stage): ReturnType<ReturnType<typeof composeEngines>['open']> {
  const log = { write: () => undefined };
  const engines = composeEngines({
    stateDir: stage.stateDir,
    network: openNetwork({ environment: {} }),
    log,
  });
  return engines.open(stage.connection, async () => ok(stage.token), 'work');
}

async function playOn(stage: Stage, console: Console): Promise<number> {
  const opened = await openStage(stage);
  if (!opened.ok) {
    console.complain(opened.error);
    return EXIT_CODES.failed;
  }
  try {
    sayOpening(console, stage.connection);
    const acts = await playAll(opened.value.engine, stage, console);
    const isAsTold = acts.every(({ differences }) => differences.length === 0);
    console.say(isAsTold ? 'Every act ended as told.' : 'Not every act ended as told; see above.');
    console.json({ outcome: isAsTold ? 'inSync' : 'failed', acts });
    return isAsTold ? EXIT_CODES.inSync : EXIT_CODES.failed;
  } finally {
    await opened.value.close();
  }
}

/** `rehearse`: the real engine against a pretend GIIP and a sample folder, told step by step. Leaves nothing behind. */
export async function rehearseCommand(line: Pick<CommandLine, 'json'>, streams: Streams): Promise<number> {
  const stage = await setUpStage();
  try {
    return await playOn(stage, createConsole(streams, line.json));
  } finally {
    await stage.close();
  }
}
