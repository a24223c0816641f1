import {
  DEFAULT_MACHINE_RULES,
  type MachinePolicy,
  type PolicyProblem,
  type SetBy,
} from '../../shared/model/policy.ts';
import { isPolicyKey, type PolicyKey, policyKeySchema } from '../../shared/policy/policy-schema.ts';
import { expectedWords } from '../../shared/policy/policy-words.ts';
import { type Judged, judgeValue } from './judge-value.ts';
import type { PolicyPlace, PolicyReading } from './policy-reading.ts';

/** Says nothing: an editor finds the JSON Schema by it. */
const IGNORED = '$schema';

interface Found {
  readonly key: PolicyKey;
  readonly source: string;
  readonly judged: Judged;
}

/** Every key that one source knows, judged. */
function judged(reading: PolicyReading, place: PolicyPlace): readonly Found[] {
  if ('fault' in reading) return [];
  const { source, values } = reading;
  return Object.keys(values)
    .filter(isPolicyKey)
    .map((key) => ({ key, source, judged: judgeValue(policyKeySchema(key), values[key], place) }));
}

function problemsOf(reading: PolicyReading, found: readonly Found[]): readonly PolicyProblem[] {
  if ('fault' in reading) return [{ ...reading, key: '' }];
  const { source, values } = reading;
  const unknown = Object.keys(values).filter((key) => !isPolicyKey(key) && key !== IGNORED);
  const wrong = found.filter((each) => each.judged.as === 'wrong');
  return [
    ...wrong.map(({ key }) => ({ fault: 'value' as const, key, source, expected: expectedWords(key) })),
    ...unknown.map((key) => ({ fault: 'unknown' as const, key, source, expected: 'a key of the policy' })),
  ];
}

/** The keys that are set, of the settings or of the rules: what they are set to, and by whom. */
function taken(found: readonly Found[], sets: 'settings' | 'rules') {
  const values: Record<string, unknown> = {};
  const sources: Record<string, SetBy> = {};
  for (const { key, source, judged: each } of found) {
    if (each.as !== 'value' || policyKeySchema(key).sets !== sets) continue;
    values[key] = each.value;
    sources[key] = { source };
  }
  return { values, sources };
}

/** The first source that says something usable about a key has it, even where it leaves the key to the person. */
function firstOfEach(found: readonly Found[]): readonly Found[] {
  const usable = found.filter(({ judged: each }) => each.as !== 'wrong');
  return usable.filter((each, at) => usable.findIndex(({ key }) => key === each.key) === at);
}

/**
 * The policy that these sources make together, the strongest first. A wrong value and an unknown key are named and
 * passed over; every other key holds.
 */
export function readPolicy(readings: readonly PolicyReading[], place: PolicyPlace): MachinePolicy {
  const each = readings.map((reading) => ({ reading, found: judged(reading, place) }));
  const found = firstOfEach(each.flatMap((one) => one.found));
  const settings = taken(found, 'settings');
  const rules = taken(found, 'rules');
  return {
    settings: settings.values,
    rules: { ...DEFAULT_MACHINE_RULES, ...rules.values },
    managed: settings.sources,
    ruled: rules.sources,
    problems: each.flatMap((one) => problemsOf(one.reading, one.found)),
  };
}
