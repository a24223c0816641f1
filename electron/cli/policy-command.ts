import { EXIT_CODES } from '../../shared/model/exit-code.ts';
import type { Settings } from '../../shared/model/settings.ts';
import { type EffectiveKey, effectivePolicy } from '../../shared/policy/effective-policy.ts';
import { POLICY_TEXTS } from '../../shared/policy/policy-languages.ts';
import { expectedWords, problemWords } from '../../shared/policy/policy-words.ts';
import { parseLssn } from '../stores/token-text.ts';
import type { CommandLine } from './command-line.ts';
import type { Console } from './console.ts';
import { ownSettings } from './resolve-connection.ts';
import type { RunPlace } from './run-place.ts';

const SET_BY: Readonly<Record<EffectiveKey['setBy'], string>> = {
  default: 'default',
  settings: 'settings',
  policy: 'policy',
  option: 'command line',
};

const WIDTH = 16;

function optionsOf({ workspace, apiUrl, lssn }: CommandLine): Partial<Settings> {
  const number = lssn === undefined ? null : parseLssn(lssn);
  return {
    ...(workspace === undefined ? {} : { workspace }),
    ...(apiUrl === undefined ? {} : { apiUrl }),
    ...(number?.ok ? { lssn: number.value } : {}),
  };
}

function say(console: Console, { key, value, setBy, source }: EffectiveKey, explain: boolean): void {
  const who = source === null ? SET_BY[setBy] : `${SET_BY[setBy]}: ${source}`;
  console.say(`${key.padEnd(WIDTH)} ${value ?? '-'}   [${who}]`);
  if (!explain) return;
  const { title, explanation } = POLICY_TEXTS.en.keys[key];
  for (const words of [`${title}. ${explanation}`, `It may be ${expectedWords(key)}.`])
    console.say(`${''.padEnd(WIDTH)} ${words}`);
}

/** `policy`: every key as it holds now and who set it; `--explain` says what it does and may be. Makes no request. */
export function policyCommand({ line, stateDir, policy }: RunPlace, console: Console): number {
  const given = { settings: ownSettings(stateDir), options: optionsOf(line) };
  const keys = effectivePolicy(policy(), given);
  const { problems } = policy();
  for (const key of keys) say(console, key, line.explain);
  for (const problem of problems) console.say(problemWords(problem));
  const outcome = problems.length === 0 ? 'inSync' : 'usage';
  console.json({ outcome, keys, problems });
  return EXIT_CODES[outcome];
}
