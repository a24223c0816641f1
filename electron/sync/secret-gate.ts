import { withoutEscapes } from '../../shared/merge/without-escapes.ts';
import type { ItemPath } from '../../shared/model/item.ts';
import type { BrakedPlan } from './brakes.ts';
import type { RemoteSide } from './compare.ts';
import type { Engine } from './engine.ts';
import { heldKey } from './held-key.ts';
import { inParallel } from './in-parallel.ts';
import type { Version } from './ports.ts';
import type { Step } from './refine.ts';
import type { CleanTexts, HeldSecrets, SecretChoice, SecretFinding } from './secret-ports.ts';

/** So many places are shown, and so many secrets allowed or kept in one go. */
const MOST_PLACES = 20;
const MOST_IDS = 1_000;
/** As many as a folder may have items: what was found clean once is not scanned again for each batch that goes out. */
const MOST_CLEAN = 100_000;
/** 128 bits of a hash: nobody finds another text for it, and 50,000 of them are one small fact. */
const VERDICT_DIGITS = 32;

/** A plan from which nothing goes out that holds a secret nobody has decided about. */
export interface GatedPlan extends BrakedPlan {
  /** Verdicts to remember while their texts wait; null where the gate is open or had nothing to look at. */
  readonly clean: CleanTexts | null;
}

type TextOf = (version: Version) => string | undefined;

interface Gate {
  readonly engine: Engine;
  readonly rules: string;
  readonly textOf: TextOf;
  readonly known: ReadonlySet<string>;
  readonly clean: Set<string>;
  readonly approved: Set<string>;
  readonly choices: readonly SecretChoice[];
}

/** Names one secret of one file: the value cannot be read from it, and no other file has the same. */
function secretId({ digest }: Engine, path: ItemPath, { kind, secret }: SecretFinding): string {
  return digest(`${path}\n${kind}\n${secret}`);
}

/** A verdict is about a text under its name: some rules look at both. */
function verdictId({ digest }: Engine, path: ItemPath, { id }: Version): string {
  return digest(`${path}\n${id}`).slice(0, VERDICT_DIGITS);
}

/** What GIIP holds in this item already is known there: sending it again tells nobody anything new. */
function notOnGiip(
  path: ItemPath,
  found: readonly SecretFinding[],
  remote: RemoteSide,
  textOf: TextOf,
): readonly SecretFinding[] {
  const theirs = remote.state === 'present' ? textOf(remote.version) : undefined;
  if (theirs === undefined) return found;
  const said = `${theirs}\n${withoutEscapes(path, theirs)}`;
  return found.filter(({ secret }) => !said.includes(secret));
}

function chosen({ choices }: Gate, path: ItemPath, wanted: 'send' | 'keep'): ReadonlySet<string> {
  return new Set(choices.filter((one) => one.path === path && one.choice === wanted).map(({ id }) => id));
}

/** The secrets of a text that are new to GIIP and that the person has not allowed in this file. */
async function openSecrets(
  gate: Gate,
  path: ItemPath,
  version: Version,
  text: string,
  remote: RemoteSide,
): Promise<HeldSecrets | null> {
  const { engine, textOf, clean } = gate;
  const found = (await engine.secrets?.scan(path, text)) ?? [];
  if (found.length === 0) {
    clean.add(verdictId(engine, path, version));
    return null;
  }
  const allowed = chosen(gate, path, 'send');
  const open = notOnGiip(path, found, remote, textOf)
    .map((finding) => ({ ...finding, id: secretId(engine, path, finding) }))
    .filter(({ id }) => !allowed.has(id));
  if (open.length === 0) return null;
  return {
    places: open.slice(0, MOST_PLACES).map(({ line, kind }) => ({ line, kind })),
    ids: [...new Set(open.map(({ id }) => id))].slice(0, MOST_IDS),
  };
}

/** Held, unless the person let exactly this go; kept quietly, where the person wants just that. */
function judged(gate: Gate, step: Step, secrets: HeldSecrets): Step {
  const { engine, approved } = gate;
  const kept = chosen(gate, step.path, 'keep');
  const isKept = secrets.ids.every((id) => kept.has(id));
  if (isKept) return { ...step, action: 'held', reason: { code: 'kept-secret' } };
  const key = heldKey(step, 'held-secret');
  if (!engine.state.approvals.get(key))
    return { ...step, action: 'held', reason: { code: 'held-secret' }, secrets };
  approved.add(key);
  return step;
}

