import { acquireWorkspaceLock } from '../../../../electron/workspace/workspace-lock.ts';

/**
 * Takes the lock, says so, and lets go when its input ends; or, told so, takes and releases it many times.
 */
const [root = '', rounds] = process.argv.slice(2);

async function holdOnce(): Promise<void> {
  const lock = await acquireWorkspaceLock(root);
  process.stdout.write(`${lock.ok ? 'held' : lock.error.code}\n`);
  for await (const _ of process.stdin);
  if (lock.ok) await lock.value.release();
}

/** Between the two lines nobody else may print theirs. */
async function holdOften(): Promise<void> {
  for (let left = Number(rounds); left > 0; ) {
    const lock = await acquireWorkspaceLock(root);
    if (!lock.ok) continue;
    left -= 1;
    const { appendFileSync } = await import('node:fs');
    appendFileSync(`${root}/trace`, `in ${process.pid}\n`);
    appendFileSync(`${root}/trace`, `out ${process.pid}\n`);
    await lock.value.release();
  }
  process.stdout.write('done\n');
}

await (rounds === undefined ? holdOnce() : holdOften());
