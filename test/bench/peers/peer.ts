import { mkdirSync } from 'node:fs';
import type { Contender } from '../support/interleave.ts';
import { runProcess } from '../support/run-process.ts';
import type { Stage } from '../support/stage.ts';
import { isOnPath } from './on-path.ts';

/** What somebody would use instead, between the tree and a copy of it. */
export interface Peer {
  readonly name: string;
  readonly program: string;
  /** The words of a run; `copy` is the other side. */
  readonly words: (root: string, copy: string, own: string) => readonly string[];
  /** A script for `sh` that makes the first copy, where it is made in another way; $1, $2 and $3 are as above. */
  readonly first?: string;
  readonly environment?: (own: string) => Readonly<Record<string, string>>;
  /** Exit codes of a run that went well. */
  readonly codes?: readonly number[];
}

async function run(
  { environment, codes = [0] }: Peer,
  [program = '', ...words]: readonly string[],
  own: string,
): Promise<number> {
  const env = { HOME: own, ...environment?.(own) };
  const { ms, code, stdout, stderr } = await runProcess(program, words, { env });
  if (codes.includes(code ?? -1)) return ms;
  throw new Error(`${program} ended with ${code}: ${stdout.slice(-300)}${stderr.slice(-300)}`);
}

/** Ready to be run; its first copy has been made, in `firstMs`. */
export interface ReadyPeer {
  readonly firstMs: number;
  readonly again: Contender;
}

/** Null where it is not installed or peers shall not take part. */
export function readyPeer(stage: Stage, peer: Peer): Promise<ReadyPeer | null> {
  if (!stage.withPeers || !isOnPath(peer.program)) return Promise.resolve(null);
  return stage.once(`peer ${peer.name}`, async () => {
    const [own, copy] = [stage.path(`peer-${peer.name}-own`), stage.path(`peer-${peer.name}`)];
    for (const folder of [own, copy]) mkdirSync(folder, { recursive: true });
    stage.say(`first copy by ${peer.name}`);
    const { root } = stage.tree;
    const again = () => run(peer, [peer.program, ...peer.words(root, copy, own)], own);
    const first = peer.first && ['sh', '-ec', peer.first, 'sh', root, copy, own];
    return { firstMs: await (first ? run(peer, first, own) : again()), again };
  });
}

/** Those of them that take part, as contenders by name. */
export async function againOf(
  stage: Stage,
  peers: readonly Peer[],
): Promise<Readonly<Record<string, Contender>>> {
  const ready: [string, Contender][] = [];
  for (const peer of peers) {
    const found = await readyPeer(stage, peer);
    if (found !== null) ready.push([peer.name, found.again]);
  }
  return Object.fromEntries(ready);
}
