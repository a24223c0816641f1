import type { Connection, CredentialState } from '../../shared/model/app-snapshot.ts';
import type { TokenPlace } from '../../shared/model/doctor.ts';
import { ok, type Result } from '../../shared/model/sync-error.ts';
import type { ApplicationPorts } from './ports.ts';
import { createProvidedToken } from './provided-token.ts';
import type { TokenSource } from './token-source.ts';

type Ports = Pick<ApplicationPorts, 'clock' | 'givenToken' | 'policyToken' | 'tokens'>;

/** The Agent Token of the application: what IT provides, else this run's, else the one that a person entered. */
export interface AgentToken {
  /** As it was when the token was asked for last. */
  state(): CredentialState;
  /** Where it comes from. */
  place(): TokenPlace;
  source(connection: Connection): TokenSource;
  /** Keeps what a person entered, unless IT provides one. */
  enter(token: string, apiUrl: string): Promise<Result<null>>;
  /** GIIP refused it: `onReplaced` is called when IT provides another one. */
  refused(apiUrl: string, onReplaced: () => void): void;
  end(): void;
}

/** The origin that a token is bound to. */
function originOf(apiUrl: string): string {
  return new URL(apiUrl).origin;
}

export function createAgentToken(ports: Ports): AgentToken {
  const provided = createProvidedToken(ports);
  let state: CredentialState = 'missing';
  let givenFor: string | null = null;
  let isGiven = ports.givenToken !== null;

  /** This run's token is for the address that this run began with. */
  function given(origin: string): string | null {
    givenFor ??= origin;
    return givenFor === origin ? ports.givenToken : null;
  }

  async function givenOrStored(apiUrl: string): Promise<Result<string>> {
    const token = given(originOf(apiUrl));
    isGiven = token !== null;
    if (token !== null) state = 'this-run-only';
    if (token !== null) return ok(token);
    const loaded = await ports.tokens.load(originOf(apiUrl));
    state = await ports.tokens.state();
    return loaded;
  }

  return {
    state: () => state,
    place() {
      if (state === 'managed') return 'policy';
      if (isGiven) return 'environment';
      return state === 'this-run-only' ? 'this-run-only' : 'store';
    },
    source:
      ({ apiUrl }) =>
      async () => {
        const byPolicy = provided.source(apiUrl);
        if (byPolicy === null) return givenOrStored(apiUrl);
        state = 'managed';
        return byPolicy();
      },
    async enter(token, apiUrl) {
      const isProvided = ports.policyToken(apiUrl) !== null;
      const saved = isProvided ? ok('managed' as const) : await ports.tokens.save(token, originOf(apiUrl));
      if (!saved.ok) return saved;
      state = saved.value;
      return ok(null);
    },
    refused: provided.refused,
    end: provided.end,
  };
}
