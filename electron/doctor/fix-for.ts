import type { DoctorFinding, DoctorFix } from '../../shared/model/doctor.ts';
import type { ErrorCode } from '../../shared/model/sync-error.ts';
import type { Finding } from './finding.ts';

const OF_ERRORS: Readonly<Partial<Record<ErrorCode, DoctorFix>>> = {
  'token-refused': 'connection',
  'token-missing': 'connection',
  'token-invalid': 'connection',
  'token-other-origin': 'connection',
  'token-undecryptable': 'connection',
  'workspace-missing': 'connection',
  'workspace-not-set': 'connection',
  'api-url-invalid': 'connection',
  'lssn-invalid': 'connection',
  'parameter-refused': 'connection',
  'server-redirected': 'connection',
  'server-answer-invalid': 'connection',
  'workspace-unreadable': 'folder',
  'write-failed': 'folder',
  'proxy-failed': 'settings',
  'proxy-auth-required': 'settings',
};

const OF_FINDINGS: Readonly<Partial<Record<DoctorFinding, DoctorFix>>> = {
  'names-left-out': 'folder',
  'names-clash': 'folder',
  'tls-untrusted': 'settings',
  'autostart-overruled': 'settings',
  'autostart-broken': 'settings',
  'success-old': 'sync',
};

/** The step that mends it, where it is one click away. */
export function fixFor({ finding, status, error }: Finding): DoctorFix | undefined {
  if (status === 'ok' || status === 'skipped') return undefined;
  return OF_FINDINGS[finding] ?? (finding === 'error' && error ? OF_ERRORS[error.code] : undefined);
}
