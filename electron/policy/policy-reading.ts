import type { PolicyFault } from '../../shared/model/policy.ts';

/** One place where a policy may be, as it was found: not judged yet. */
export type PolicyReading =
  | { readonly source: string; readonly values: Readonly<Record<string, unknown>> }
  | {
      readonly source: string;
      readonly fault: Extract<PolicyFault, 'unreadable' | 'untrusted'>;
      /** What must be put right, for people. */
      readonly expected: string;
    };

/** What paths in a policy are read with: whose computer it is. */
export interface PolicyPlace {
  readonly platform: NodeJS.Platform;
  /** The home folder as the account says, not as an environment variable does. */
  readonly home: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
}
