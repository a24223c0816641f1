/** What the runner asks of the bench's GIIP; each is answered with `done`. */
export type GiipOrder =
  | { readonly order: 'load'; readonly root: string }
  | { readonly order: 'clear' }
  | { readonly order: 'renewHashes' };

/** One request that was answered. */
export interface Answered {
  readonly call: 'get' | 'put';
  /** Milliseconds of `nowMs`: the whole request was here, and the last byte of the answer was given to the kernel. */
  readonly arrivedAt: number;
  readonly answeredAt: number;
  /** Of a PUT: its items; of a GET: those that were sent, 0 when nothing had changed. */
  readonly items: number;
  readonly bytes: number;
}

export type GiipWord =
  | { readonly word: 'listening'; readonly url: string }
  | { readonly word: 'done' }
  | { readonly word: 'answered'; readonly answered: Answered };
