import type { SecretKind, SecretPlace } from './model/secret.ts';

const KINDS: Readonly<Record<SecretKind, string>> = {
  'giip-token': 'your GIIP Agent Token',
  'private-key': 'a private key',
  'password-in-url': 'a password in a web address',
  'database-password': 'a password in a database address',
  'npm-token': 'an npm token',
  aws: 'an AWS key',
  anthropic: 'an Anthropic key',
  cloudflare: 'a Cloudflare key',
  databricks: 'a Databricks token',
  docker: 'a Docker token',
  figma: 'a Figma token',
  gcp: 'a Google Cloud key',
  github: 'a GitHub token',
  gitlab: 'a GitLab token',
  grafana: 'a Grafana token',
  groq: 'a Groq key',
  'hashicorp-vault': 'a HashiCorp Vault token',
  huggingface: 'a Hugging Face token',
  linear: 'a Linear key',
  notion: 'a Notion token',
  openai: 'an OpenAI key',
  sendgrid: 'a SendGrid key',
  shopify: 'a Shopify key',
  slack: 'a Slack token',
  stripe: 'a Stripe key',
  tailscale: 'a Tailscale key',
  vercel: 'a Vercel token',
  other: 'a key or password',
  'not-scanned': 'something that could not be looked through',
};

/** `Line 3: a private key`. The secret itself is named nowhere. */
export function placeWords({ line, kind }: SecretPlace): string {
  return `Line ${line}: ${KINDS[kind]}`;
}
