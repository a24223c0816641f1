import type { NetworkEnvironment } from '../../electron/api/environment-proxy.ts';
import { openRemote } from './open-remote.ts';

/** What one pull of the shipping client comes to: `ok`, or the code of its error. */
export async function codeOfPull(apiUrl: string, environment: NetworkEnvironment = {}): Promise<string> {
  const remote = openRemote(apiUrl, {}, { environment });
  try {
    const answer = await remote.pull({});
    return answer.ok ? 'ok' : answer.error.code;
  } finally {
    await remote.close();
  }
}
