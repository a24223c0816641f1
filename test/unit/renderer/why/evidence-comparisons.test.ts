import { expect, test } from 'vitest';
import { evidenceComparisons } from '../../../../renderer/views/why/evidence-comparisons.ts';
import type { EvidenceText } from '../../../../shared/model/history.ts';

const text = (value: string): EvidenceText => ({ state: 'text', text: value });
const absent: EvidenceText = { state: 'absent' };
const dropped: EvidenceText = { state: 'dropped' };

test.each<readonly [string, EvidenceText, EvidenceText, EvidenceText, readonly string[]]>([
  ['changed on GIIP', text('a'), text('a'), text('b'), ['giip', 'sides']],
  ['changed here', text('a'), text('b'), text('a'), ['here', 'sides']],
  ['changed on both sides', text('a'), text('b'), text('c'), ['here', 'giip', 'sides']],
  ['deleted here', text('a'), absent, text('a'), ['here', 'sides']],
  ['no common version', absent, text('a'), text('b'), ['sides']],
  ['common version no longer kept', dropped, text('a'), text('b'), ['sides']],
])('%s', (_what, base, local, remote, ids) => {
  const evidence = { path: 'docs/a.md', reason: { code: 'same' }, time: 0, base, local, remote } as const;
  expect(evidenceComparisons(evidence).map(({ id }) => id)).toEqual(ids);
});
