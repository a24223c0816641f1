import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { listedValues } from '../../../build/policy/admx.ts';
import { policyFiles } from '../../../build/policy/policy-files.ts';
import { inProject } from '../../../build/project-paths.mjs';
import { jsonObject } from '../../../electron/policy/policy-file.ts';
import { readPolicy } from '../../../electron/policy/read-policy.ts';
import { readRegQuery } from '../../../electron/policy/windows-policy.ts';
import { POLICY_KEYS, policyKeySchema } from '../../../shared/policy/policy-schema.ts';
import { descendants, type XmlElement, xmlTree } from './xml-tree.ts';

const FILES = policyFiles();
const LINUX = { platform: 'linux' as const, home: '/home/ann', environment: {} };

const fileOf = (path: string): string => FILES.get(path) ?? '';
const all = (root: XmlElement, name: string) => descendants(root).filter((element) => element.name === name);
const ids = (elements: readonly XmlElement[], attribute: string) =>
  elements.map(({ attributes }) => attributes[attribute] ?? '');
const sorted = (words: readonly string[]) => [...new Set(words)].sort();

/** `$(string.apiUrl)` → `apiUrl`. */
function references(root: XmlElement, table: 'string' | 'presentation'): readonly string[] {
  const values = descendants(root).flatMap(({ attributes }) => Object.values(attributes));
  return values.flatMap((value) => new RegExp(`^\\$\\(${table}\\.(\\w+)\\)$`).exec(value)?.[1] ?? []);
}

describe('what is generated for administrators', () => {
  it.each([...FILES.keys()])('%s is what the schema makes now', (path) => {
    // After a change of shared/policy: node build/policy/generate.ts
    expect(readFileSync(inProject('build', 'policy', path), 'utf8')).toBe(fileOf(path));
  });

  it('is all that lies there', () => {
    const found = readdirSync(inProject('build', 'policy'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.endsWith('.ts'))
      .map(({ name }) => name);
    expect(found.sort()).toEqual([...FILES.keys()].map((path) => path.replace(/.*\//, '')).sort());
  });
});

describe('the Windows template', () => {
  const admx = xmlTree(fileOf('windows/openclaw-sync.admx'));

  it('has a policy for every key, each with one value of the same name', () => {
    expect(ids(all(admx, 'policy'), 'name')).toEqual([...POLICY_KEYS]);
    for (const policy of all(admx, 'policy')) {
      const [value] = policy.children.find(({ name }) => name === 'elements')?.children ?? [];
      const name = policy.attributes.name;
      expect(value?.attributes).toMatchObject({ id: name, valueName: name });
      expect(policy.attributes).toMatchObject({ class: 'Machine', key: 'SOFTWARE\\Policies\\Openclaw Sync' });
    }
  });

  it('refers to categories that it has', () => {
    const known = ids(all(admx, 'category'), 'name');
    for (const ref of ids(all(admx, 'parentCategory'), 'ref')) expect(known).toContain(ref);
  });

  it('writes values that are read without a problem', () => {
    const typed = POLICY_KEYS.map((key) => {
      const { type, example } = policyKeySchema(key);
      if (type === 'integer') return `    ${key}    REG_DWORD    0x${Number(example).toString(16)}`;
      if (Array.isArray(example)) return `    ${key}    REG_MULTI_SZ    ${example.join('\\0')}`;
      return `    ${key}    REG_SZ    ${String(example)}`;
    });
    expect(readPolicy([readRegQuery('HKLM', typed.join('\r\n'))], LINUX)).toMatchObject({
      problems: [],
      managed: { apiUrl: { source: 'HKLM' } },
      ruled: { tokenCommand: { source: 'HKLM' } },
    });
  });

  it('offers only words that are read without a problem', () => {
    for (const key of POLICY_KEYS)
      for (const { value } of listedValues(policyKeySchema(key)))
        expect(readPolicy([{ source: 'HKLM', values: { [key]: value } }], LINUX).problems).toEqual([]);
  });

  it.each(['en-US', 'ko-KR', 'ja-JP', 'zh-CN'])(
    'has every word and field in %s, and none that nobody uses',
    (culture) => {
      const adml = xmlTree(fileOf(`windows/${culture}/openclaw-sync.adml`));
      expect(sorted(ids(all(adml, 'string'), 'id'))).toEqual(sorted(references(admx, 'string')));
      expect(all(adml, 'string').every(({ text }) => text.trim() !== '')).toBe(true);
      const presentations = all(adml, 'presentation');
      expect(sorted(ids(presentations, 'id'))).toEqual(sorted(references(admx, 'presentation')));
      const fields: Readonly<Record<string, string>> = {
        text: 'textBox',
        decimal: 'decimalTextBox',
        enum: 'dropdownList',
        multiText: 'multiTextBox',
      };
      for (const elements of all(admx, 'elements'))
        for (const { name, attributes } of elements.children) {
          const [field] = presentations.find((one) => one.attributes.id === attributes.id)?.children ?? [];
          expect([field?.name, field?.attributes.refId]).toEqual([fields[name], attributes.id]);
        }
    },
  );
});

describe('the macOS profile', () => {
  const plist = xmlTree(fileOf('macos/openclaw-sync.mobileconfig'));

  function plain({ name, text, children }: XmlElement): unknown {
    if (name === 'string') return text;
    if (name === 'integer') return Number(text);
    if (name === 'array') return children.map(plain);
    const pairs = children.flatMap((child, at) =>
      child.name === 'key' ? [[child.text, plain(children[at + 1] as XmlElement)] as const] : [],
    );
    return Object.fromEntries(pairs);
  }

  it('sets every key of the application’s domain to what is read without a problem', () => {
    const profile = plain(plist.children[0] as XmlElement) as Record<string, unknown>;
    expect(profile).toMatchObject({ PayloadType: 'Configuration', PayloadScope: 'System' });
    const [settings] = profile.PayloadContent as readonly Record<string, unknown>[];
    expect(settings).toMatchObject({ PayloadType: 'net.netbako.openclaw-sync' });
    const values = Object.fromEntries(
      Object.entries(settings ?? {}).filter(([key]) => !/^Payload/.test(key)),
    );
    expect(Object.keys(values)).toEqual([...POLICY_KEYS]);
    expect(readPolicy([{ source: 'plist', values }], LINUX).problems).toEqual([]);
  });
});

describe('the JSON example', () => {
  it('has every key and is read without a problem', () => {
    const values = jsonObject(Buffer.from(fileOf('policy.example.json'))) ?? {};
    expect(Object.keys(values)).toEqual(['$schema', ...POLICY_KEYS]);
    expect(readPolicy([{ source: 'example', values }], LINUX).problems).toEqual([]);
  });

  it('has a schema that knows every key, and limits as the reader has them', () => {
    const { properties } = JSON.parse(fileOf('policy.schema.json'));
    expect(Object.keys(properties)).toEqual(['$schema', ...POLICY_KEYS]);
    expect(properties.intervalSeconds).toMatchObject({ type: 'integer', minimum: 15, maximum: 3600 });
    expect(properties.updates).toMatchObject({ enum: ['always', 'never', 'user'] });
  });
});

it('a document that is not well formed is not taken for one', () => {
  for (const bad of ['<a>', '<a></b>', '<a/><b/>', '<a>&</a>', '<a x="1" x="2"/>', '<a>x < y</a>', ''])
    expect(() => xmlTree(bad)).toThrow();
});
