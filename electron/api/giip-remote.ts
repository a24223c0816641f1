import { fail, ok, type Result } from '../../shared/model/sync-error.ts';
import type { Cursor, KeepText, PullAnswer, Remote, SectionAnswer } from '../sync/ports.ts';
import { type GiipCallOptions, type GiipCalls, giipCalls } from './giip-call.ts';
import { pullData } from './pull-data.ts';
import { pushItems } from './push-items.ts';

export interface GiipRemoteOptions extends GiipCallOptions {
  readonly lssn: number;
}

function pullBody(at: string, lssn: number, known: Cursor): string {
  return JSON.stringify({ at, lssn, configHash: known.config, docHash: known.doc });
}

/** "No change" speaks only for the sections whose hash was sent. */
function notModified(known: Cursor): Result<PullAnswer> {
  if (known.config === undefined && known.doc === undefined) {
    return fail('server-answer-invalid', 'GIIP answered "no change" although no hash was sent');
  }
  const of = (hash: string | undefined): SectionAnswer =>
    hash === undefined ? { state: 'silent', hash: null } : { state: 'unchanged' };
  return ok({ config: of(known.config), doc: of(known.doc) });
}

/** What fails while a text is kept (a full disk) is thrown as it is: the transport would take it for a fault of the network. */
function ownFaults(keep: KeepText): { readonly keep: KeepText; throwFirst(): void } {
  const faults: { readonly error: unknown }[] = [];
  return {
    keep(...text) {
      try {
        return keep(...text);
      } catch (error) {
        faults.push({ error });
        throw error;
      }
    },
    throwFirst() {
      if (faults[0]) throw faults[0].error;
    },
  };
}

async function pull(
  calls: GiipCalls,
  lssn: number,
  known: Cursor,
  keep: KeepText | undefined,
): Promise<Result<PullAnswer>> {
  const guarded = keep && ownFaults(keep);
  const judgement = await calls.pull(
    (at) => pullBody(at, lssn, known),
    () => pullData(guarded?.keep),
  );
  guarded?.throwFirst();
  switch (judgement.state) {
    case 'failed':
      return { ok: false, error: judgement.error };
    case 'not-modified':
      return notModified(known);
    case 'done':
      return judgement.envelope.data?.(known) ?? fail('server-answer-invalid', 'it holds no Data');
  }
}

/** GIIP as the engine sees it. Repeats nothing: when and whether to try again is the engine's to decide. */
export function createGiipRemote({ lssn, ...options }: GiipRemoteOptions): Remote {
  const calls = giipCalls(options);
  return {
    pull: (known, keep) => pull(calls, lssn, known, keep),
    push: (items) => pushItems(calls, lssn, items),
    requests: calls.requests,
  };
}
