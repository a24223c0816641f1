import {
  CHOICES,
  POLICY_CATEGORIES,
  POLICY_KEYS,
  type PolicyKey,
  policyKeySchema,
} from '../../shared/policy/policy-schema.ts';
import type { PolicyTexts } from '../../shared/policy/policy-texts.ts';
import { ADMX_NAMESPACE } from './admx.ts';
import { element, escapeXml, xmlDocument } from './xml.ts';

function strings(texts: PolicyTexts): readonly string[] {
  const entries = [
    ['PRODUCT', texts.product],
    ['SUPPORTED', texts.supported],
    ...POLICY_CATEGORIES.map((name) => [`CATEGORY_${name}`, texts.categories[name]]),
    ...CHOICES.map((name) => [`CHOICE_${name}`, texts.choices[name]]),
    ...Object.entries(texts.values).map(([name, words]) => [`VALUE_${name}`, words]),
    ...POLICY_KEYS.flatMap((key) => [
      [key, texts.keys[key].title],
      [`${key}_EXPLAIN`, texts.keys[key].explanation],
    ]),
  ];
  return entries.map(([id = '', words = '']) => element('string', { id }, escapeXml(words)));
}

/** The field that stands for a key in the editor, with the key's name beside it. */
function field(key: PolicyKey, texts: PolicyTexts): string {
  const schema = policyKeySchema(key);
  const title = escapeXml(texts.keys[key].title);
  switch (schema.type) {
    case 'integer':
      return element('decimalTextBox', { refId: key, defaultValue: schema.example }, title);
    case 'text':
      return element('textBox', { refId: key }, [element('label', {}, title)]);
    case 'command':
      return element('multiTextBox', { refId: key }, title);
    default:
      return element('dropdownList', { refId: key, noSort: 'true', defaultItem: 0 }, title);
  }
}

/** The words of the template in one language. */
export function adml(texts: PolicyTexts): string {
  const attributes = { xmlns: ADMX_NAMESPACE, revision: '1.0', schemaVersion: '1.0' };
  return xmlDocument(
    element('policyDefinitionResources', attributes, [
      element('displayName', {}, escapeXml(texts.product)),
      element('description', {}, escapeXml(texts.product)),
      element('resources', {}, [
        element('stringTable', {}, strings(texts)),
        element(
          'presentationTable',
          {},
          POLICY_KEYS.map((key) => element('presentation', { id: key }, [field(key, texts)])),
        ),
      ]),
    ]),
  );
}
