import { type Node, parseTree } from 'jsonc-parser';
import type { GiipContent } from './giip-store.ts';

/** One published call's body. Names are case-sensitive, as GIIP's are. */
export interface GiipRequest {
  readonly at: string;
  readonly lssn: number;
  readonly configHash: string | null;
  readonly docHash: string | null;
  /** Config values keep their source text, digit for digit. */
  readonly changed: GiipContent;
}

function member(node: Node | undefined, name: string): Node | undefined {
  const property = node?.children?.findLast((child) => child.children?.[0]?.value === name);
  return property?.children?.[1];
}

function textOf(node: Node | undefined): string | null {
  return node?.type === 'string' ? String(node.value) : null;
}

function changedConfigs(node: Node | undefined, source: string): ReadonlyMap<string, string> {
  const configs = new Map<string, string>();
  for (const { children } of node?.children ?? []) {
    const [key, value] = children ?? [];
    if (key !== undefined && value !== undefined) {
      configs.set(String(key.value), source.slice(value.offset, value.offset + value.length));
    }
  }
  return configs;
}

function changedDocs(node: Node | undefined): ReadonlyMap<string, string> {
  const docs = new Map<string, string>();
  for (const entry of node?.children ?? []) {
    const path = textOf(member(entry, 'doc_path'));
    const content = textOf(member(entry, 'doc_content'));
    if (path !== null && content !== null) docs.set(path, content);
  }
  return docs;
}

/** Null where GIIP would answer 400: no JSON object, or `at` or `lssn` missing or malformed. */
export function readGiipRequest(source: string): GiipRequest | null {
  try {
    JSON.parse(source);
  } catch {
    return null;
  }
  const root = parseTree(source);
  const at = textOf(member(root, 'at'));
  const lssn: unknown = member(root, 'lssn')?.value;
  if (at === null || at === '' || typeof lssn !== 'number' || !Number.isInteger(lssn) || lssn < 1)
    return null;
  return {
    at,
    lssn,
    configHash: textOf(member(root, 'configHash')),
    docHash: textOf(member(root, 'docHash')),
    changed: {
      configs: changedConfigs(member(root, 'changedConfigs'), source),
      docs: changedDocs(member(root, 'changedDocs')),
    },
  };
}
