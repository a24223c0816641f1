import type {
  Api,
  CallInput,
  CallName,
  CallOutput,
  EventName,
  Events,
} from '../../../shared/ipc/contract.ts';
import type { AppSnapshot } from '../../../shared/model/app-snapshot.ts';
import type { Result } from '../../../shared/model/sync-error.ts';
import { fail, ok } from '../../../shared/model/sync-error.ts';

/** What the fake answers, per call; a call without an entry fails the test by its answer. */
export type Answers = {
  [N in CallName]?: (input: CallInput<N>) => Result<CallOutput<N>> | Promise<Result<CallOutput<N>>>;
};

/** A bridge without a main process: records the calls, answers what it was told to, sends events on demand. */
export class FakeApi implements Api {
  readonly calls: { readonly name: CallName; readonly input: unknown }[] = [];
  private readonly listeners: { readonly name: EventName; readonly listener: (value: never) => void }[] = [];

  constructor(private readonly answers: Answers) {}

  async call<N extends CallName>(name: N, input: CallInput<N>): Promise<Result<CallOutput<N>>> {
    this.calls.push({ name, input });
    const answer = this.answers[name];
    return answer === undefined ? fail('unexpected', `no answer for ${name}`) : answer(input);
  }

  on<N extends EventName>(name: N, listener: (value: Events[N]) => void): () => void {
    const entry = { name, listener };
    this.listeners.push(entry);
    return () => this.listeners.splice(this.listeners.indexOf(entry), 1);
  }

  emit(snapshot: AppSnapshot): void {
    this.send('snapshot.changed', snapshot);
  }

  /** Sends any event, as the main process does. */
  send<N extends EventName>(name: N, value: Events[N]): void {
    for (const entry of [...this.listeners]) if (entry.name === name) entry.listener(value as never);
  }

  get subscribers(): number {
    return this.listeners.length;
  }

  /** The inputs of all calls of one name. */
  inputs(name: CallName): unknown[] {
    return this.calls.filter((call) => call.name === name).map(({ input }) => input);
  }
}

/** Answers for the calls that only do something. */
export const done = (): Result<null> => ok(null);
