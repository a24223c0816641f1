import type { PolicyTexts } from './policy-texts.ts';
/** The policy's words in Chinese, in simplified characters. */
export declare const ZH: PolicyTexts;
