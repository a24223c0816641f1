import { parentPort, workerData } from 'node:worker_threads';
import { checkPlanner } from '../planner/check-planner.ts';
import type { Share } from './in-workers.ts';
import { runBatch } from './run-batch.ts';

const share = workerData as Share;
const result = 'cases' in share ? await checkPlanner(share.cases, share.seed) : await runBatch(share);
parentPort?.postMessage(result);
