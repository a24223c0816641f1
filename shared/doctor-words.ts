import { errorWords } from './error-words.ts';
import type { DoctorCheck, DoctorCheckId, DoctorFacts, DoctorFinding, DoctorStatus } from './model/doctor.ts';
import { doctorWords as en } from './words/en/doctor-words.ts';

/** What was found and what it means; where something is to be done, what. */
interface Words {
  readonly message: string;
  readonly help?: string;
}

/** Every line, every status and every finding has words; those of errors are with the errors. */
export interface DoctorWords {
  readonly names: Readonly<Record<DoctorCheckId, string>>;
  readonly status: Readonly<Record<DoctorStatus, string>>;
  readonly sentences: {
    readonly [F in Exclude<DoctorFinding, 'error'>]: (facts: DoctorFacts[F]) => Words;
  };
}

/** The name of a line, and how it is, each in a word or two. */
export const doctorNames = {
  check: (id: DoctorCheckId): string => en.names[id],
  status: (status: DoctorStatus): string => en.status[status],
};

/** The sentences for one line. */
export function doctorWords(check: Pick<DoctorCheck, 'finding' | 'facts'>): Words {
  if (check.finding === 'error') return errorWords(check.facts as DoctorFacts['error']);
  // TypeScript does not see that a finding and its facts are one of the pairs.
  const words = en.sentences[check.finding] as (facts: DoctorCheck['facts']) => Words;
  return words(check.facts);
}
