import { fail } from '../../shared/model/sync-error.ts';
import type { Remote } from '../sync/ports.ts';

/** What a look that makes no request has for GIIP. */
export const silentRemote: Remote = {
  pull: async () => fail('server-unreachable'),
  push: async () => ({ accepted: [], refused: [], error: { code: 'server-unreachable' } }),
  requests: () => 0,
};
