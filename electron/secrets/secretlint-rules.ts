import { lintSource } from '@secretlint/core';
import { secretLintProfiler } from '@secretlint/profiler';
import { rules } from '@secretlint/secretlint-rule-preset-recommend';
import type { SecretKind } from '../../shared/model/secret.ts';
import { secretKind } from './secret-kind.ts';

/** Where one rule found something. */
interface Match {
  readonly kind: SecretKind;
  readonly start: number;
  readonly end: number;
}

// It would keep an entry for every text that was ever looked at.
secretLintProfiler.setEnabled(false);

/** A comment in a document, which anybody may have written, must not open the gate. */
const COMMENTS = '@secretlint/secretlint-rule-filter-comments';

const config = {
  rules: rules.filter(({ meta }) => meta.id !== COMMENTS).map((rule) => ({ id: rule.meta.id, rule })),
};

/** What secretlint's recommended rules find in a text. Rules also look at the file's name, never at the file. */
export async function matchSecrets(path: string, text: string): Promise<readonly Match[]> {
  const { messages } = await lintSource({
    source: { filePath: path, content: text, contentType: 'text' },
    options: { config, noPhysicFilePath: true },
  });
  return messages.map(({ ruleId, range: [start, end] }) => ({ kind: secretKind(ruleId), start, end }));
}
