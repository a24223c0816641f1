import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { foldersOf } from './folders-of.mjs';
import { serveRounds } from './serve-rounds.mjs';

// readdir and lstat of everything by two resident threads: the fastest scan that was found.
const folders = foldersOf(String(process.argv[2]));
const script = new URL('scan-worker.mjs', import.meta.url);
const workers = [0, 1].map(
  (half) => new Worker(script, { workerData: folders.filter((_, place) => place % 2 === half) }),
);

serveRounds(() =>
  Promise.all(
    workers.map((worker) => {
      const answer = once(worker, 'message');
      worker.postMessage('again');
      return answer;
    }),
  ),
);
