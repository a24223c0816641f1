import type { DoctorFinding, DoctorFix } from '../../shared/model/doctor.ts';
import type { ErrorCode, SyncError } from '../../shared/model/sync-error.ts';
import { WAYS_OUT, type WayOut } from '../../shared/model/way-out.ts';
import type { Finding } from './finding.ts';

const OF_WAYS: Readonly<Record<WayOut, DoctorFix>> = {
  token: 'connection',
  connection: 'connection',
  openFolder: 'folder',
};

const OF_ERRORS: Readonly<Partial<Record<ErrorCode, DoctorFix>>> = {
  'proxy-failed': 'settings',
  'proxy-auth-required': 'settings',
};

function fixForError({ code }: SyncError): DoctorFix | undefined {
  const way = WAYS_OUT[code];
  return way === undefined ? OF_ERRORS[code] : OF_WAYS[way];
}

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
  return OF_FINDINGS[finding] ?? (finding === 'error' && error ? fixForError(error) : undefined);
}
