import { type CarriedError, carryError, errorFrom } from './carried-error.ts';

/** What both ends of a thread have. */
export interface MessagePort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (message: unknown) => void): unknown;
}

/** What can be asked or told across: by name, with plain data. */
export type CallTable<T> = { readonly [N in keyof T]: { readonly input: unknown; readonly output: unknown } };

/** Answers what the other side asks. What is told only is answered by nothing. */
export type Answers<T extends CallTable<T>> = {
  readonly [N in keyof T]: (input: T[N]['input']) => Promise<T[N]['output']> | T[N]['output'];
};

/** One end of a thread; `T` is what the other end answers. */
export interface MessageChannel<T extends CallTable<T>> {
  /** Rejects with what it failed with on the other side, or when the channel ends. */
  ask<N extends keyof T & string>(name: N, input: T[N]['input']): Promise<T[N]['output']>;
  /** Nobody waits for it. */
  tell<N extends keyof T & string>(name: N, input: T[N]['input']): void;
  /** Listens from now on; what came before has waited. A throw of what is only told is nobody's answer: `onFailure` hears of it. */
  serve<Ours extends CallTable<Ours>>(
    answers: Answers<Ours>,
    onFailure: (name: string, error: unknown) => void,
  ): void;
  /** The other side is gone: whatever was asked rejects. */
  end(cause: Error): void;
}

type Message =
  | { readonly kind: 'ask'; readonly id: number; readonly name: string; readonly input: unknown }
  | { readonly kind: 'tell'; readonly name: string; readonly input: unknown }
  | { readonly kind: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'failure'; readonly id: number; readonly error: CarriedError };

interface Waiting {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

type Work = (name: string, input: unknown) => Promise<unknown>;

/** Asks and answers across a port. */
export function openChannel<T extends CallTable<T>>(port: MessagePort): MessageChannel<T> {
  const waiting = new Map<number, Waiting>();
  let last = 0;
  let ended: Error | null = null;

  function take(id: number): Waiting | undefined {
    const found = waiting.get(id);
    waiting.delete(id);
    return found;
  }

  async function answer(id: number, done: Promise<unknown>): Promise<void> {
    const post = (message: Message): void => {
      if (ended === null) port.postMessage(message);
    };
    try {
      post({ kind: 'answer', id, value: await done });
    } catch (error) {
      // What cannot be copied is a failure too: whoever asked must not wait for ever.
      post({ kind: 'failure', id, error: carryError(error) });
    }
  }

  function receive(message: Message, work: Work, onFailure: (name: string, error: unknown) => void): void {
    if (message.kind === 'answer') take(message.id)?.resolve(message.value);
    else if (message.kind === 'failure') take(message.id)?.reject(errorFrom(message.error));
    else {
      const done = work(message.name, message.input);
      const told = message.kind === 'tell' ? done : answer(message.id, done);
      told.catch((error: unknown) => onFailure(message.name, error));
    }
  }

  return {
    ask(name, input) {
      if (ended !== null) return Promise.reject(ended);
      last += 1;
      const id = last;
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve: resolve as Waiting['resolve'], reject });
        port.postMessage({ kind: 'ask', id, name, input } satisfies Message);
      });
    },
    tell(name, input) {
      if (ended === null) port.postMessage({ kind: 'tell', name, input } satisfies Message);
    },
    serve<Ours extends CallTable<Ours>>(
      answers: Answers<Ours>,
      onFailure: (name: string, error: unknown) => void,
    ) {
      // Names come from the other end of the same table.
      const work: Work = async (name, input) =>
        (answers[name as keyof Ours] as (input: unknown) => unknown)(input);
      port.on('message', (message) => receive(message as Message, work, onFailure));
    },
    end(cause) {
      ended = cause;
      for (const { reject } of waiting.values()) reject(cause);
      waiting.clear();
    },
  };
}
