import {
  CHOICES,
  POLICY_CATEGORIES,
  POLICY_KEYS,
  type PolicyKey,
  type PolicyKeySchema,
  policyKeySchema,
} from '../../shared/policy/policy-schema.ts';
import { element, xmlDocument } from './xml.ts';

const REGISTRY_KEY = 'SOFTWARE\\Policies\\Openclaw Sync';
const ROOT_CATEGORY = 'OpenclawSync';
const SUPPORTED = 'SUPPORTED';
export const ADMX_NAMESPACE = 'http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions';

const string = (id: string): string => `$(string.${id})`;

/** The choices and words that a drop-down list of the editor offers. "Not configured" leaves the key to the user. */
export function listedValues(schema: PolicyKeySchema): readonly { id: string; value: string }[] {
  if (schema.type === 'choice') return CHOICES.map((value) => ({ id: `CHOICE_${value}`, value }));
  return schema.type === 'oneOf' ? schema.values.map((value) => ({ id: `VALUE_${value}`, value })) : [];
}

function valueElement(key: PolicyKey): string {
  const schema = policyKeySchema(key);
  const named = { id: key, valueName: key, required: 'true' };
  switch (schema.type) {
    case 'integer':
      return element('decimal', { ...named, minValue: schema.minimum, maxValue: schema.maximum });
    case 'text':
      return element('text', { ...named, maxLength: schema.maxLength });
    case 'command':
      return element('multiText', { id: key, valueName: key, required: 'true', maxStrings: schema.maxItems });
    default:
      return element(
        'enum',
        named,
        listedValues(schema).map(({ id, value }) =>
          element('item', { displayName: string(id) }, [
            element('value', {}, [element('string', {}, value)]),
          ]),
        ),
      );
  }
}

function policy(key: PolicyKey): string {
  const attributes = {
    name: key,
    class: 'Machine',
    displayName: string(key),
    explainText: string(`${key}_EXPLAIN`),
    presentation: `$(presentation.${key})`,
    key: REGISTRY_KEY,
  };
  return element('policy', attributes, [
    element('parentCategory', { ref: policyKeySchema(key).category }),
    element('supportedOn', { ref: SUPPORTED }),
    element('elements', {}, [valueElement(key)]),
  ]);
}

function categories(): readonly string[] {
  const inner = POLICY_CATEGORIES.map((name) =>
    element('category', { name, displayName: string(`CATEGORY_${name}`) }, [
      element('parentCategory', { ref: ROOT_CATEGORY }),
    ]),
  );
  return [element('category', { name: ROOT_CATEGORY, displayName: string('PRODUCT') }), ...inner];
}

/** The template that says to the Group Policy editor which registry values there are. */
export function admx(): string {
  const attributes = { xmlns: ADMX_NAMESPACE, revision: '1.0', schemaVersion: '1.0' };
  const target = { prefix: 'openclawsync', namespace: 'Netbako.Policies.OpenclawSync' };
  return xmlDocument(
    element('policyDefinitions', attributes, [
      element('policyNamespaces', {}, [element('target', target)]),
      element('resources', { minRequiredRevision: '1.0' }),
      element('supportedOn', {}, [
        element('definitions', {}, [
          element('definition', { name: SUPPORTED, displayName: string('SUPPORTED') }),
        ]),
      ]),
      element('categories', {}, categories()),
      element('policies', {}, POLICY_KEYS.map(policy)),
    ]),
  );
}
