import type { BaseEntry, RemoteEntry } from '../../../electron/sync/state-ports.ts';
import { versionOf } from '../../../electron/sync/version-of.ts';
import type { ItemPath } from '../../../shared/model/item.ts';
import type { Machine } from '../world/machine.ts';
import type { World } from '../world/world.ts';

function mustBeInHistory(world: World, machine: Machine, path: ItemPath, text: string): void {
  const id = world.digest(text);
  if (!machine.store.versionsOf(path).some(({ content }) => content === id))
    world.violated('I1', `${path} at ${machine.name} was replaced and is not in history: ${text}`);
  if (machine.store.get('contents', id) === undefined)
    world.violated('I1', `the text of ${path} at ${machine.name} that was replaced is not kept`);
}

/** I2: without a word from a person only what both sides had agreed on makes way; an edit of either side never does. */
function mustBeAgreed(
  world: World,
  machine: Machine,
  path: ItemPath,
  before: string | null,
  after: string,
): void {
  const { ledger } = world;
  const agreed = new Set(baseTexts(machine, path).flatMap((text) => ledger.in(text)));
  const kept = ledger.in(after);
  const heard = machine.store.get<RemoteEntry>('remote', path)?.version;
  const theirs = heard ? machine.store.get<string>('contents', heard.id) : undefined;
  for (const token of [before ?? '', theirs ?? ''].flatMap((text) => ledger.in(text)))
    if (!kept.includes(token) && !agreed.has(token))
      world.violated('I2', `${token} in ${path} at ${machine.name} was an edit, and was replaced`);
}

function baseTexts(machine: Machine, path: ItemPath): readonly string[] {
  const base = machine.store.get<BaseEntry>('base', path);
  return [base?.local, base?.remote].flatMap((version) => {
    const text = version ? machine.store.get<string>('contents', version.id) : undefined;
    return text === undefined ? [] : [text];
  });
}

function mustBeWhole(
  world: World,
  machine: Machine,
  path: ItemPath,
  before: string | null,
  after: string,
): void {
  const { ledger } = world;
  const known = new Set<string>(before === null ? [] : ledger.in(before));
  for (const text of machine.shown.get(path) ?? []) for (const token of ledger.in(text)) known.add(token);
  for (const { content } of machine.store.versionsOf(path))
    for (const token of ledger.in(machine.store.get<string>('contents', content) ?? '')) known.add(token);
  if (machine.willed.has(path))
    for (const text of machine.everHere.get(path) ?? [])
      for (const token of ledger.in(text)) known.add(token);
  const tokens = ledger.in(after);
  if (after.trim() === '' && (before ?? '').trim() !== '' && !world.isEmptyWilled)
    world.violated('I5', `${path} at ${machine.name} was emptied`);
  if (new Set(tokens).size < tokens.length || tokens.some((token) => !known.has(token)))
    world.violated('I5', `${path} at ${machine.name} became a mixture: ${after}`);
}

/** I1, I5 and I7: an engine's text is about to take the place of what stands there. */
export function checkWrite(
  world: World,
  machine: Machine,
  path: ItemPath,
  before: string | null,
  after: string,
): void {
  machine.writes += 1;
  if (!/^(docs|configs)\/[^.]/.test(path)) world.violated('I6', `${path} was written`);
  if (before !== null) mustBeInHistory(world, machine, path, before);
  mustBeWhole(world, machine, path, before, after);
  if (!machine.willed.has(path)) mustBeAgreed(world, machine, path, before, after);
  // An answer whose data is older than its hash says of a new item that GIIP does not hold it: a documented limit.
  const willNotReturn = machine.deleted.get(path);
  const version = versionOf(world.digest, path, after);
  if (
    before === null &&
    !world.needsAudit &&
    !machine.willed.has(path) &&
    'meaning' in version &&
    version.meaning === willNotReturn
  )
    world.violated('I7', `${machine.name} had deleted ${path}, and the same text was written again`);
  machine.stoodHere(path, after);
  machine.deleted.delete(path);
}
