import type { PolicyTexts } from './policy-texts.ts';
/** The policy's words in Korean. */
export declare const KO: PolicyTexts;
