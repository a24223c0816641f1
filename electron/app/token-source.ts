import type { Result } from '../../shared/model/sync-error.ts';

/** Asked before every cycle, so that a keyring that was locked at the start is no reason to give up. */
export type TokenSource = () => Promise<Result<string>>;
