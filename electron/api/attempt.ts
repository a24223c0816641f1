import type { Result } from '../../shared/model/sync-error.ts';
import type { TransportAnswer } from './transport.ts';

/**
 * What came of a request along one way.
 * `answered`: an answer, or a failure after the request may have left. `blocked`: the way led nowhere. `no-sign-in`: the
 * proxy wants to be signed in to in a way that only a browser knows. `issuer-unknown`: the certificate's authority is
 * none of ours. In the last three nothing of the request has left, so that another way may be tried.
 */
export interface Attempt {
  readonly end: 'answered' | 'blocked' | 'no-sign-in' | 'issuer-unknown';
  readonly result: Result<TransportAnswer>;
}
