import type { PolicyTexts } from './policy-texts.ts';
import { EN } from './policy-texts-en.ts';
import { JA } from './policy-texts-ja.ts';
import { KO } from './policy-texts-ko.ts';

export const POLICY_LANGUAGES = ['en', 'ko', 'ja'] as const;
export type PolicyLanguage = (typeof POLICY_LANGUAGES)[number];

/** Every word of the policy, for the windows and for what is generated for administrators. */
export const POLICY_TEXTS: Readonly<Record<PolicyLanguage, PolicyTexts>> = { en: EN, ko: KO, ja: JA };
