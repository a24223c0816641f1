import type {
  DoctorCheckId,
  DoctorFacts,
  DoctorFinding,
  DoctorStatus,
  Found,
} from '../../shared/model/doctor.ts';
import type { SyncError } from '../../shared/model/sync-error.ts';

/** What one look came to, before it has its name and its fix. */
export type Finding = Found & { readonly status: DoctorStatus; readonly error?: SyncError };

function find<F extends DoctorFinding>(status: DoctorStatus, finding: F, facts: DoctorFacts[F]): Finding {
  // TypeScript does not see that a name and the facts of that name are one of the pairs.
  return { status, finding, facts } as Finding;
}

/** The four ways in which a look ends. */
export const found = {
  ok: <F extends DoctorFinding>(finding: F, facts: DoctorFacts[F]) => find('ok', finding, facts),
  /** Works, but a person should know. */
  warning: <F extends DoctorFinding>(finding: F, facts: DoctorFacts[F]) => find('warning', finding, facts),
  failed: <F extends DoctorFinding>(finding: F, facts: DoctorFacts[F], error?: SyncError): Finding =>
    error === undefined ? find('failed', finding, facts) : { ...find('failed', finding, facts), error },
  /** In the words of the error itself. */
  error: (error: SyncError): Finding => found.failed('error', factsOf(error), error),
  because: (because: DoctorCheckId) => find('skipped', 'skipped-because', { because }),
  skipped: (finding: 'skipped-in-command' | 'skipped-on-system') => find('skipped', finding, {}),
};

function factsOf({ code, detail }: SyncError): DoctorFacts['error'] {
  return detail === undefined ? { code } : { code, detail };
}
