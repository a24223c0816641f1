// Imported before the program that strace watches. strace counts the calls of each thread by itself and strikes
// whichever thread comes to the wanted number first; calls ahead of time move one thread's numbers out of the other's way.
import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { open } from 'node:fs/promises';

const CALLS = 150;
const NOWHERE = '/dev/null';

/** A call that fails has been counted as well: a device cannot be flushed. */
const ignore = () => undefined;

function onMain() {
  for (let left = CALLS; left > 0; left -= 1) {
    const file = openSync(NOWHERE, 'w');
    writeSync(file, '.');
    try {
      fsyncSync(file);
    } catch {
      ignore();
    }
    closeSync(file);
  }
}

async function onPool() {
  for (let left = CALLS; left > 0; left -= 1) {
    const file = await open(NOWHERE, 'w');
    await file.write('.');
    await file.sync().catch(ignore);
    await file.close();
  }
}

if (process.env.FAULTS_WARM === 'main') onMain();
if (process.env.FAULTS_WARM === 'pool') await onPool();