/** The file is read anew: what is judged is the very text that the plan speaks of, and only that one may go out. */
async function judge(gate: Gate, step: Step): Promise<Step> {
  const { engine, known, clean } = gate;
  const { path, local, remote } = step;
  if (step.action !== 'push' || local.state !== 'present') return withApproval(gate, step);
  const { version } = local;
  const id = verdictId(engine, path, version);
  if (known.has(id)) clean.add(id);
  if (known.has(id)) return step;
  const found = await engine.workspace.read(path);
  if (found.state === 'unreadable')
    return { ...step, action: 'skip', reason: { code: 'unreadable-here', detail: found.reason } };
  if (found.state === 'absent' || engine.digest(found.text) !== version.id)
    return { ...step, action: 'none', isMoving: true };
  const secrets = await openSecrets(gate, path, version, found.text, remote);
  return secrets === null ? step : judged(gate, step, secrets);
}

/** What another brake holds keeps the word that was given for its secrets. */
function withApproval({ engine, approved }: Gate, step: Step): Step {
  const key = heldKey(step, 'held-secret');
  if (step.action === 'held' && engine.state.approvals.get(key)) approved.add(key);
  return step;
}

async function openGate(engine: Engine, textOf: TextOf): Promise<Gate | null> {
  const rules = (await engine.secrets?.rules()) ?? null;
  if (rules === null) return null;
  const before = engine.state.facts.get('cleanTexts');
  const known = new Set(before?.rules === rules ? before.ids : []);
  const choices = engine.state.facts.get('secretChoices') ?? [];
  return { engine, rules, textOf, known, choices, clean: new Set(), approved: new Set() };
}

/**
 * Holds what would go out with a key or password that GIIP does not have yet. Each text is scanned before its first
 * upload; nothing else is held up by it.
 */
export async function gateSecrets(engine: Engine, plan: BrakedPlan, textOf: TextOf): Promise<GatedPlan> {
  const isIdle = !plan.steps.some(({ action }) => action === 'push' || action === 'held');
  const gate = isIdle ? null : await openGate(engine, textOf);
  if (gate === null) return { ...plan, clean: null };
  const steps = new Map<ItemPath, Step>();
  const open = plan.steps.filter(({ action }) => action === 'push' || action === 'held');
  await inParallel(open, async (step) => {
    steps.set(step.path, await judge(gate, step));
  });
  return {
    steps: plan.steps.map((step) => steps.get(step.path) ?? step),
    isStopped: plan.isStopped,
    approved: new Set([...plan.approved, ...gate.approved]),
    clean: { rules: gate.rules, ids: [...gate.clean].sort().slice(0, MOST_CLEAN) },
  };
}

/**
 * Of texts that were just joined from both sides: the paths that must not go out before the next look, which holds
 * them. What is no longer there was moved, and goes nowhere either.
 */
export async function withheld(
  engine: Engine,
  merged: readonly { readonly path: ItemPath; readonly version: Version }[],
  textOf: TextOf,
): Promise<ReadonlySet<ItemPath>> {
  const gate = merged.length === 0 ? null : await openGate(engine, textOf);
  const paths = new Set<ItemPath>();
  if (gate === null) return paths;
  await inParallel(merged, async ({ path, version }) => {
    const theirs = engine.state.remote.get(path)?.version;
    const remote: RemoteSide = theirs ? { state: 'present', version: theirs } : { state: 'absent' };
    const found = await engine.workspace.read(path);
    const isThere = found.state === 'present' && engine.digest(found.text) === version.id;
    if (!isThere || (await openSecrets(gate, path, version, found.text, remote))) paths.add(path);
  });
  return paths;
}

/**
 * Verdicts on what has gone out meanwhile do no harm, but they are read with every look: they go once they are most
 * of the list, so that a large push does not write it anew for each batch.
 */
function isKnown(before: CleanTexts | undefined, { rules, ids }: CleanTexts): boolean {
  if (before?.rules !== rules || before.ids.length > 2 * ids.length) return false;
  const known = new Set(before.ids);
  return ids.every((id) => known.has(id));
}

/** Verdicts last while their texts wait: what was sent is not asked about again. Call inside a transaction. */
export function recordClean({ state: { facts } }: Engine, { clean, steps }: GatedPlan): void {
  const before = facts.get('cleanTexts');
  const isOver = clean === null && !steps.some(({ action }) => action === 'push');
  if (clean && !isKnown(before, clean)) facts.set('cleanTexts', clean);
  else if (isOver && before) facts.clear('cleanTexts');
}
