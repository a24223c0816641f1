import type { ConnectionSummary } from '../../../shared/model/app-snapshot.ts';

/** One of several connections, in step but for what is given. */
export function connectionSummary(
  id: string,
  lssn: number,
  other: Partial<ConnectionSummary> = {},
): ConnectionSummary {
  return {
    id,
    lssn,
    apiUrl: 'https://api.netbako.com/api',
    workspace: `/home/mina/${id}/.openclaw`,
    state: 'inStep',
    conflicts: 0,
    held: 0,
    pending: 0,
    paused: false,
    stopped: false,
    lastSuccess: null,
    errorCode: null,
    ...other,
  };
}
