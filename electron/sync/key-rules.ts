import type { DecideKey } from '../../shared/merge/merge-json.ts';
import type { KeyChoice, KeyRule } from '../../shared/model/conflict.ts';
import { type ItemPath, sectionOf } from '../../shared/model/item.ts';
import type { Engine } from './engine.ts';
import type { FactTypes } from './state-ports.ts';

/** So often in a row, and a rule is offered. */
const OFFERED_AFTER = 3;
/** Choices beyond this are forgotten, the oldest first: they only make an offer. */
const MOST_CHOICES = 500;
const MOST_RULES = 1_000;

type Counted = FactTypes['keyChoices'][number];

/** Names one key of one config. */
function placeOf({ path, key }: Pick<KeyRule, 'path' | 'key'>): string {
  return JSON.stringify([path, ...key]);
}

/** The rules in the order in which they were made. */
export function keyRules(engine: Engine): readonly KeyRule[] {
  return engine.state.facts.get('keyRules') ?? [];
}

function withoutPlace<T extends KeyRule>(all: readonly T[], rule: KeyRule): readonly T[] {
  const place = placeOf(rule);
  return all.filter((one) => placeOf(one) !== place);
}

/** A rule for the other side of the same key goes. Documents have no keys: nothing is added for one. */
export function addKeyRule(engine: Engine, { path, key, take }: KeyRule): readonly KeyRule[] {
  if (sectionOf(path) !== 'config') return keyRules(engine);
  const rule: KeyRule = { path, key, take };
  const rules = [...withoutPlace(keyRules(engine), rule), rule].slice(-MOST_RULES);
  engine.state.facts.set('keyRules', rules);
  return rules;
}

/** Answers the rules that are left. */
export function removeKeyRule(engine: Engine, rule: KeyRule): readonly KeyRule[] {
  const rules = withoutPlace(keyRules(engine), rule);
  engine.state.facts.set('keyRules', rules);
  return rules;
}

/** What the rules say to the keys of one config; `used` is told each key that a rule settles. */
export function ruledKeys(engine: Engine, path: ItemPath, used: (choice: KeyChoice) => void): DecideKey {
  const rules = keyRules(engine).filter((rule) => rule.path === path);
  if (rules.length === 0) return () => undefined;
  const sides = new Map(rules.map((rule) => [placeOf(rule), rule.take]));
  return (key) => {
    const take = sides.get(placeOf({ path, key }));
    if (take !== undefined) used({ key, take });
    return take;
  };
}

function countOn(all: readonly Counted[], path: ItemPath, { key, take }: KeyChoice): readonly Counted[] {
  const place = placeOf({ path, key });
  const before = all.find((one) => placeOf(one) === place);
  const count = before?.take === take ? before.count + 1 : 1;
  return [...all.filter((one) => one !== before), { path, key, take, count }];
}

/**
 * Counts what was chosen key by key. Answers the rule to offer: a choice made so often in a row for which there is no
 * rule; it is counted anew then, so that a "no" is not asked again at once. Call inside a transaction.
 */
export function countChoices(engine: Engine, path: ItemPath, keys: readonly KeyChoice[]): KeyRule | null {
  if (keys.length === 0 || sectionOf(path) !== 'config') return null;
  const ruled = new Set(keyRules(engine).map(placeOf));
  const before = engine.state.facts.get('keyChoices') ?? [];
  const counted = keys.reduce((all, choice) => countOn(all, path, choice), before);
  const chosen = new Set(keys.map(({ key }) => placeOf({ path, key })));
  const due = counted.find(
    (one) => chosen.has(placeOf(one)) && one.count >= OFFERED_AFTER && !ruled.has(placeOf(one)),
  );
  const after = counted.map((one) => (one === due ? { ...one, count: 0 } : one));
  engine.state.facts.set('keyChoices', after.slice(-MOST_CHOICES));
  return due ? { path: due.path, key: due.key, take: due.take } : null;
}
