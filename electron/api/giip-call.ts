import { fail, type Result, type SyncError } from '../../shared/model/sync-error.ts';
import type { Clock } from '../sync/ports.ts';
import { type DataReader, type Envelope, type EnvelopeReader, envelopeReader, NO_DATA } from './envelope.ts';
import { type Judgement, judgeEnvelope } from './judge-answer.ts';
import { LIMITS } from './limits.ts';
import { parseApiUrl } from './parse-api-url.ts';
import { safeDetail } from './safe-detail.ts';
import type { Transport, TransportAnswer } from './transport.ts';

export interface GiipCallOptions {
  readonly apiUrl: string;
  readonly token: () => Promise<Result<string>>;
  /** Where the token was entered for; absent: this very API URL. */
  readonly tokenOrigin?: string;
  readonly clock: Clock;
  readonly transport: Transport;
  /** Milliseconds for a whole request, however the time is spent; for tests. */
  readonly deadlines?: { readonly pull: number; readonly push: number };
}

export interface GiipCalls {
  /** `data` reads what the answer carries while it comes. */
  pull<T>(body: (token: string) => string, data: () => DataReader<T>): Promise<Judgement<T>>;
  push(body: (token: string) => string): Promise<Judgement>;
  /** The token, or why no request may be made. */
  token(): Promise<Result<string>>;
  requests(): number;
}

/** The two published calls. Sends the token to its own origin only, and nothing more after GIIP has refused it once. */
export function giipCalls(options: GiipCallOptions): GiipCalls {
  const { clock, transport, deadlines = { pull: LIMITS.pullMs, push: LIMITS.pushMs } } = options;
  const api = parseApiUrl(options.apiUrl);
  let refused: SyncError | null = null;
  let requests = 0;

  async function token(): Promise<Result<string>> {
    if (refused !== null) return { ok: false, error: refused };
    if (!api.ok) return api;
    const { tokenOrigin } = options;
    if (
      tokenOrigin !== undefined &&
      (!URL.canParse(tokenOrigin) || new URL(tokenOrigin).origin !== api.value.origin)
    ) {
      return fail('token-other-origin');
    }
    return options.token();
  }

  async function call<T>(
    method: 'POST' | 'PUT',
    name: string,
    ms: number,
    body: (token: string) => string,
    data: () => DataReader<T>,
  ): Promise<Judgement<T>> {
    const at = await token();
    if (!at.ok) return { state: 'failed', error: at.error };
    if (!api.ok) return { state: 'failed', error: api.error };
    const url = new URL(`${api.value.href.replace(/\/$/, '')}/${name}`);
    const deadline = new AbortController();
    const cancel = clock.after(ms, () => deadline.abort());
    requests += 1;
    try {
      const sink = envelopeReader(data);
      const sent = await transport.send({ method, url, body: body(at.value), signal: deadline.signal, sink });
      const judgement: Judgement<T> = sent.ok
        ? judgeEnvelope(sent.value, envelopeOf(sent.value, sink), at.value, clock.now())
        : { state: 'failed', error: withoutToken(sent.error, at.value) };
      if (judgement.state === 'failed' && judgement.error.code === 'token-refused') refused = judgement.error;
      return judgement;
    } finally {
      cancel();
    }
  }

  return {
    pull: (body, data) => call('POST', 'GetOpenclawSync', deadlines.pull, body, data),
    push: (body) => call('PUT', 'PutOpenclawSync', deadlines.push, body, () => NO_DATA),
    token,
    requests: () => requests,
  };
}

/** Null where nothing was read, or it was no text. A transport that has the text anyway need not use the sink. */
function envelopeOf<T>({ text, isTaken }: TransportAnswer, reader: EnvelopeReader<T>): Envelope<T> | null {
  if (text === null && isTaken !== true) return null;
  if (text !== null) reader.write(Buffer.from(text));
  return reader.end();
}

function withoutToken(error: SyncError, token: string): SyncError {
  return error.detail === undefined ? error : { ...error, detail: safeDetail(error.detail, token) };
}
