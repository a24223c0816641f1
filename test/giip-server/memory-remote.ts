import type { GiipContent, GiipStore } from '../../electron/rehearsal/giip-store.ts';
import type {
  Cursor,
  PullAnswer,
  PushAnswer,
  PushItem,
  Remote,
  SectionAnswer,
} from '../../electron/sync/ports.ts';
import { fail, ok, type Result, type SyncError } from '../../shared/model/sync-error.ts';

export interface MemoryRemoteOptions {
  readonly store: GiipStore;
  readonly lssn: number;
  /** The token of this client, and the one that is let in. */
  readonly token?: string;
  readonly validToken?: string;
}

export interface MemoryRemote extends Remote {
  /** The next call of this kind fails: without having happened, or after it has. */
  failNext(call: 'pull' | 'push', error: SyncError, happened?: boolean): void;
  /** Items that GIIP refuses by themselves. */
  refuse(wire: string): void;
}

function contentOf(items: readonly PushItem[]): GiipContent {
  const of = (section: PushItem['section']): Map<string, string> =>
    new Map(items.filter((item) => item.section === section).map(({ wire, text }) => [wire, text]));
  return { configs: of('config'), docs: of('doc') };
}

function sectionAnswer(
  items: ReadonlyMap<string, string>,
  hash: string,
  known: string | undefined,
): SectionAnswer {
  if (hash === known) return { state: 'unchanged' };
  if (items.size === 0) return { state: 'silent', hash };
  return { state: 'items', hash, items: [...items].map(([wire, text]) => ({ wire, text })), rejected: [] };
}

/** The `Remote` port straight on a pretend GIIP's store: what a whole GIIP answers, without HTTP and JSON. */
export function createMemoryRemote({
  store,
  lssn,
  token = '',
  validToken = token,
}: MemoryRemoteOptions): MemoryRemote {
  const failures: {
    readonly call: 'pull' | 'push';
    readonly error: SyncError;
    readonly happened: boolean;
  }[] = [];
  const refusedWires = new Set<string>();
  let requests = 0;
  let stopped: SyncError | null = null;

  function failure(call: 'pull' | 'push') {
    const at = failures.findIndex((one) => one.call === call);
    return at === -1 ? undefined : failures.splice(at, 1)[0];
  }

  /** Null when the call may go on; after one refused token none may. */
  function refusal(): SyncError | null {
    if (stopped !== null) return stopped;
    requests += 1;
    if (token !== validToken) stopped = { code: 'token-refused', detail: 'Unauthorized' };
    return stopped;
  }

  async function pull(known: Cursor): Promise<Result<PullAnswer>> {
    const refused = refusal();
    if (refused !== null) return { ok: false, error: refused };
    const failed = failure('pull');
    if (failed !== undefined) return fail(failed.error.code, failed.error.detail);
    const { configs, docs } = store.read(lssn);
    const { config, doc } = store.hashes(lssn);
    return ok({
      config: sectionAnswer(configs, config, known.config),
      doc: sectionAnswer(docs, doc, known.doc),
    });
  }

  async function push(items: readonly PushItem[]): Promise<PushAnswer> {
    if (items.length === 0) return { accepted: [], refused: [] };
    const stop = refusal();
    if (stop !== null) return { accepted: [], refused: [], error: stop };
    const failed = failure('push');
    const accepted = items.filter(({ wire }) => !refusedWires.has(wire));
    if (failed === undefined || failed.happened) store.merge(lssn, contentOf(accepted));
    if (failed !== undefined) return { accepted: [], refused: [], error: failed.error };
    const error: SyncError = { code: 'parameter-refused', detail: 'Invalid parameter' };
    return {
      accepted,
      refused: items.filter(({ wire }) => refusedWires.has(wire)).map((item) => ({ item, error })),
    };
  }

  return {
    pull,
    push,
    requests: () => requests,
    failNext: (call, error, happened = false) => failures.push({ call, error, happened }),
    refuse: (wire) => refusedWires.add(wire),
  };
}
