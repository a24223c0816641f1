import { lstatSync, readdirSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';

// Half of the folders: reads each and stats what is in it.
parentPort?.on('message', () => {
  let sum = 0;
  for (const folder of workerData)
    for (const entry of readdirSync(folder, { withFileTypes: true }))
      if (entry.isFile()) sum += lstatSync(`${folder}/${entry.name}`).size;
  parentPort?.postMessage(sum);
});
