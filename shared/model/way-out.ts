import type { ErrorCode } from './sync-error.ts';

/** A step that mends an error: another token, other values of the connection, a look into the folder. */
export type WayOut = 'token' | 'connection' | 'openFolder';

/** The errors that a person mends in one step, wherever they are shown. */
export const WAYS_OUT: Readonly<Partial<Record<ErrorCode, WayOut>>> = {
  'token-refused': 'token',
  'token-missing': 'token',
  'token-invalid': 'token',
  'token-other-origin': 'token',
  'token-undecryptable': 'token',
  'workspace-missing': 'connection',
  'workspace-taken': 'connection',
  'workspace-not-set': 'connection',
  'api-url-invalid': 'connection',
  'lssn-invalid': 'connection',
  'parameter-refused': 'connection',
  'server-redirected': 'connection',
  'server-answer-invalid': 'connection',
  'workspace-unreadable': 'openFolder',
  'write-failed': 'openFolder',
};
