import type { PolicyCategory, PolicyKey } from './policy-schema.ts';
/** What a key is called, and what it does to the person whose computer it is set on. */
export interface PolicyKeyText {
    readonly title: string;
    readonly explanation: string;
}
/** Every word of the policy in one language. */
export interface PolicyTexts {
    readonly product: string;
    /** Which versions know these keys, as the Windows editor shows it. */
    readonly supported: string;
    readonly categories: Readonly<Record<PolicyCategory, string>>;
    readonly choices: {
        readonly always: string;
        readonly never: string;
        readonly user: string;
    };
    /** The values of the keys that are one of a few words. */
    readonly values: Readonly<Record<string, string>>;
    readonly keys: Readonly<Record<PolicyKey, PolicyKeyText>>;
}
