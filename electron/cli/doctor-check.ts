import { errorWords } from '../../shared/error-words.ts';
import type { SyncError } from '../../shared/model/sync-error.ts';

/** One line of the doctor: what was looked at, how it is, what to do about it. */
export interface DoctorCheck {
  readonly name: string;
  readonly state: 'ok' | 'warn' | 'fail';
  readonly message: string;
  readonly help?: string;
  /** What failed; it decides the exit code. */
  readonly error?: SyncError;
}

export const doctorCheck = {
  ok: (name: string, message: string): DoctorCheck => ({ name, state: 'ok', message }),
  /** Works, but a person should know. */
  warn: (name: string, message: string, help: string): DoctorCheck => ({
    name,
    state: 'warn',
    message,
    help,
  }),
  fail: (name: string, error: SyncError): DoctorCheck => ({
    name,
    state: 'fail',
    ...errorWords(error),
    error,
  }),
};
