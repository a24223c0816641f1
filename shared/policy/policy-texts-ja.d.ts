import type { PolicyTexts } from './policy-texts.ts';
/** The policy's words in Japanese. */
export declare const JA: PolicyTexts;
