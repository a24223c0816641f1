import type { SetupInput, SetupPlan } from '../../shared/ipc/contract.ts';
import type { Connection } from '../../shared/model/app-snapshot.ts';
import { ok, type Result } from '../../shared/model/sync-error.ts';
import { factsNow } from './facts-now.ts';
import type { ApplicationPorts } from './ports.ts';
import type { LookRequest } from './running-session.ts';

/** A connection that a person entered, checked but not yet used. */
export interface EnteredConnection {
  readonly connection: Connection;
  readonly token: string;
}

async function enteredToken(
  ports: ApplicationPorts,
  input: SetupInput,
  apiUrl: string,
): Promise<Result<string>> {
  const provided = ports.policyToken(apiUrl);
  if (provided) return provided();
  if (input.candidateId !== null) return ports.giipConfigs.token(input.candidateId);
  return ports.rules.token(input.token ?? '');
}

/** What IT decided stands in the place of what was typed. */
function managedInput({ policy }: ApplicationPorts, input: SetupInput): SetupInput {
  const { apiUrl, lssn, workspace } = policy.current().settings;
  return {
    ...input,
    ...(apiUrl === undefined ? {} : { apiUrl }),
    ...(typeof lssn === 'number' ? { lssn: String(lssn) } : {}),
    ...(typeof workspace === 'string' ? { workspace } : {}),
  };
}

/** Every field in turn; the first that cannot be used is the error. */
export async function checkInput(
  ports: ApplicationPorts,
  typed: SetupInput,
): Promise<Result<EnteredConnection>> {
  const input = managedInput(ports, typed);
  const apiUrl = ports.rules.apiUrl(input.apiUrl);
  const token = await enteredToken(ports, input, apiUrl.ok ? apiUrl.value : input.apiUrl);
  if (!token.ok) return token;
  const lssn = ports.rules.lssn(input.lssn);
  if (!lssn.ok) return lssn;
  const workspace = await ports.rules.workspace(input.workspace);
  if (!workspace.ok) return workspace;
  if (!apiUrl.ok) return apiUrl;
  const connection = { apiUrl: apiUrl.value, lssn: lssn.value, workspace: workspace.value };
  return ok({ connection, token: token.value });
}

/** Looks at what was entered, through the session source. */
async function looking<T>(
  ports: ApplicationPorts,
  input: SetupInput,
  work: (entered: LookRequest) => Promise<Result<T>>,
): Promise<Result<T>> {
  const entered = await checkInput(ports, input);
  if (!entered.ok) return entered;
  const { connection, token } = entered.value;
  return work({ connection, token: async () => ok(token), facts: () => factsNow(ports) });
}

/** Asks GIIP with what was entered. Answers how many items it holds for this server number. */
export function testConnection(
  ports: ApplicationPorts,
  input: SetupInput,
): Promise<Result<{ items: number }>> {
  return looking(ports, input, (entered) => ports.sessions.countItems(entered));
}

/** The look before the first sync: the same plan that `sync --dry-run` prints. */
export function planFirstSync(ports: ApplicationPorts, input: SetupInput): Promise<Result<SetupPlan>> {
  return looking(ports, input, async (entered) => {
    const steps = await ports.sessions.planFirstSync(entered);
    return steps.ok ? ok({ connection: entered.connection, steps: steps.value }) : steps;
  });
}
