import { doctorNames as namesIn, doctorWords as wordsIn } from '../shared/doctor-words.ts';
import type { DoctorCheck, DoctorCheckId, DoctorSentences, DoctorStatus } from '../shared/model/doctor.ts';
import { language } from './language.ts';

/** The name of a line, and how it is, in the language of this page. */
export const doctorNames = {
  check: (id: DoctorCheckId): string => namesIn.check(id, language),
  status: (status: DoctorStatus): string => namesIn.status(status, language),
};

/** The sentences for one line, in the language of this page. */
export function doctorWords(check: Pick<DoctorCheck, 'finding' | 'facts'>): DoctorSentences {
  return wordsIn(check, language);
}
