import { useState } from 'react';
import type { ConflictDecision } from '../../../shared/model/conflict.ts';
import { type Draft, isTouched } from './draft.ts';
import { saveState } from './outcome.ts';

/** A decision that waits for one more yes, and why. */
export interface Question {
  readonly about: 'empty' | 'shrunk' | 'unused';
  readonly decision: ConflictDecision;
}

/** Decisions on their way, with the one question that comes before some of them. */
export interface Finishing {
  readonly question: Question | null;
  readonly save: () => void;
  /** One side, or both: leaves unused what was made of the result. */
  readonly take: (decision: ConflictDecision) => void;
  readonly yes: () => void;
  readonly no: () => void;
}

/** Never sends a result that is blocked; asks once more before a questionable one, and before one goes unused. */
export function useFinish(draft: Draft, onDecide: (decision: ConflictDecision) => void): Finishing {
  const [question, setQuestion] = useState<Question | null>(null);
  const decide = (decision: ConflictDecision, about: Question['about'] | null): void => {
    setQuestion(about === null ? null : { about, decision });
    if (about === null) onDecide(decision);
  };
  return {
    question,
    save: () => {
      const state = saveState(draft);
      if ('decision' in state) decide(state.decision, state.ask);
    },
    take: (decision) => decide(decision, isTouched(draft) ? 'unused' : null),
    yes: () => question && decide(question.decision, null),
    no: () => setQuestion(null),
  };
}
