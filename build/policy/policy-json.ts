import { POLICY_TEXTS } from '../../shared/policy/policy-languages.ts';
import {
  CHOICES,
  POLICY_KEYS,
  type PolicyKey,
  type PolicyKeySchema,
  policyKeySchema,
} from '../../shared/policy/policy-schema.ts';

function shape(schema: PolicyKeySchema): object {
  switch (schema.type) {
    case 'choice':
      return { enum: CHOICES };
    case 'oneOf':
      return { enum: schema.values };
    case 'integer':
      return { type: 'integer', minimum: schema.minimum, maximum: schema.maximum };
    case 'text':
      return { type: 'string', maxLength: schema.maxLength, pattern: schema.pattern };
    case 'command':
      return { type: 'array', minItems: 1, maxItems: schema.maxItems, items: { type: 'string' } };
  }
}

function property(key: PolicyKey): readonly [string, object] {
  const { title, explanation } = POLICY_TEXTS.en.keys[key];
  const schema = policyKeySchema(key);
  return [key, { title, description: explanation, ...shape(schema), examples: [schema.example] }];
}

function printed(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** What an editor checks a policy.json with while it is written. */
export function policySchemaJson(): string {
  return printed({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Machine policy of Openclaw Sync',
    type: 'object',
    additionalProperties: false,
    properties: { $schema: { type: 'string' }, ...Object.fromEntries(POLICY_KEYS.map(property)) },
  });
}

/** Every key with its example: take out what the users are to decide. */
export function policyExampleJson(): string {
  const values = POLICY_KEYS.map((key) => [key, policyKeySchema(key).example]);
  return printed({ $schema: 'policy.schema.json', ...Object.fromEntries(values) });
}
