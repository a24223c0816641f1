import { parentPort, workerData } from 'node:worker_threads';
import type { ToRead } from './sync/read-version.ts';
import { contentId } from './workspace/content-id.ts';
import { createNodeWorkspace } from './workspace/node-workspace.ts';
import { type ReaderStart, readBatch } from './workspace/shared-reading.ts';

/** The thread that reads beside the engine's while very many files must be read. It writes nothing. */
if (parentPort === null) throw new Error('this reads for another thread');
const port = parentPort;
const workspace = createNodeWorkspace({ root: (workerData as ReaderStart).root });
port.on('message', async (batch: readonly ToRead[]) => {
  port.postMessage(await readBatch(workspace, contentId, batch));
});
