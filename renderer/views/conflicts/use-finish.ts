import { useState } from 'react';
import type { ConflictDecision } from '../../../shared/model/conflict.ts';
import type { Draft } from './draft.ts';
import { saveState } from './outcome.ts';

/** Saving the result, with the one question that comes before an empty or much shorter one. */
export interface Finishing {
  readonly question: 'empty' | 'shrunk' | null;
  readonly save: () => void;
  readonly yes: () => void;
  readonly no: () => void;
}

/** Never sends a result that is blocked; asks once more where `resultProblem` says so. */
export function useFinish(draft: Draft, onDecide: (decision: ConflictDecision) => void): Finishing {
  const [question, setQuestion] = useState<Finishing['question']>(null);
  const save = (isSure: boolean): void => {
    const state = saveState(draft);
    if ('block' in state) return;
    const asks = state.ask !== null && !isSure;
    setQuestion(asks ? state.ask : null);
    if (!asks) onDecide(state.decision);
  };
  return {
    question,
    save: () => save(false),
    yes: () => save(true),
    no: () => setQuestion(null),
  };
}
