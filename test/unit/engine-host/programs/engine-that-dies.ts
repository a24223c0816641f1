import { parentPort } from 'node:worker_threads';
import '../../../../electron/engine-worker.ts';

// The engine's real thread, which dies of what nobody expected when it is asked for the history of this path, and
// meets a promise that nobody waits for when it is asked for the history of the other one.
parentPort?.on('message', (message: unknown) => {
  if (JSON.stringify(message).includes('docs/surprises.md'))
    void Promise.reject(new TypeError('what the text of a document says'));
  if (!JSON.stringify(message).includes('docs/dies-of-this.md')) return;
  // At once: the answer needs no longer than a turn.
  throw new TypeError('what the text of a document says');
});
