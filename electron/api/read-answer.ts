import { fail, ok, type Result } from '../../shared/model/sync-error.ts';
import { LIMITS } from './limits.ts';
import { readText } from './read-text.ts';
import type { TransportAnswer } from './transport.ts';

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

async function textOf(raw: RawAnswer, succeeded: boolean): Promise<Result<string | null>> {
  const bytes = raw.inflated(single(raw.headers['content-encoding']) ?? '');
  if (bytes === null) {
    raw.discard();
    return succeeded ? fail('server-answer-invalid', 'the answer has an unknown compression') : ok(null);
  }
  const read = await readText(bytes, succeeded ? LIMITS.answerBytes : LIMITS.failureBytes);
  if (read.state === 'too-large' && succeeded)
    return fail('server-answer-too-large', `more than ${LIMITS.answerBytes} bytes`);
  return ok(read.state === 'text' ? read.text : null);
}

/** Reads an answer within our limits. Neither where a redirect leads nor what it says is of interest. */
export async function readAnswer(raw: RawAnswer): Promise<Result<TransportAnswer>> {
  const { status, headers } = raw;
  const head = { status, retryAfter: single(headers['retry-after']), date: single(headers.date) };
  if (status >= 300 && status < 400) {
    raw.discard();
    return ok({ ...head, text: null });
  }
  const succeeded = status < 300;
  try {
    const text = await textOf(raw, succeeded);
    return text.ok ? ok({ ...head, text: text.value }) : text;
  } catch (error) {
    // The status alone says that it failed: a body that breaks off changes nothing about it.
    if (!succeeded) return ok({ ...head, text: null });
    throw error;
  }
}
