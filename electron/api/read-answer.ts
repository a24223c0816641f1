import { fail, ok, type Result } from '../../shared/model/sync-error.ts';
import { LIMITS } from './limits.ts';
import { readBody } from './read-body.ts';
import type { BodySink, TransportAnswer } from './transport.ts';

type Header = string | string[] | undefined;

/** An answer whose body is still on its way, from whichever network stack. */
export interface RawAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, Header>>;
  /** The body without its content coding, or null for a coding that was not asked for. */
  inflated(coding: string): AsyncIterable<Buffer> | null;
  /** Ends a body that is not read. */
  discard(): void;
}

function single(header: Header): string | undefined {
  return typeof header === 'string' ? header : header?.[0];
}

type Body = Pick<TransportAnswer, 'text' | 'isTaken'>;

const NO_BODY: Body = { text: null };

/** Gathers the text where nobody wants its pieces. */
function gather(): BodySink & { text(): string } {
  const parts: string[] = [];
  return { write: (bytes) => parts.push(bytes.toString('utf8')), text: () => parts.join('') };
}

async function bodyOf(raw: RawAnswer, succeeded: boolean, sink: BodySink | undefined): Promise<Result<Body>> {
  const bytes = raw.inflated(single(raw.headers['content-encoding']) ?? '');
  if (bytes === null) {
    raw.discard();
    return succeeded ? fail('server-answer-invalid', 'the answer has an unknown compression') : ok(NO_BODY);
  }
  const gathered = gather();
  const taker = succeeded ? (sink ?? gathered) : gathered;
  const read = await readBody(bytes, succeeded ? LIMITS.answerBytes : LIMITS.failureBytes, taker);
  if (read === 'too-large' && succeeded)
    return fail('server-answer-too-large', `more than ${LIMITS.answerBytes} bytes`);
  if (read !== 'whole') return ok(NO_BODY);
  return ok(taker === gathered ? { text: gathered.text() } : { text: null, isTaken: true });
}

/** Reads an answer within our limits. Neither where a redirect leads nor what it says is of interest. */
export async function readAnswer(raw: RawAnswer, sink?: BodySink): Promise<Result<TransportAnswer>> {
  const { status, headers } = raw;
  const head = { status, retryAfter: single(headers['retry-after']), date: single(headers.date) };
  if (status >= 300 && status < 400) {
    raw.discard();
    return ok({ ...head, ...NO_BODY });
  }
  const succeeded = status < 300;
  try {
    const body = await bodyOf(raw, succeeded, sink);
    return body.ok ? ok({ ...head, ...body.value }) : body;
  } catch (error) {
    // The status alone says that it failed: a body that breaks off changes nothing about it.
    if (!succeeded) return ok({ ...head, ...NO_BODY });
    throw error;
  }
}
