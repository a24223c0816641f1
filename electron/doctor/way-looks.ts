import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import type { DoctorProxySource } from '../../shared/model/doctor.ts';
import type { MachinePolicy } from '../../shared/model/policy.ts';
import { fail, type Result, type SyncError } from '../../shared/model/sync-error.ts';
import { isLoopback } from '../api/is-loopback.ts';
import type { Way } from '../api/proxy-resolver.ts';
import type { DoctorLook, Looked } from './check.ts';
import { type Finding, found } from './finding.ts';
import { firstHop, type Hop } from './first-hop.ts';
import { reach } from './reach.ts';

/** More addresses than this say nothing new. */
const MOST_ADDRESSES = 8;

function nameOf({ proxy }: Way): string | null {
  return proxy?.host ?? null;
}

function sourceOf({ source }: Way, { managed }: MachinePolicy): DoctorProxySource {
  return source === 'setting' && managed.proxy !== undefined ? 'policy' : source;
}

function proxyFound(url: URL, way: Way, first: Way, policy: MachinePolicy): Finding {
  if (way !== first) return found.warning('proxy-passed-over', { dead: nameOf(first), used: nameOf(way) });
  const from = sourceOf(way, policy);
  if (way.proxy === null) return found.ok('proxy-none', { why: isLoopback(url) ? 'loopback' : from });
  return found.ok('proxy-used', { proxy: way.proxy.host, from });
}

/** A PAC file may name several ways, and the first one that leads somewhere is gone; with one there is nothing to choose. */
async function wayThatLeads(url: URL, [first, ...others]: readonly Way[]): Promise<Way | undefined> {
  if (first === undefined || others.length === 0) return first;
  const { host, port } = firstHop(url, first);
  return (await reach(host, port)).ok ? first : ((await wayThatLeads(url, others)) ?? first);
}

/** Which proxy, and who says so. */
export const proxyLook: DoctorLook = {
  id: 'proxy',
  needs: ['settings'],
  async look({ network, policy }, { subject }) {
    const url = new URL(subject.connection.apiUrl);
    const ways = await network.resolve(url);
    if (!ways.ok) return found.error(ways.error);
    const [first] = ways.value;
    const way = await wayThatLeads(url, ways.value);
    if (first === undefined || way === undefined) return found.error({ code: 'proxy-failed' });
    return { found: proxyFound(url, way, first, policy), keep: { url, way } };
  },
};

async function addressesOf(host: string): Promise<readonly string[]> {
  const all = await lookup(host, { all: true, verbatim: true });
  return [...new Set(all.map(({ address }) => address))].slice(0, MOST_ADDRESSES);
}

async function resolve({ host }: Hop, { proxy }: Way): Promise<Looked> {
  if (isIP(host) !== 0) return { found: found.ok('dns-not-needed', { host }), keep: { addresses: [host] } };
  try {
    const addresses = await addressesOf(host);
    return { found: found.ok('dns-ok', { host, addresses }), keep: { addresses } };
  } catch {
    const code = proxy === null ? 'server-unreachable' : 'proxy-failed';
    return found.error({ code, detail: `no address for ${host}` });
  }
}

/** The name of whatever is spoken to first: the proxy's, where there is one. */
export const dnsLook: DoctorLook = {
  id: 'dns',
  needs: ['proxy'],
  look: (_place, { url, way }) => resolve(firstHop(url, way), way),
};

function silence({ proxy }: Way, host: string, tried: Result<number> | undefined): SyncError {
  const { code, detail = '' } = tried?.ok === false ? tried.error : fail('server-unreachable').error;
  return { code: proxy === null ? code : 'proxy-failed', detail: `${detail} ${host}`.trim() };
}

/** A connection to each address: with one that is dead, only some attempts fail. */
export const connectionLook: DoctorLook = {
  id: 'connection',
  needs: ['dns'],
  async look(_place, { url, way, addresses }) {
    const { host, port } = firstHop(url, way);
    const tries = await Promise.all(
      addresses.map(async (address) => ({ address, tried: await reach(address, port) })),
    );
    const missed = tries.filter(({ tried }) => !tried.ok).map(({ address }) => address);
    const times = tries.flatMap(({ tried }) => (tried.ok ? [tried.value] : []));
    if (times.length === 0) return found.error(silence(way, host, tries[0]?.tried));
    return missed.length === 0
      ? found.ok('tcp-ok', { host, port, ms: Math.min(...times) })
      : found.warning('tcp-some', { host, port, missed });
  },
};
