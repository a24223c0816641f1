/** What a secret looks like. The words are in `secret-words.ts`. */
export const SECRET_KINDS = [
  'giip-token',
  'private-key',
  'password-in-url',
  'database-password',
  'npm-token',
  'aws',
  'anthropic',
  'cloudflare',
  'databricks',
  'docker',
  'figma',
  'gcp',
  'github',
  'gitlab',
  'grafana',
  'groq',
  'hashicorp-vault',
  'huggingface',
  'linear',
  'notion',
  'openai',
  'sendgrid',
  'shopify',
  'slack',
  'stripe',
  'tailscale',
  'vercel',
  'other',
  'not-scanned',
] as const;

export type SecretKind = (typeof SECRET_KINDS)[number];

/** Where a text holds what looks like a secret; never the secret itself. */
export interface SecretPlace {
  /** From 1. */
  readonly line: number;
  readonly kind: SecretKind;
}

/**
 * What a person says to a held secret. `once`: this text may go. `always`: these secrets in this file may go. `keep`:
 * the file stays on this computer while they are in it. `ask`: takes all of that back.
 */
export const SECRET_DECISIONS = ['once', 'always', 'keep', 'ask'] as const;

export type SecretDecision = (typeof SECRET_DECISIONS)[number];
