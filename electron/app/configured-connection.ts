import type { Connection } from '../../shared/model/app-snapshot.ts';
import type { ApplicationPorts } from './ports.ts';

type Sources = Pick<ApplicationPorts, 'settings' | 'overrides' | 'policy'>;

/** Settings, then this run's options, then what IT decides. */
function connectionValues({ settings, overrides, policy }: Sources) {
  return { ...settings.get(), ...overrides, ...policy.current().settings };
}

/** The connection that they make together, or null while set-up is needed. */
export function configuredConnection(sources: Sources): Connection | null {
  const { apiUrl, lssn, workspace } = connectionValues(sources);
  return lssn === null || workspace === null ? null : { apiUrl, lssn, workspace };
}

/** What set-up begins with. */
export function setupDefaults(ports: Sources & Pick<ApplicationPorts, 'usualWorkspace'>): {
  readonly apiUrl: string;
  readonly workspace: string;
  readonly lssn: string;
} {
  const { apiUrl, lssn, workspace } = connectionValues(ports);
  return { apiUrl, workspace: workspace ?? ports.usualWorkspace, lssn: lssn === null ? '' : String(lssn) };
}
