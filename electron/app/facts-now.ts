import type { ApplicationPorts } from './ports.ts';
import type { SessionFacts } from './running-session.ts';

/** What a session goes by, of settings and policy as they are now. */
export function factsNow({ settings, policy }: Pick<ApplicationPorts, 'settings' | 'policy'>): SessionFacts {
  const { intervalSeconds, historyDays, historyVersions, secretGate, proxy, caFile } = settings.get();
  return {
    settings: { intervalSeconds, historyDays, historyVersions, secretGate, proxy, caFile },
    rules: policy.current().rules,
  };
}
