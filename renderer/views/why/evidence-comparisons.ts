import type { Evidence } from '../../../shared/model/history.ts';

type Place = 'base' | 'local' | 'remote';

/** Two of the three texts that a decision was made on. */
export interface EvidenceComparison {
  readonly id: 'here' | 'giip' | 'sides';
  readonly from: Place;
  readonly to: Place;
}

const HERE: EvidenceComparison = { id: 'here', from: 'base', to: 'local' };
const GIIP: EvidenceComparison = { id: 'giip', from: 'base', to: 'remote' };
const SIDES: EvidenceComparison = { id: 'sides', from: 'local', to: 'remote' };

function differs(evidence: Evidence, { from, to }: EvidenceComparison): boolean {
  const [before, after] = [evidence[from], evidence[to]];
  return before.state !== 'text' || after.state !== 'text' || before.text !== after.text;
}

/** What is worth comparing: each side that has changed with the base, where there is one, and both with each other. */
export function evidenceComparisons(evidence: Evidence): readonly EvidenceComparison[] {
  if (evidence.base.state !== 'text') return [SIDES];
  return [...[HERE, GIIP].filter((each) => differs(evidence, each)), SIDES];
}
