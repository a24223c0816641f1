import { errorWords } from './error-words.ts';
import type { InLanguages, Language } from './language.ts';
import type {
  DoctorCheck,
  DoctorCheckId,
  DoctorFacts,
  DoctorSentences,
  DoctorStatus,
  DoctorWords,
} from './model/doctor.ts';
import { doctorWords as en } from './words/en/doctor-words.ts';
import { doctorWords as ja } from './words/ja/doctor-words.ts';
import { doctorWords as ko } from './words/ko/doctor-words.ts';
import { doctorWords as zh } from './words/zh/doctor-words.ts';

const WORDS: InLanguages<DoctorWords> = { en, ko, ja, zh };

/** The name of a line, and how it is, each in a word or two. Commands and reports speak English. */
export const doctorNames = {
  check: (id: DoctorCheckId, language: Language = 'en'): string => WORDS[language].names[id],
  status: (status: DoctorStatus, language: Language = 'en'): string => WORDS[language].status[status],
};

/** The sentences for one line. */
export function doctorWords(
  check: Pick<DoctorCheck, 'finding' | 'facts'>,
  language: Language = 'en',
): DoctorSentences {
  if (check.finding === 'error') return errorWords(check.facts as DoctorFacts['error'], language);
  // TypeScript does not see that a finding and its facts are one of the pairs.
  const words = WORDS[language].sentences[check.finding] as (facts: DoctorCheck['facts']) => DoctorSentences;
  return words(check.facts);
}
