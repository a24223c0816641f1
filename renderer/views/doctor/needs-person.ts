import type { DoctorCheck } from '../../../shared/model/doctor.ts';

/** What is said above the list, with what to do about it. */
export function needsPerson({ status }: DoctorCheck): boolean {
  return status === 'failed' || status === 'warning';
}

/** All of these, the problems first; among equals the one that the others may depend on. */
export function forPerson(checks: readonly DoctorCheck[]): readonly DoctorCheck[] {
  const failed = checks.filter(({ status }) => status === 'failed');
  return [...failed, ...checks.filter(({ status }) => status === 'warning')];
}
