import { type Dispatcher, Pool } from 'undici';
import { ProxyRefusal } from './proxy-refusal.ts';

/** The names of the schemes: each header may hold several challenges, whose parameters have a `=` in them. */
function schemesIn(header: string | string[] | undefined): readonly string[] {
  const challenges = [header ?? []].flat().flatMap((line) => line.split(','));
  const names = challenges.map((challenge) => /^\s*([a-z][a-z0-9-]*)(?:\s|$)/i.exec(challenge)?.[1]);
  return [...new Set(names.filter((name) => name !== undefined).map((name) => name.toLowerCase()))];
}

class TellingPool extends Pool {
  override connect(options: Dispatcher.ConnectOptions): Promise<Dispatcher.ConnectData>;
  override connect(options: Dispatcher.ConnectOptions, callback?: unknown): never;
  override async connect(options: Dispatcher.ConnectOptions): Promise<Dispatcher.ConnectData> {
    const answer = await super.connect(options);
    if (answer.statusCode === 200) return answer;
    answer.socket.on('error', () => {}).destroy();
    throw new ProxyRefusal(answer.statusCode, schemesIn(answer.headers['proxy-authenticate']));
  }
}

/** The connections to a proxy; undici alone would not tell how a proxy that refuses wants people to sign in. */
export function proxyClient(origin: URL, options: object): Dispatcher {
  return new TellingPool(origin, options);
}
