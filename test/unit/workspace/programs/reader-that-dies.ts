import { parentPort, workerData } from 'node:worker_threads';
import type { ToRead } from '../../../../electron/sync/read-version.ts';
import { contentId } from '../../../../electron/workspace/content-id.ts';
import { createNodeWorkspace } from '../../../../electron/workspace/node-workspace.ts';
import { readBatch } from '../../../../electron/workspace/shared-reading.ts';

// Answers one batch and fails with the next.
const workspace = createNodeWorkspace({ root: workerData.root });
let batches = 0;
parentPort?.on('message', async (batch: readonly ToRead[]) => {
  batches += 1;
  if (batches > 1) throw new Error('the reader dies');
  parentPort?.postMessage(await readBatch(workspace, contentId, batch));
});
