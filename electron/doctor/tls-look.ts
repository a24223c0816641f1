import type { DoctorFacts } from '../../shared/model/doctor.ts';
import type { Result } from '../../shared/model/sync-error.ts';
import { networkError } from '../api/network-error.ts';
import type { TransportAnswer } from '../api/transport.ts';
import { trustedAuthorities } from '../api/trusted-authorities.ts';
import type { DoctorLook, DoctorPlace, Kept } from './check.ts';
import { type Finding, found } from './finding.ts';
import { type Handshake, type PeerCertificate, shakeHands } from './peer-certificate.ts';
import { openTunnel } from './tunnel.ts';

const HANDSHAKE_MS = 15_000;
const KNOCK_MS = 30_000;
const DAY_MS = 24 * 60 * 60_000;
/** Who renews by machine has done it by then. */
const SOON_DAYS = 14;

type Refusal = 'tls-expired' | 'tls-not-yet' | 'tls-wrong-host' | 'tls-untrusted';

/** What OpenSSL, BoringSSL and Node call the faults that have a fix of their own. */
const REFUSALS: Readonly<Record<string, Refusal>> = {
  CERT_HAS_EXPIRED: 'tls-expired',
  CERT_NOT_YET_VALID: 'tls-not-yet',
  ERR_TLS_CERT_ALTNAME_INVALID: 'tls-wrong-host',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'tls-untrusted',
  UNABLE_TO_GET_ISSUER_CERT: 'tls-untrusted',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'tls-untrusted',
  SELF_SIGNED_CERT_IN_CHAIN: 'tls-untrusted',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'tls-untrusted',
};

type Knock = Kept['knocked'];

/** A PUT without token, server number and item: GIIP cannot even know whose it would be, so it changes nothing. */
async function knock({ transport, clock }: DoctorPlace, apiUrl: string): Promise<Knock> {
  const url = new URL(`${apiUrl}/PutOpenclawSync`);
  const signal = AbortSignal.timeout(KNOCK_MS);
  const answer = await transport.send({ method: 'PUT', url, body: '{}', signal });
  return { answer, at: clock.now() };
}

async function handshake({ network }: DoctorPlace, { url, way }: Kept): Promise<Result<Handshake>> {
  const trust = await trustedAuthorities(network.authorityFiles());
  if (!trust.ok) return trust;
  const user = way.proxy === null ? null : (way.user ?? (await network.user(way.proxy)));
  const options = { url, proxy: way.proxy, user, ca: trust.value.ca };
  const signal = AbortSignal.timeout(HANDSHAKE_MS);
  const tunnel = await openTunnel({ ...options, signal });
  if (!tunnel.ok) return tunnel;
  return { ok: true, value: await shakeHands(tunnel.value, { ...options, signal }) };
}

function day(time: number): string {
  return Number.isNaN(time) ? '?' : new Date(time).toISOString().slice(0, 10);
}

function factsOf(host: string, { issuer, from, until }: PeerCertificate): DoctorFacts['tls-ok'] {
  return { host, issuer, from: day(from), until: day(until) };
}

function accepted(host: string, certificate: PeerCertificate, now: number): Finding {
  const facts = factsOf(host, certificate);
  if (certificate.until - now < SOON_DAYS * DAY_MS) return found.warning('tls-expiring', facts);
  return certificate.isPublic ? found.ok('tls-ok', facts) : found.warning('tls-private', facts);
}

function judge({ url, way }: Kept, { certificate, error }: Handshake, { answer, at }: Knock): Finding {
  const host = url.hostname;
  // Where the handshake failed and the request did not, the operating system trusts what we do not know.
  if (certificate !== null && (error === null || answer.ok)) return accepted(host, certificate, at);
  const failure = networkError(error, url.host, way.proxy).error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const refusal = REFUSALS[code];
  return refusal === undefined || certificate === null
    ? found.error(failure)
    : found.failed(refusal, factsOf(host, certificate), failure);
}

/** A tunnel of our own may fail where requests get through: a proxy that wants a browser's way of signing in, or SOCKS. */
function withoutTunnel(
  proxy: URL | null,
  tunnel: Result<Handshake>,
  answer: Result<TransportAnswer>,
): Finding {
  if (answer.ok) return found.ok('tls-unseen', { proxy: proxy?.host ?? '' });
  return found.error(tunnel.ok || proxy !== null ? answer.error : tunnel.error);
}

/** Whose certificate answers, until when, and whether the network puts its own in between. */
export const tlsLook: DoctorLook = {
  id: 'tls',
  needs: ['connection'],
  async look(place, kept) {
    const { url, way, subject } = kept;
    const knocking = knock(place, subject.connection.apiUrl);
    if (url.protocol !== 'https:')
      return { found: found.ok('tls-none', { host: url.host }), keep: { knocked: await knocking } };
    const [shaken, knocked] = await Promise.all([handshake(place, kept), knocking]);
    const judged = shaken.ok
      ? judge(kept, shaken.value, knocked)
      : withoutTunnel(way.proxy, shaken, knocked.answer);
    return { found: judged, keep: { knocked } };
  },
};
