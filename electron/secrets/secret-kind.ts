import { SECRET_KINDS, type SecretKind } from '../../shared/model/secret.ts';

const PREFIX = '@secretlint/secretlint-rule-';

/** Rules whose names say less to people than ours. */
const RENAMED: Readonly<Record<string, SecretKind>> = {
  privatekey: 'private-key',
  basicauth: 'password-in-url',
  'database-connection-string': 'database-password',
  npm: 'npm-token',
};

/** What a rule of secretlint finds. A rule that came with a newer version has no words of its own yet. */
export function secretKind(ruleId: string): SecretKind {
  const name = ruleId.startsWith(PREFIX) ? ruleId.slice(PREFIX.length) : ruleId;
  return RENAMED[name] ?? SECRET_KINDS.find((kind) => kind === name) ?? 'other';
}
