import type { MachinePolicy, MachineRules } from '../model/policy.ts';
import { DEFAULT_SETTINGS, type Settings } from '../model/settings.ts';
import { POLICY_KEYS, type PolicyKey, policyKeySchema } from './policy-schema.ts';

export type EffectiveValue = string | number | boolean | null;

/** One key as it holds now, and who says so. */
export interface EffectiveKey {
  readonly key: PolicyKey;
  readonly value: EffectiveValue;
  readonly setBy: 'default' | 'settings' | 'policy' | 'option';
  /** The file or registry key of the policy; null otherwise. */
  readonly source: string | null;
}

/** What the person gave, besides the policy. */
export interface GivenValues {
  /** What the settings file says. */
  readonly settings: Partial<Settings>;
  /** What the command line says. */
  readonly options: Partial<Settings>;
}

type Fields = Readonly<Partial<Record<PolicyKey, unknown>>>;

/** The arguments of a program may hold what nobody needs to read. */
function shown(value: unknown): EffectiveValue {
  if (Array.isArray(value)) return value.length > 1 ? `${String(value[0])} …` : String(value[0]);
  return value as EffectiveValue;
}

function fieldsOf(policy: MachinePolicy, sets: 'settings' | 'rules') {
  const values: Partial<Settings & MachineRules> = sets === 'settings' ? policy.settings : policy.rules;
  const sources = sets === 'settings' ? policy.managed : policy.ruled;
  return {
    values: values as Fields,
    sources: sources as Readonly<Partial<Record<PolicyKey, { source: string }>>>,
  };
}

function effectiveKey(key: PolicyKey, policy: MachinePolicy, given: GivenValues): EffectiveKey {
  const { values, sources } = fieldsOf(policy, policyKeySchema(key).sets);
  const source = sources[key]?.source;
  if (source !== undefined) return { key, value: shown(values[key]), setBy: 'policy', source };
  const [options, settings] = [given.options as Fields, given.settings as Fields];
  if (options[key] !== undefined) return { key, value: shown(options[key]), setBy: 'option', source: null };
  if (settings[key] !== undefined)
    return { key, value: shown(settings[key]), setBy: 'settings', source: null };
  const usual = (DEFAULT_SETTINGS as Fields)[key] ?? values[key] ?? null;
  return { key, value: shown(usual), setBy: 'default', source: null };
}

/** Every key of the policy as it holds now: policy, then command line, then settings, then the default. */
export function effectivePolicy(policy: MachinePolicy, given: GivenValues): readonly EffectiveKey[] {
  return POLICY_KEYS.map((key) => effectiveKey(key, policy, given));
}
