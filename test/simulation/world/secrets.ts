import { decideSecret } from '../../../electron/sync/secret-decision.ts';
import type { SecretScanner } from '../../../electron/sync/secret-ports.ts';
import { SECTIONS } from '../../../shared/model/item.ts';
import type { Machine } from './machine.ts';
import type { Content } from './sim-server.ts';
import type { World } from './world.ts';

/** Every fifth token that anybody writes is a secret. */
const SECRET = /t(\d{3}[05])[!가]/g;

/** Finds the secrets of this world. */
export const secretScanner: SecretScanner = {
  rules: async () => 'every fifth',
  scan: async (_path, text) =>
    [...text.matchAll(SECRET)].map(([secret]) => ({ kind: 'other', line: 1, secret })),
};

function secretsIn(text: string): readonly string[] {
  return text.match(SECRET) ?? [];
}

/** A person says to each secret that is held one thing or another; what may go is known to the world. */
export function decideSecrets(world: World, machine: Machine): void {
  const engine = machine.process?.engine;
  const held = engine?.state.facts.get('held') ?? [];
  const waiting = held.filter(({ reason }) => reason.code === 'held-secret');
  for (const [i, { path }] of waiting.entries()) {
    const decision = (['once', 'keep', 'always'] as const)[(i + path.length) % 3] ?? 'keep';
    if (decision !== 'keep')
      for (const secret of secretsIn(machine.folder.text(path) ?? '')) world.allowedSecrets.add(secret);
    if (engine) decideSecret(engine, [path], decision);
  }
}

/** A secret comes to GIIP only if a person let it go, or wrote it there. */
export function checkSecrets(world: World, before: Content, after: Content): void {
  for (const section of SECTIONS)
    for (const [wire, text] of after[section])
      for (const secret of secretsIn(text)) {
        const isNew = !before[section].get(wire)?.includes(secret) && !world.allowedSecrets.has(secret);
        if (isNew && world.writer === 'engine') world.violated('secret', `${secret} went out in ${wire}`);
        world.allowedSecrets.add(secret);
      }
}
