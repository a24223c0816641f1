import fc from 'fast-check';
import type { z } from 'zod';

/** Stands in payloads and must be in no log. */
export const CANARY = 'CANARY-5f1d';

/** What a schema of the border is made of; the test fails where a new kind is missing here. */
interface Definition {
  readonly type: string;
  readonly shape?: Readonly<Record<string, Node>>;
  readonly element?: Node;
  readonly innerType?: Node;
  readonly options?: readonly Node[];
  readonly values?: readonly unknown[];
  readonly entries?: Readonly<Record<string, unknown>>;
}

interface Node {
  readonly _zod: { readonly def: Definition };
  readonly safeParse: (value: unknown) => { readonly success: boolean };
}

const WORDS = ['docs/a.md', 'configs/main.json', `${'a'.repeat(63)}0`, 'ab12'.repeat(16), '71', CANARY, ''];
const HOSTILE_WORDS = [
  '../../etc/passwd',
  'docs/../../x',
  'docs\\..\\x',
  '/etc/passwd',
  'C:\\Windows\\x',
  'docs/a\0.md',
  'docs/\u202e.md',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'smb://host/x',
  '__proto__',
  'constructor',
  'toString',
  '\ud800',
  'x'.repeat(5_000),
  `docs/${'d/'.repeat(3_000)}a`,
];

function cyclic(): object {
  const loop: Record<string, unknown> = { path: 'docs/a.md' };
  loop.self = loop;
  loop.list = [loop];
  return loop;
}

function deep(depth: number): unknown {
  let value: unknown = CANARY;
  for (let i = 0; i < depth; i += 1) value = i % 2 === 0 ? [value] : { key: value };
  return value;
}

const sparse: unknown[] = [];
sparse[100] = 1;

/** Values that no schema of ours takes, or only where they happen to fit; all of them pass through a structured clone. */
const ODD: readonly unknown[] = [
  undefined,
  null,
  true,
  0,
  -0,
  -1,
  1.5,
  2 ** 53,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  7n,
  '',
  [],
  {},
  new Date(0),
  new Date(Number.NaN),
  /a/gu,
  new Map([['path', 'docs/a.md']]),
  new Set(['docs/a.md']),
  new Error(CANARY),
  new Uint8Array(8),
  new ArrayBuffer(8),
  Object('docs/a.md'),
  Object(1),
  sparse,
  cyclic(),
  deep(300),
  JSON.parse('{"__proto__":{"polluted":true}}'),
  JSON.parse('{"constructor":{"prototype":{"polluted":true}}}'),
  Array.from({ length: 50 }, () => 'docs/a.md'),
  Object.fromEntries(Array.from({ length: 50 }, (_, i) => [`key${i}`, i])),
  ...HOSTILE_WORDS,
];
const HUGE: readonly unknown[] = [
  'x'.repeat(6_000_000),
  '\u{1f600}'.repeat(2_000_000),
  Array.from({ length: 20_000 }, () => 'docs/a.md'),
  Object.fromEntries(Array.from({ length: 5_000 }, (_, i) => [`key${i}`, i])),
  deep(1_000),
];

const anything = fc.sample(
  fc.anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withSet: true,
    withTypedArray: true,
    withSparseArray: true,
    maxDepth: 2,
    maxKeys: 4,
  }),
  { numRuns: 500, seed: 7 },
);
/** Made once: drawing from it is what keeps ten thousand payloads for each call cheap. */
const junk = fc.oneof(
  { weight: 60, arbitrary: fc.constantFrom(...ODD) },
  { weight: 39, arbitrary: fc.constantFrom(...anything) },
);
const EXTRA_KEYS = ['__proto__', 'constructor', 'prototype', 'toString', 'extra', CANARY] as const;

/** An own key of that name, as a structured clone has it, never the prototype. */
function withKey(value: object, key: string, extra: unknown): object {
  const copy = { ...value };
  Object.defineProperty(copy, key, { value: extra, enumerable: true, configurable: true, writable: true });
  return copy;
}

function objectOf(shape: Readonly<Record<string, Node>>): fc.Arbitrary<unknown> {
  const fields = Object.fromEntries(Object.entries(shape).map(([name, node]) => [name, loosely(node)]));
  const whole = fc.record(fields);
  return fc.oneof(
    { weight: 14, arbitrary: whole },
    { weight: 1, arbitrary: fc.record(fields, { requiredKeys: [] }) },
    {
      weight: 1,
      arbitrary: fc.tuple(whole, fc.constantFrom(...EXTRA_KEYS), junk).map(([v, k, x]) => withKey(v, k, x)),
    },
  );
}

function stringOf(node: Node): fc.Arbitrary<unknown> {
  const good = WORDS.filter((word) => node.safeParse(word).success);
  const fitting = good.length > 0 ? good : WORDS;
  return fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom(...fitting) },
    { weight: 1, arbitrary: fc.constantFrom(...HOSTILE_WORDS) },
  );
}

function plainly(node: Node): fc.Arbitrary<unknown> {
  const { type, shape, element, innerType, options, values, entries } = node._zod.def;
  if (type === 'object' && shape) return objectOf(shape);
  if (type === 'array' && element) return fc.array(loosely(element), { maxLength: 3 });
  if (type === 'nullable' && innerType) return fc.option(loosely(innerType), { freq: 4 });
  if (type === 'optional' && innerType) return loosely(innerType);
  if (type === 'union' && options) return fc.oneof(...options.map(loosely));
  if (type === 'literal' && values) return fc.constantFrom(...values);
  if (type === 'enum' && entries) return fc.constantFrom(...Object.values(entries));
  if (type === 'null') return fc.constant(null);
  if (type === 'boolean') return fc.boolean();
  if (type === 'number') return fc.constantFrom(0, 1, 60, 300);
  if (type === 'string') return stringOf(node);
  throw new Error(`payload-arbitraries.ts knows no ${type}`);
}

function loosely(node: Node): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 24, arbitrary: plainly(node) }, { weight: 1, arbitrary: junk });
}

/** Payloads of one call: whole ones, ones with something wrong in them, and things that are none at all. */
export function payloadsFor(schema: z.ZodType): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight: 1_200, arbitrary: loosely(schema as unknown as Node) },
    { weight: 300, arbitrary: junk },
    { weight: 1, arbitrary: fc.constantFrom(...HUGE) },
  );
}
