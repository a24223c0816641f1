import type { ApplicationPorts } from './ports.ts';
import type { TokenSource } from './token-source.ts';

/** How often a token that GIIP refused is looked at again. */
const LOOK_MS = 60_000;

/** The token that IT provides. Nobody sits there to say that a refused one was replaced, so it is looked at again. */
export interface ProvidedToken {
  /** Null where the policy provides none for this address. */
  source(apiUrl: string): TokenSource | null;
  /** GIIP refused it: `onReplaced` is called when there is another one. */
  refused(apiUrl: string, onReplaced: () => void): void;
  end(): void;
}

/** Remembers the token that was used last, to tell another one from it. */
export function createProvidedToken({
  clock,
  policyToken,
}: Pick<ApplicationPorts, 'clock' | 'policyToken'>): ProvidedToken {
  let used: string | null = null;
  let endLook: (() => void) | null = null;

  function source(apiUrl: string): TokenSource | null {
    const ask = policyToken(apiUrl);
    if (ask === null) return null;
    return async () => {
      const token = await ask();
      used = token.ok ? token.value : null;
      return token;
    };
  }

  async function look(apiUrl: string, onReplaced: () => void): Promise<void> {
    const before = used;
    const token = await source(apiUrl)?.();
    if (endLook === null) return;
    endLook = null;
    if (token?.ok && token.value !== before) onReplaced();
    else refused(apiUrl, onReplaced);
  }

  function refused(apiUrl: string, onReplaced: () => void): void {
    if (endLook !== null || policyToken(apiUrl) === null) return;
    endLook = clock.after(LOOK_MS, () => void look(apiUrl, onReplaced));
  }

  return {
    source,
    refused,
    end() {
      endLook?.();
      endLook = null;
    },
  };
}
