import { mkdirSync } from 'node:fs';
import { onPath } from '../../../build/setup-system-packages.mjs';
import { type Contender, type Contenders, isEnough } from '../support/interleave.ts';
import { runProcess } from '../support/run-process.ts';
import type { Stage } from '../support/stage.ts';

/** What somebody would use instead, between the tree and a copy of it. */
export interface Peer {
  readonly name: string;
  readonly program: string;
  /** The words of a run; `copy` is the other side. */
  readonly words: (root: string, copy: string, own: string) => readonly string[];
  /** A script for `sh` that makes the first copy, where it is made in another way; $1, $2 and $3 are as above. */
  readonly first?: string;
  /** Whose copy it works on, where it makes none itself. */
  readonly copyOf?: Peer;
  readonly environment?: (own: string) => Readonly<Record<string, string>>;
  /** Exit codes of a run that went well. */
  readonly codes?: readonly number[];
}

/** Ready to be run; its first copy has been made, in `firstMs`. */
interface ReadyPeer {
  readonly firstMs: number;
  readonly copy: string;
  readonly again: Contender;
  /** Where nothing has changed: whoever is slow is run twice at each size, whatever it is compared with. */
  readonly unchanged: Contender;
}

async function run(
  { environment, codes = [0] }: Peer,
  [program = '', ...words]: readonly string[],
  own: string,
): Promise<number> {
  const env = { HOME: own, ...environment?.(own) };
  const { ms, code, stdout, stderr } = await runProcess(program, words, { env });
  if (codes.includes(code ?? -1)) return ms;
  throw new Error(`it ended with ${code}: ${stdout.slice(-300)}${stderr.slice(-300)}`);
}

function seldom(again: Contender): Contender {
  const taken: number[] = [];
  let told = 0;
  return async () => {
    if (!isEnough(taken)) taken.push(await again());
    told += 1;
    return taken[(told - 1) % taken.length] ?? Number.NaN;
  };
}

async function makeReady(stage: Stage, peer: Peer): Promise<ReadyPeer> {
  const own = stage.path(`peer-${peer.name}-own`);
  const copy =
    (peer.copyOf && (await readyPeer(stage, peer.copyOf))?.copy) ?? stage.path(`peer-${peer.name}`);
  for (const folder of [own, copy]) mkdirSync(folder, { recursive: true });
  const { root } = stage.tree;
  const again = () => run(peer, [peer.program, ...peer.words(root, copy, own)], own);
  const first = peer.first && ['sh', '-ec', peer.first, 'sh', root, copy, own];
  const firstMs = await (first ? run(peer, first, own) : again());
  stage.say(`  ${peer.name} is ready, its first run took ${(firstMs / 1000).toFixed(1)} s`);
  return { firstMs, copy, again, unchanged: seldom(again) };
}

/** Null where it is not installed, could not make its copy, or peers shall not take part. */
export function readyPeer(stage: Stage, peer: Peer): Promise<ReadyPeer | null> {
  if (!stage.withPeers || !onPath(peer.program)) return Promise.resolve(null);
  return stage.once(`peer ${peer.name}`, () =>
    makeReady(stage, peer).catch((cause: unknown) => {
      const words = cause instanceof Error ? cause.message : cause;
      stage.figures.gap(`${stage.size}, first run of ${peer.name}: ${words}`);
      return null;
    }),
  );
}

/** Those of them that take part, as contenders by name: after a change (`again`), or where nothing has changed. */
export async function contendersOf(
  stage: Stage,
  peers: readonly Peer[],
  how: 'again' | 'unchanged',
): Promise<Contenders> {
  const ready: [string, Contender][] = [];
  for (const peer of peers) {
    const found = await readyPeer(stage, peer);
    if (found !== null) ready.push([peer.name, found[how]]);
  }
  return Object.fromEntries(ready);
}
