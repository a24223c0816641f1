import { lookup } from 'node:dns/promises';
import { request } from 'undici';
import type { Connection } from '../../shared/model/app-snapshot.ts';
import { ok, type Result } from '../../shared/model/sync-error.ts';
import { dispatcherFor, type Route } from '../api/dispatcher-for.ts';
import { createGiipRemote } from '../api/giip-remote.ts';
import { type Network, openNetwork } from '../api/network.ts';
import { networkError } from '../api/network-error.ts';
import { networkTransport } from '../api/network-transport.ts';
import { systemClock } from '../app/system-clock.ts';
import type { PullAnswer } from '../sync/ports.ts';
import { type DoctorCheck, doctorCheck } from './doctor-check.ts';

const LIMIT_MS = 30_000;
/** Certificates and a server's log are judged by the time; beyond this somebody will be misled. */
const SKEW_MS = 2 * 60_000;
const ADDRESS = /^(?:\d+\.){3}\d+$|^\[/;

interface Reply {
  readonly status: number;
  readonly date: string | undefined;
}

function proxyCheck({ proxy }: Route): DoctorCheck {
  if (proxy === null) return doctorCheck.ok('Proxy', 'None is used.');
  // A proxy's URL may hold a password.
  return doctorCheck.ok('Proxy', `${proxy.host} is set (HTTPS_PROXY), unless NO_PROXY names the API host.`);
}

async function dnsCheck({ hostname }: URL, { proxy }: Route): Promise<DoctorCheck> {
  if (proxy !== null) return doctorCheck.ok('DNS', 'Left to the proxy.');
  if (ADDRESS.test(hostname)) return doctorCheck.ok('DNS', 'Not needed: the API URL holds an address.');
  try {
    const { address } = await lookup(hostname);
    return doctorCheck.ok('DNS', `${hostname} is ${address}.`);
  } catch {
    return doctorCheck.fail('DNS', { code: 'server-unreachable', detail: `no address for ${hostname}` });
  }
}

/** OPTIONS holds no token and changes nothing: a push, even an empty one, could have effects that nobody promised away. */
async function ask(url: URL, { dispatcher, proxy }: Route): Promise<Result<Reply>> {
  const signal = AbortSignal.timeout(LIMIT_MS);
  try {
    const { statusCode, headers, body } = await request(url, { method: 'OPTIONS', dispatcher, signal });
    body.on('error', () => undefined).destroy();
    const date = headers.date;
    return ok({ status: statusCode, date: typeof date === 'string' ? date : undefined });
  } catch (error) {
    return signal.aborted
      ? { ok: false, error: { code: 'server-timeout' } }
      : networkError(error, url.host, proxy);
  }
}

function clockCheck({ date }: Reply): DoctorCheck {
  const theirs = Date.parse(date ?? '');
  if (Number.isNaN(theirs)) return doctorCheck.ok('Clock', 'The server does not tell the time.');
  const seconds = Math.round(Math.abs(systemClock.now() - theirs) / 1000);
  if (seconds * 1000 <= SKEW_MS) return doctorCheck.ok('Clock', `${seconds} s from the server's.`);
  const message = `This computer's clock is ${seconds} s from the server's.`;
  return doctorCheck.warn('Clock', message, 'Set the clock, or let the network set it.');
}

function connectionCheck(url: URL): DoctorCheck {
  return url.protocol === 'https:'
    ? doctorCheck.ok('Connection', `TLS to ${url.host}, certificate verified.`)
    : doctorCheck.ok('Connection', `${url.host} on this computer, without TLS.`);
}

function putCheck({ status }: Reply): DoctorCheck {
  const answer = `The host answers there (HTTP ${status}). Nothing was sent.`;
  return doctorCheck.ok('PutOpenclawSync', answer);
}

function itemsIn({ config, doc }: PullAnswer): number {
  return [config, doc].reduce((sum, part) => sum + (part.state === 'items' ? part.items.length : 0), 0);
}

async function pullChecks(
  { apiUrl, lssn }: Connection,
  token: string,
  network: Network,
): Promise<readonly DoctorCheck[]> {
  const transport = networkTransport(network);
  try {
    const options = { apiUrl, lssn, token: async () => ok(token), clock: systemClock, transport };
    const answer = await createGiipRemote(options).pull({});
    if (!answer.ok) return [doctorCheck.fail('GetOpenclawSync', answer.error)];
    const accepted = `GIIP accepts the token and server number ${lssn}. Items there: ${itemsIn(answer.value)}.`;
    return [doctorCheck.ok('GetOpenclawSync', accepted)];
  } finally {
    await transport.close();
  }
}

async function reachChecks(url: URL, route: Route): Promise<readonly DoctorCheck[]> {
  const dns = await dnsCheck(url, route);
  if (dns.state === 'fail') return [dns];
  const reply = await ask(new URL(`${url.href}/PutOpenclawSync`), route);
  if (!reply.ok) return [dns, doctorCheck.fail('Connection', reply.error)];
  return [dns, connectionCheck(url), clockCheck(reply.value), putCheck(reply.value)];
}

/** The way to GIIP, step by step, up to the first one that fails; then one real pull, if there is a token. */
export async function networkChecks(
  connection: Connection,
  token: Result<string>,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<readonly DoctorCheck[]> {
  const network = openNetwork({ environment });
  const url = new URL(connection.apiUrl);
  const ways = await network.resolve(url);
  const [way] = ways.ok ? ways.value : [];
  if (way === undefined) return [doctorCheck.fail('Proxy', ways.ok ? { code: 'proxy-failed' } : ways.error)];
  const route = await dispatcherFor(url, way, network);
  if (!route.ok) return [doctorCheck.fail('Proxy', route.error)];
  try {
    const reached = [proxyCheck(route.value), ...(await reachChecks(url, route.value))];
    const isBroken = reached.some(({ state }) => state === 'fail');
    return isBroken || !token.ok
      ? reached
      : [...reached, ...(await pullChecks(connection, token.value, network))];
  } finally {
    await route.value.dispatcher.destroy();
  }
}
