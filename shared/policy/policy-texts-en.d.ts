import type { PolicyTexts } from './policy-texts.ts';
/** The policy's words in English. */
export declare const EN: PolicyTexts;
