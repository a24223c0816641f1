import { createHash } from 'node:crypto';
import { POLICY_TEXTS } from '../../shared/policy/policy-languages.ts';
import { POLICY_KEYS, type PolicyKey, policyKeySchema } from '../../shared/policy/policy-schema.ts';
import { element, escapeXml, xmlDocument } from './xml.ts';

const DOMAIN = 'net.netbako.openclaw-sync';
const DOCTYPE =
  '<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">\n';

type Value = string | number | readonly string[];

/** The same at every generation, so that a device manager sees one profile and not a new one each time. */
function uuid(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex').toUpperCase();
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    '-',
  );
}

function written(value: Value): string {
  if (typeof value === 'number') return element('integer', {}, String(value));
  if (typeof value === 'string') return element('string', {}, escapeXml(value));
  return element('array', {}, value.map(written));
}

function pair(key: string, value: string): readonly string[] {
  return [element('key', {}, key), value];
}

function policyPair(key: PolicyKey): readonly string[] {
  const { title } = POLICY_TEXTS.en.keys[key];
  return [`<!-- ${title.replaceAll('--', '-')} -->`, ...pair(key, written(policyKeySchema(key).example))];
}

function payload(type: string, name: string, inside: readonly string[]): string {
  return element('dict', {}, [
    ...pair('PayloadType', written(type)),
    ...pair('PayloadVersion', written(1)),
    ...pair('PayloadIdentifier', written(name)),
    ...pair('PayloadUUID', written(uuid(name))),
    ...pair('PayloadDisplayName', written('Openclaw Sync')),
    ...inside,
  ]);
}

/** A profile with every key set to its example: take out what the users are to decide. */
export function mobileconfig(): string {
  const settings = payload(DOMAIN, `${DOMAIN}.policy.settings`, POLICY_KEYS.flatMap(policyPair));
  const profile = payload('Configuration', `${DOMAIN}.policy`, [
    ...pair('PayloadScope', written('System')),
    ...pair('PayloadContent', element('array', {}, [settings])),
  ]);
  return xmlDocument(element('plist', { version: '1.0' }, [profile]), DOCTYPE);
}
