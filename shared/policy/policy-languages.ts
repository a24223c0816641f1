import type { InLanguages } from '../language.ts';
import type { PolicyTexts } from './policy-texts.ts';
import { EN } from './policy-texts-en.ts';
import { JA } from './policy-texts-ja.ts';
import { KO } from './policy-texts-ko.ts';
import { ZH } from './policy-texts-zh.ts';

/** Every word of the policy, for the windows and for what is generated for administrators. */
export const POLICY_TEXTS: InLanguages<PolicyTexts> = { en: EN, ko: KO, ja: JA, zh: ZH };
