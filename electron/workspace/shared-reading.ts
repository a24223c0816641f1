import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Digest, Workspace } from '../sync/ports.ts';
import { type LocalVersion, type ReadVersions, readVersion, type ToRead } from '../sync/read-version.ts';

/** For fewer a second thread costs more than it takes over: it is there after 40 ms, in which one thread reads 1,500. */
const WORTH_A_THREAD = 2_500;
/** Small enough that both threads end together: 128 files take 4 ms. */
const BATCH = 128;
/** The other thread has its next batch before it asks: this one answers only between its own slices of 8 ms. */
const AHEAD = 3;

type Batch = readonly ToRead[];
type OnRead = (one: ToRead, found: LocalVersion) => void;

/** What the other thread is started with. */
export interface ReaderStart {
  readonly root: string;
}

export interface SharedReadingOptions extends ReaderStart {
  /** The file of the thread's program (`version-reader.ts`). */
  readonly program: string;
  readonly workspace: Pick<Workspace, 'read'>;
  readonly digest: Digest;
  /** The thread ended by itself: everything is read all the same, only slower. */
  readonly onFailure: (cause: unknown) => void;
}

function batchesOf(wanted: Batch): Batch[] {
  const batches: Batch[] = [];
  for (let at = 0; at < wanted.length; at += BATCH) batches.push(wanted.slice(at, at + BATCH));
  return batches;
}

/** The same text keeps the very version that was known: nothing is written anew for it. */
function asKnown({ known }: ToRead, found: LocalVersion): LocalVersion {
  const isSame = found.state === 'present' && known?.id === found.version.id;
  return isSame && known ? { ...found, version: known } : found;
}

/** Ends with this reading: nothing of it stays in memory while nothing is to do. */
class OtherThread {
  readonly #worker: Worker;
  readonly #queue: Batch[];
  readonly #given: Batch[] = [];
  readonly #ended: Promise<void>;
  #onIdle: () => void = () => undefined;

  constructor({ program, root, onFailure }: SharedReadingOptions, queue: Batch[], onRead: OnRead) {
    this.#queue = queue;
    const start: ReaderStart = { root };
    this.#worker = new Worker(program, { workerData: start, execArgv: [] });
    this.#ended = new Promise((resolve) => {
      this.#worker.on('error', onFailure);
      this.#worker.on('exit', () => resolve());
      this.#onIdle = resolve;
    });
    this.#worker.on('message', (found: readonly LocalVersion[]) => {
      const batch = this.#given.shift() ?? [];
      this.#give();
      for (const [at, one] of batch.entries()) {
        const answer = found[at];
        if (answer) onRead(one, asKnown(one, answer));
      }
    });
    this.#give();
  }

  #give(): void {
    while (this.#given.length < AHEAD) {
      const batch = this.#queue.pop();
      if (batch === undefined) break;
      this.#given.push(batch);
      this.#worker.postMessage(batch);
    }
    if (this.#given.length === 0) this.#onIdle();
  }

  /** Once it has answered everything or has ended; answers what it still owes. */
  async end(): Promise<readonly Batch[]> {
    await this.#ended;
    // Only the memory and the core are waited for by others, not its last step.
    void this.#worker.terminate();
    return this.#given;
  }
}

type Reading = Pick<SharedReadingOptions, 'workspace' | 'digest'>;

async function readOneByOne({ workspace, digest }: Reading, batch: Batch, onRead: OnRead): Promise<void> {
  for (const one of batch) onRead(one, await readVersion(workspace, digest, one));
}

/** One batch as a thread reads it, in the order asked for. */
export async function readBatch(
  workspace: Pick<Workspace, 'read'>,
  digest: Digest,
  batch: Batch,
): Promise<readonly LocalVersion[]> {
  const found: LocalVersion[] = [];
  await readOneByOne({ workspace, digest }, batch, (_, version) => found.push(version));
  return found;
}

/**
 * Reads many files in two threads, each with the next batch of one queue; few, or on a machine with one core, in this
 * one. Whatever happens to the other thread, each file is told once.
 */
export function sharedReading(options: SharedReadingOptions): ReadVersions {
  const readHere = (batch: Batch, onRead: OnRead): Promise<void> => readOneByOne(options, batch, onRead);
  return async (wanted, onRead) => {
    if (wanted.length < WORTH_A_THREAD || availableParallelism() < 2) return readHere(wanted, onRead);
    const queue = batchesOf(wanted);
    const other = new OtherThread(options, queue, onRead);
    try {
      for (let batch = queue.pop(); batch; batch = queue.pop()) await readHere(batch, onRead);
    } finally {
      for (const batch of await other.end()) await readHere(batch, onRead);
    }
  };
}
