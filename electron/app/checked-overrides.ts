import type { Connection } from '../../shared/model/app-snapshot.ts';
import type { Result } from '../../shared/model/sync-error.ts';
import type { InputRules } from './ports.ts';

/** As they were typed on the command line, for one run only. */
export interface GivenOverrides {
  readonly workspace?: string;
  readonly apiUrl?: string;
  readonly lssn?: string;
}

/** A wrong value is an error to see, not one to pass over. */
function accepted<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.detail ?? ''}`);
  return result.value;
}

/** The command line's values, checked as a person's are. Throws on the first that cannot be used. */
export function checkedOverrides(
  { apiUrl, lssn, workspace }: GivenOverrides,
  rules: Pick<InputRules, 'apiUrl' | 'lssn'>,
): Partial<Connection> {
  return {
    ...(apiUrl === undefined ? {} : { apiUrl: accepted(rules.apiUrl(apiUrl)) }),
    ...(lssn === undefined ? {} : { lssn: accepted(rules.lssn(lssn)) }),
    ...(workspace === undefined ? {} : { workspace }),
  };
}
