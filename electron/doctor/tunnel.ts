import { once } from 'node:events';
import { type ClientRequest, request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { connect, type Socket } from 'node:net';
import { fail, ok, type Result } from '../../shared/model/sync-error.ts';
import { networkError } from '../api/network-error.ts';
import type { ProxyUser } from '../api/proxy-resolver.ts';
import { hopOf } from './first-hop.ts';

/** How one connection to the API host is made. */
export interface TunnelOptions {
  readonly url: URL;
  readonly proxy: URL | null;
  readonly user: ProxyUser | null;
  readonly ca: readonly string[] | undefined;
  readonly signal: AbortSignal;
}

function credentials(user: ProxyUser | null): Readonly<Record<string, string>> {
  if (user === null) return {};
  const pair = Buffer.from(`${user.name}:${user.password}`).toString('base64');
  return { 'proxy-authorization': `Basic ${pair}` };
}

function ask(proxy: URL, path: string, { user, ca, signal }: TunnelOptions): ClientRequest {
  const make = proxy.protocol === 'https:' ? httpsRequest : httpRequest;
  const trust = { rejectUnauthorized: true, ...(ca === undefined ? {} : { ca: [...ca] }) };
  const headers = { host: path, ...credentials(user) };
  return make({ ...hopOf(proxy), method: 'CONNECT', path, headers, agent: false, signal, ...trust }).end();
}

async function through(proxy: URL, options: TunnelOptions): Promise<Result<Socket>> {
  const { url, signal } = options;
  const target = url.port === '' ? `${url.hostname}:443` : url.host;
  try {
    const asked = ask(proxy, target, options);
    const [answer, socket] = (await once(asked, 'connect', { signal })) as [IncomingMessage, Socket];
    if (answer.statusCode === 200) return ok(socket);
    socket.destroy();
    return fail('proxy-failed', `the proxy answered ${answer.statusCode}`);
  } catch (error) {
    return signal.aborted ? fail('server-timeout') : networkError(error, target, proxy);
  }
}

async function straight({ url, signal }: TunnelOptions): Promise<Result<Socket>> {
  const socket = connect(hopOf(url));
  try {
    await once(socket, 'connect', { signal });
    return ok(socket);
  } catch (error) {
    socket.on('error', () => undefined).destroy();
    return signal.aborted ? fail('server-timeout') : networkError(error, url.host, null);
  }
}

/** A connection to the API host on which TLS can begin, or why there is none. */
export async function openTunnel(options: TunnelOptions): Promise<Result<Socket>> {
  const { proxy } = options;
  if (proxy === null) return straight(options);
  const isHttp = proxy.protocol === 'http:' || proxy.protocol === 'https:';
  return isHttp ? through(proxy, options) : fail('proxy-failed', `a ${proxy.protocol.slice(0, -1)} proxy`);
}
