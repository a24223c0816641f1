import { applyLook } from '../../../electron/sync/apply-look.ts';
import { lookAround } from '../../../electron/sync/look.ts';
import { versionOf } from '../../../electron/sync/version-of.ts';
import { textToSend } from '../../../shared/merge/file-style.ts';
import type { ItemPath } from '../../../shared/model/item.ts';
import { type InstantEngine, instantEngine } from './instant-engine.ts';
import { type ItemTexts, mirrored, tokensIn } from './trees.ts';

/** CanopyCheck's limit is 200; a case here needs three. */
const MAX_ROUNDS = 50;

/** Plans and applies once, with the production compare, refine, brakes and apply. True while something moved. */
async function round(instant: InstantEngine): Promise<boolean> {
  const { engine, here } = instant;
  const before = instant.writes();
  const look = await lookAround(engine, { audit: true, wasKilled: false });
  if (!look.ok) throw new Error(look.error.code);
  const { merged } = await applyLook(engine, look.value, true, () => undefined);
  const pushed = look.value.steps.filter((step) => step.action === 'push').map(({ path }) => path);
  const outgoing = [...pushed, ...merged.map(({ path }) => path)];
  for (const path of outgoing) {
    const text = here.get(path);
    // `push.ts` records what is replaced; here that is the planner's own part of the promise.
    if (text !== undefined) instant.send(path, textToSend(text));
  }
  return outgoing.length > 0 || instant.writes() > before;
}

/** Rounds until one moves nothing. */
async function settled(trees: readonly ItemTexts[]): Promise<InstantEngine> {
  const instant = instantEngine(trees);
  for (let rounds = 0; await round(instant); rounds += 1)
    if (rounds >= MAX_ROUNDS) throw new Error(`not at rest after ${MAX_ROUNDS} rounds`);
  return instant;
}

async function staysAtRest(instant: InstantEngine): Promise<void> {
  if (await round(instant)) throw new Error('not at rest at the fixed point');
}

/** What a side wrote itself stands here, on GIIP, or in history. */
function nothingIsLost(trees: readonly ItemTexts[], instant: InstantEngine): void {
  const kept = new Set<string>();
  const texts = [...instant.here.values(), ...instant.there.values(), ...instant.store.historyTexts()];
  for (const text of texts) for (const token of tokensIn(text)) kept.add(token);
  for (const { path, base, local, remote } of trees)
    for (const token of [...tokensIn(local ?? ''), ...tokensIn(remote ?? '')])
      if (!kept.has(token) && !tokensIn(base ?? '').includes(token))
        throw new Error(`${token} of ${path} is lost`);
}

function meaning(path: ItemPath, text: string | undefined): string {
  if (text === undefined) return 'absent';
  const version = versionOf((whole) => whole, path, text.trim());
  return 'broken' in version ? text : version.meaning;
}

function isSame(path: ItemPath, one: string | undefined, other: string | undefined): boolean {
  return one === other || meaning(path, one) === meaning(path, other);
}

/** Where both sides wrote and nobody is asked, both are in what stands there now; and a file keeps its mark. */
function isJoined(trees: readonly ItemTexts[], instant: InstantEngine): void {
  for (const { path, local, remote } of trees) {
    const now = instant.here.get(path);
    if (local?.startsWith('\uFEFF') && now !== undefined && !now.startsWith('\uFEFF'))
      throw new Error(`${path} lost its byte-order mark`);
    if (local === null || remote === null || isLeftAlone(instant, path)) continue;
    const written = [...tokensIn(local), ...tokensIn(remote)].filter((token) => !token.startsWith('b'));
    const lost = written.find((token) => !tokensIn(now ?? '').includes(token));
    if (lost !== undefined) throw new Error(`${lost} is not in what became of ${path}, and nobody was asked`);
  }
}

function isLeftAlone({ store, here, there }: InstantEngine, path: ItemPath): boolean {
  const held = store.get<readonly { path: string }[]>('facts', 'held') ?? [];
  const texts = [here.get(path), there.get(path)];
  const isUnusable = texts.some(
    (text) =>
      text === undefined || text.includes('\0') || 'broken' in versionOf((whole) => whole, path, text),
  );
  return isUnusable || store.tables.conflicts.has(path) || held.some((one) => one.path === path);
}

/** Whatever happens to one side would happen to the other one in its place; a deletion is only told on this side. */
function isSymmetric(trees: readonly ItemTexts[], one: InstantEngine, other: InstantEngine): void {
  for (const { path, local, remote, base } of trees) {
    const isDeletion = base !== null && (local === null || remote === null);
    const isUnusable = [local, remote].some((text) => text?.includes('\0') || text?.endsWith('!'));
    if (isDeletion || isUnusable || local === '' || remote === '') continue;
    if (
      !isSame(path, one.here.get(path), other.there.get(path)) ||
      !isSame(path, one.there.get(path), other.here.get(path))
    )
      throw new Error(`${path} ends otherwise when the sides are exchanged`);
  }
}

/** Both sides agree, or somebody is told why not. */
function isExplained(trees: readonly ItemTexts[], instant: InstantEngine): void {
  const { here, there } = instant;
  for (const { path } of trees) {
    const isFine = isSame(path, here.get(path), there.get(path)) || isLeftAlone(instant, path);
    if (!isFine) throw new Error(`${path} differs and nobody is told`);
  }
}

/** One case: plan and apply to a fixed point, the same from the other side, and hold the oracles to both. */
export async function checkTrees(trees: readonly ItemTexts[]): Promise<void> {
  const one = await settled(trees);
  await staysAtRest(one);
  nothingIsLost(trees, one);
  isExplained(trees, one);
  isJoined(trees, one);
  const other = await settled(mirrored(trees));
  nothingIsLost(mirrored(trees), other);
  isSymmetric(trees, one, other);
}
