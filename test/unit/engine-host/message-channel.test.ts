import { MessageChannel as Pipe } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { type MessageChannel, openChannel } from '../../../electron/engine-host/message-channel.ts';

interface Calls {
  double: { input: number; output: number };
  unheard: { input: string; output: unknown };
}

/** Two ends with a real port between them. */
function pipe(double: (n: number) => unknown, failures: string[] = []) {
  const { port1, port2 } = new Pipe();
  const near = openChannel<Calls>(port1);
  const far = openChannel<Record<string, never>>(port2);
  near.serve({}, () => undefined);
  far.serve<Calls>(
    {
      double: double as (n: number) => number,
      unheard() {
        throw new Error('of nobody');
      },
    },
    (name, error) => failures.push(`${name} ${error instanceof Error ? error.message : ''}`),
  );
  return { near, close: () => port1.close() };
}

async function failureOf(asked: Promise<unknown>): Promise<Error & { readonly code?: string }> {
  return asked.then(
    () => {
      throw new Error('it was answered');
    },
    (error: Error) => error,
  );
}

test('answers come to those who asked, in whatever order they come', async () => {
  const { near, close } = pipe(async (n) => {
    await new Promise((resolve) => setTimeout(resolve, n === 1 ? 20 : 0));
    return n * 2;
  });
  expect(await Promise.all([1, 2, 3].map((n) => near.ask('double', n)))).toEqual([2, 4, 6]);
  close();
});

test('a failure comes over without its words, which may quote a document', async () => {
  const { near, close } = pipe(() => {
    throw Object.assign(new TypeError('what stands in a document'), { code: 'EIO' });
  });
  const error = await failureOf(near.ask('double', 1));
  expect(error).toMatchObject({ name: 'TypeError', code: 'EIO', message: '' });
  expect(error.stack).toContain('message-channel.test.ts');
  expect(error.stack).not.toContain('document');
  close();
});

test('what cannot be copied is a failure, not a silence', async () => {
  const { near, close } = pipe(() => () => undefined);
  expect((await failureOf(near.ask('double', 1))).name).toBe('DataCloneError');
  close();
});

test('when the other end is gone, whoever waits and whoever asks is told', async () => {
  const { near, close } = pipe(() => new Promise(() => undefined));
  const waiting = failureOf(near.ask('double', 1));
  near.end(new Error('gone'));
  expect((await waiting).message).toBe('gone');
  expect((await failureOf(near.ask('double', 1))).message).toBe('gone');
  near.tell('unheard', 'anything');
  close();
});

test('a throw of what was only told is heard on its own side', async () => {
  const failures: string[] = [];
  const { near, close } = pipe((n) => n, failures);
  near.tell('unheard', 'anything');
  await (near satisfies MessageChannel<Calls>).ask('double', 1);
  expect(failures).toEqual(['unheard of nobody']);
  close();
});
