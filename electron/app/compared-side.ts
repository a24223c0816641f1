import type { Application } from './application.ts';
import type { ComparedSide } from './compare-configs.ts';
import { configuredConnection } from './configured-connection.ts';
import type { ApplicationPorts } from './ports.ts';

interface Compared {
  readonly ports: ApplicationPorts;
  readonly application: Application;
}

/** What there is to compare of a connection; null where there is none, or it is not set up. The token is only there to be hidden. */
export async function comparedSide(of: Compared | undefined): Promise<ComparedSide | null> {
  const connection = of ? configuredConnection(of.ports) : null;
  if (of === undefined || connection === null) return null;
  const atWork = of.application.atWork();
  const token = atWork.ok ? await atWork.value.token() : null;
  return { workspace: connection.workspace, token: token?.ok ? token.value : null };
}
