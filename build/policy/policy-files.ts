import { POLICY_TEXTS } from '../../shared/policy/policy-languages.ts';
import { adml } from './adml.ts';
import { admx } from './admx.ts';
import { mobileconfig } from './mobileconfig.ts';
import { policyExampleJson, policySchemaJson } from './policy-json.ts';

/** The folders that Windows has for languages. */
const CULTURES = { en: 'en-US', ko: 'ko-KR', ja: 'ja-JP', zh: 'zh-CN' } as const;

/** Everything that administrators are given, by its path in this folder; all of it from the one schema. */
export function policyFiles(): ReadonlyMap<string, string> {
  const languages = ['en', 'ko', 'ja', 'zh'] as const;
  return new Map([
    ['windows/openclaw-sync.admx', admx()],
    ...languages.map(
      (language) =>
        [`windows/${CULTURES[language]}/openclaw-sync.adml`, adml(POLICY_TEXTS[language])] as const,
    ),
    ['macos/openclaw-sync.mobileconfig', mobileconfig()],
    ['policy.example.json', policyExampleJson()],
    ['policy.schema.json', policySchemaJson()],
  ]);
}
