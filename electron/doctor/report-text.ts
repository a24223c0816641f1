import { doctorNames, doctorWords } from '../../shared/doctor-words.ts';
import type { DoctorCheck, DoctorReport } from '../../shared/model/doctor.ts';
import { redactSecrets } from '../stores/redact-secrets.ts';
import { withoutHome } from '../stores/without-home.ts';

/** Whose computer it is, and what must not be told about it. */
export interface ReportPlace {
  readonly version: string;
  /** Operating system and its release. */
  readonly system: string;
  readonly home: string;
  /** Every token and password that is known. */
  readonly secrets: readonly string[];
}

/** Names of documents can tell a story: their number is enough for whoever helps. */
function withoutPaths(check: DoctorCheck): DoctorCheck {
  return 'paths' in check.facts ? ({ ...check, facts: { ...check.facts, paths: [] } } as DoctorCheck) : check;
}

function lines(check: DoctorCheck): readonly string[] {
  const { message, help } = doctorWords(withoutPaths(check));
  const status = `[${doctorNames.status(check.status)}]`.padEnd(14);
  const code = check.error === undefined ? '' : ` (${check.error.code})`;
  const line = `${status}${doctorNames.check(check.id)}: ${message}${code}`;
  return help === undefined ? [line] : [line, `${' '.repeat(14)}${help}`];
}

/** A report that can be given to anybody. */
export function reportText({ checks, time }: DoctorReport, place: ReportPlace): string {
  const head = [
    `Openclaw Sync ${place.version}, connection check`,
    `${new Date(time).toISOString()}, ${place.system}`,
    'Without the Agent Token, without texts and without names of documents.',
    '',
  ];
  const text = [...head, ...checks.flatMap(lines), ''].join('\n');
  return redactSecrets(withoutHome(text, place.home), place.secrets);
}
