import type { SetupCandidate, SetupInput } from '../../../shared/ipc/contract.ts';
import type { ErrorCode } from '../../../shared/model/sync-error.ts';
import { setupText } from '../../setup-text.ts';

/** The fields of set-up, in the order in which they stand on the page. */
export const FIELDS = ['token', 'lssn', 'workspace', 'apiUrl'] as const;
export type Field = (typeof FIELDS)[number];

/** What the person has entered so far. */
export interface SetupValues {
  readonly token: string;
  readonly lssn: string;
  readonly workspace: string;
  readonly apiUrl: string;
  /** The file whose token is used instead of a typed one. */
  readonly candidate: SetupCandidate | null;
}

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/u;

function apiUrlProblem(value: string): string | null {
  const url = URL.canParse(value) ? new URL(value) : null;
  const secure = url?.protocol === 'https:' || (url?.protocol === 'http:' && LOOPBACK.test(url.hostname));
  const bare = url !== null && url.username === '' && url.password === '' && url.hash === '';
  return secure && bare ? null : setupText.wrong.apiUrl;
}

function workspaceProblem(value: string): string | null {
  if (value === '') return setupText.wrong.folder;
  return /^(\/|~|[a-z]:[\\/]|\\\\)/iu.test(value) ? null : setupText.wrong.folderRelative;
}

function lssnProblem(value: string): string | null {
  return /^\d{1,10}$/u.test(value) && Number(value) >= 1 && Number(value) <= 2_147_483_647
    ? null
    : setupText.wrong.lssn;
}

/** What is wrong with one field, as far as this window can tell; the main process looks at everything again. */
export function fieldProblem(field: Field, values: SetupValues): string | null {
  const value = values[field].trim();
  switch (field) {
    case 'token':
      return values.candidate !== null || value !== '' ? null : setupText.wrong.token;
    case 'lssn':
      return lssnProblem(value);
    case 'workspace':
      return workspaceProblem(value);
    case 'apiUrl':
      return apiUrlProblem(value);
  }
}

/** The field that an answer of the main process speaks of, or null when it speaks of none. */
export function fieldOfError(code: ErrorCode): Field | null {
  if (code === 'token-refused' || code === 'token-invalid' || code === 'token-missing') return 'token';
  if (code === 'lssn-invalid') return 'lssn';
  if (code.startsWith('workspace-')) return 'workspace';
  return code === 'api-url-invalid' ? 'apiUrl' : null;
}

/** What is sent to the main process. */
export function setupInput({ token, lssn, workspace, apiUrl, candidate }: SetupValues): SetupInput {
  return {
    apiUrl: apiUrl.trim(),
    lssn: lssn.trim(),
    workspace: workspace.trim(),
    token: candidate === null ? token.trim() : null,
    candidateId: candidate?.id ?? null,
  };
}
