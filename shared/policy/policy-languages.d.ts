import type { InLanguages } from '../language.ts';
import type { PolicyTexts } from './policy-texts.ts';
/** Every word of the policy, for the windows and for what is generated for administrators. */
export declare const POLICY_TEXTS: InLanguages<PolicyTexts>;
