import type { CredentialState } from '../../shared/model/app-snapshot.ts';
import { ok, type Result } from '../../shared/model/sync-error.ts';
import type { TokenStore } from './token-store.ts';

export interface HiddenTokens {
  save(token: string, origin: string): Promise<Result<CredentialState>>;
  load(origin: string): Promise<Result<string>>;
  state(): Promise<CredentialState>;
  /** Drops it here and on disk. */
  forget(): Promise<Result<void>>;
}

/** The store's tokens, each told to whoever must keep it out of what is written. */
export function hiddenTokens(store: TokenStore, hide: (token: string) => void): HiddenTokens {
  return {
    save(token, origin) {
      hide(token.trim());
      return store.save(token, origin);
    },
    async load(origin) {
      const loaded = await store.load(origin);
      if (loaded.ok) hide(loaded.value.token);
      return loaded.ok ? ok(loaded.value.token) : loaded;
    },
    state: () => store.state(),
    forget: () => store.forget(),
  };
}
