import type { HeldItem } from '../../shared/model/change.ts';
import type { ItemPath } from '../../shared/model/item.ts';
import type { ReasonCode } from '../../shared/model/reason.ts';
import type { SecretDecision } from '../../shared/model/secret.ts';
import { fail, ok, type Result } from '../../shared/model/sync-error.ts';
import type { Engine } from './engine.ts';
import { noteActivity } from './note-activity.ts';
import type { SecretChoice } from './secret-ports.ts';
import type { FactTypes } from './state-ports.ts';

/** The oldest beyond this are forgotten: their items are held again, nothing is sent because of it. */
const MOST_CHOICES = 10_000;

type Held = FactTypes['held'][number];
type Answer = Exclude<SecretDecision, 'ask'>;
/** What was on the screen; null where nobody keeps a screen. */
type Shown = readonly HeldItem[] | null;

const CODES: Readonly<Record<Answer, ReasonCode>> = {
  once: 'decided-send-secret',
  always: 'decided-allow-secret',
  keep: 'decided-keep-secret',
};

function choicesFor({ path, secretIds = [] }: Held, decision: Answer): readonly SecretChoice[] {
  if (decision === 'once') return [];
  const choice = decision === 'always' ? 'send' : 'keep';
  return secretIds.map((id) => ({ path, id, choice }));
}

/** A newer choice for the same secret takes the place of the older one. */
function addChoices({ state: { facts } }: Engine, added: readonly SecretChoice[]): void {
  if (added.length === 0) return;
  const place = ({ path, id }: SecretChoice): string => `${id}\n${path}`;
  const replaced = new Set(added.map(place));
  const others = (facts.get('secretChoices') ?? []).filter((one) => !replaced.has(place(one)));
  facts.set('secretChoices', [...others, ...added].slice(-MOST_CHOICES));
}

/** Every allowance leaves a trace: in the list of what happened, and in the log. */
function note(engine: Engine, { path }: Held, decision: Answer): void {
  noteActivity(engine, 'resolved', path, { code: CODES[decision] });
  engine.log.write(decision === 'keep' ? 'info' : 'warn', 'secret-decided', { path, decision });
}

/** Whether a person was shown these places: a sync may have found another secret since. */
function wasShown({ path, secrets }: Held, shown: Shown): boolean {
  const seen = shown?.find((item) => item.path === path);
  return shown === null || JSON.stringify(seen?.secrets) === JSON.stringify(secrets);
}

function decide(engine: Engine, paths: ReadonlySet<ItemPath>, decision: Answer, shown: Shown): number {
  const { facts, approvals } = engine.state;
  const isMeant = (one: Held): boolean =>
    one.reason.code === 'held-secret' && paths.has(one.path) && wasShown(one, shown);
  const held = facts.get('held') ?? [];
  const meant = held.filter(isMeant);
  if (meant.length === 0) return 0;
  if (decision === 'once') for (const { key } of meant) approvals.put({ path: key });
  addChoices(
    engine,
    meant.flatMap((one) => choicesFor(one, decision)),
  );
  for (const one of meant) note(engine, one, decision);
  // Shown as decided at once; the next look finds out what became of it.
  facts.set(
    'held',
    held.filter((one) => !isMeant(one)),
  );
  return meant.length;
}

/** Takes back what was chosen for good: the next look holds these items again. */
function askAgain({ state: { facts } }: Engine, paths: ReadonlySet<ItemPath>): number {
  const before = facts.get('secretChoices') ?? [];
  const left = before.filter(({ path }) => !paths.has(path));
  if (left.length < before.length) facts.set('secretChoices', left);
  return before.length - left.length;
}

/**
 * What a person says to secrets that were held at the last look, or takes back. It lets nothing go that was not shown.
 * Errors: no-such-conflict where nothing of it is held or chosen any more as it was shown.
 */
export function decideSecret(
  engine: Engine,
  paths: readonly ItemPath[],
  decision: SecretDecision,
  shown: Shown = null,
): Result<null> {
  const chosen = new Set(paths);
  const count = engine.state.transaction(() =>
    decision === 'ask' ? askAgain(engine, chosen) : decide(engine, chosen, decision, shown),
  );
  return count > 0 ? ok(null) : fail('no-such-conflict', 'no secret waits there');
}
