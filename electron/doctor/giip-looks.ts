import type { TokenPlace } from '../../shared/model/doctor.ts';
import type { Result } from '../../shared/model/sync-error.ts';
import { createGiipRemote } from '../api/giip-remote.ts';
import { judgeAnswer } from '../api/judge-answer.ts';
import type { TransportAnswer } from '../api/transport.ts';
import type { ConnectionAtWork } from '../app/ports.ts';
import type { PullAnswer } from '../sync/ports.ts';
import type { DoctorLook, DoctorPlace } from './check.ts';
import { type Finding, found } from './finding.ts';

/** Certificates and a server's log are judged by the time: beyond the first somebody is misled, beyond the second refused. */
const CLOCK_AMBER_S = 60;
const CLOCK_RED_S = 5 * 60;

/** What speaks as GIIP and wants a token is GIIP's own endpoint; a proxy that lets no PUT through says something else. */
function judgePush(answer: TransportAnswer, now: number): Finding {
  const judgement = judgeAnswer(answer, '', now);
  if (judgement.state !== 'failed') return found.ok('push-ok', {});
  const { error } = judgement;
  if (error.code === 'token-refused' || error.code === 'parameter-refused') return found.ok('push-ok', {});
  const isBlocked = error.code === 'server-answer-invalid';
  return isBlocked ? found.failed('push-blocked', { status: answer.status }, error) : found.error(error);
}

/** Whether a push would get through, found out without one. */
export const pushLook: DoctorLook = {
  id: 'push',
  needs: ['tls'],
  look(_place, { knocked, remembered }) {
    // What a real push once showed outweighs what a knock can show. Nothing is remembered where the folder is broken.
    if (remembered?.isPushUnsafe === true) return found.error({ code: 'push-replaces-everything' });
    return knocked.answer.ok
      ? judgePush(knocked.answer.value, knocked.at)
      : found.error(knocked.answer.error);
  },
};

/** This computer's time against that of the answer. */
export const clockLook: DoctorLook = {
  id: 'clock',
  needs: ['tls'],
  look(_place, { knocked }) {
    if (!knocked.answer.ok) return found.because('push');
    const theirs = Date.parse(knocked.answer.value.date ?? '');
    if (Number.isNaN(theirs)) return found.ok('clock-unknown', {});
    const ahead = Math.round((knocked.at - theirs) / 1000);
    const seconds = Math.abs(ahead);
    if (seconds <= CLOCK_AMBER_S) return found.ok('clock-ok', { seconds });
    const facts = { seconds, isAhead: ahead > 0 };
    return seconds <= CLOCK_RED_S ? found.warning('clock-off', facts) : found.failed('clock-off', facts);
  },
};

/** Whether there is a token, and where it is kept; never the token. */
export const tokenLook: DoctorLook = {
  id: 'token',
  needs: ['settings'],
  async look(_place, { subject }) {
    const token = await subject.token();
    if (!token.ok) return found.error(token.error);
    const place: TokenPlace = await subject.tokenPlace();
    return found.ok('token-there', { place });
  },
};

async function pull({ transport, clock }: DoctorPlace, { connection, token }: ConnectionAtWork) {
  const { apiUrl, lssn } = connection;
  const options = { apiUrl, lssn, token, clock, transport };
  return createGiipRemote(options).pull({});
}

function itemsIn({ config, doc }: PullAnswer): number {
  return [config, doc].reduce((sum, part) => sum + (part.state === 'items' ? part.items.length : 0), 0);
}

function judgePull(pulled: Result<PullAnswer>): Finding {
  if (pulled.ok) return found.ok('pull-ok', { items: itemsIn(pulled.value) });
  // A refusal in GIIP's own words shows that this endpoint works; what is refused has lines of its own.
  const isAnswer = ['token-refused', 'parameter-refused'].includes(pulled.error.code);
  return isAnswer ? found.ok('pull-refused', {}) : found.error(pulled.error);
}

/** The one real request, with the token and as a sync makes it. */
export const pullLook: DoctorLook = {
  id: 'pull',
  needs: ['tls', 'token'],
  async look(place, { subject }) {
    const pulled = await pull(place, subject);
    return { found: judgePull(pulled), keep: { pulled } };
  },
};

/** What GIIP said about the token. */
export const tokenAcceptedLook: DoctorLook = {
  id: 'token-accepted',
  needs: ['pull'],
  look(_place, { pulled }) {
    if (pulled.ok) return found.ok('token-accepted', {});
    return pulled.error.code === 'token-refused' ? found.error(pulled.error) : found.because('lssn');
  },
};

/** What GIIP said about the server number. */
export const lssnLook: DoctorLook = {
  id: 'lssn',
  needs: ['pull'],
  look(_place, { pulled, subject }) {
    if (pulled.ok) return found.ok('lssn-ok', { lssn: subject.connection.lssn });
    return pulled.error.code === 'token-refused'
      ? found.because('token-accepted')
      : found.error(pulled.error);
  },
};
