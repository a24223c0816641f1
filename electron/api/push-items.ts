import type { SyncError } from '../../shared/model/sync-error.ts';
import type { PushAnswer, PushItem } from '../sync/ports.ts';
import type { GiipCalls } from './giip-call.ts';
import { jsonSource } from './json-source.ts';
import type { Judgement } from './judge-answer.ts';
import { LIMITS } from './limits.ts';
import { pushBatches, pushBody } from './push-batches.ts';
import { withoutEcho } from './without-echo.ts';

const NO_JSON: SyncError = { code: 'parameter-refused', detail: 'it is not valid JSON, so it was not sent' };
const UNKNOWN: SyncError = { code: 'server-answer-invalid', detail: 'GIIP answered "no change" to a push' };

function isSendable({ section, text }: PushItem): boolean {
  // Config text is put into the body as it is: anything but one JSON value would change the meaning of the rest.
  return section === 'doc' || jsonSource.document(text) !== null;
}

function errorOf(judgement: Judgement): SyncError | null {
  if (judgement.state === 'done') return null;
  return judgement.state === 'failed' ? judgement.error : UNKNOWN;
}

/**
 * Sends items in batches, one request after the other. A batch that GIIP refuses as such (400, 413) is halved down to
 * the item it is about. Any other failure leaves the fate of what was sent unknown, so it ends the push: nothing is
 * sent twice.
 */
export async function pushItems(
  calls: GiipCalls,
  lssn: number,
  items: readonly PushItem[],
): Promise<PushAnswer> {
  const accepted: PushItem[] = [];
  const refused: { readonly item: PushItem; readonly error: SyncError }[] = [];
  if (items.length === 0) return { accepted, refused };
  const token = await calls.token();
  if (!token.ok) return { accepted, refused, error: token.error };
  for (const item of items) if (!isSendable(item)) refused.push({ item, error: NO_JSON });
  const waiting = [...pushBatches(token.value, items.filter(isSendable))];
  let inARow = 0;
  for (let batch = waiting.shift(); batch !== undefined; batch = waiting.shift()) {
    const sent = batch;
    const said = errorOf(await calls.push((at) => pushBody(at, lssn, sent)));
    if (said === null) {
      accepted.push(...sent);
      inARow = 0;
      continue;
    }
    const [only, ...others] = sent;
    // Of a batch that is halved nobody hears the words: only what is kept is looked through, which takes its time.
    if (said.code === 'parameter-refused' && others.length > 0) {
      const half = Math.ceil(sent.length / 2);
      waiting.unshift(sent.slice(0, half), sent.slice(half));
      continue;
    }
    const error = withoutEcho(
      said,
      sent.map(({ text }) => text),
    );
    if (error.code !== 'parameter-refused' || only === undefined) return { accepted, refused, error };
    refused.push({ item: only, error });
    inARow += 1;
    // Then it is not about the items (a wrong server number, say): thousands of requests would say the same.
    if (accepted.length === 0 && inARow >= LIMITS.refusalsInARow) return { accepted, refused, error };
  }
  return { accepted, refused };
}
