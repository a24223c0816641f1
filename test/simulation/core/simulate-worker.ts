import { parentPort, workerData } from 'node:worker_threads';
import { type Batch, runBatch } from './run-batch.ts';

parentPort?.postMessage(await runBatch(workerData as Batch));
