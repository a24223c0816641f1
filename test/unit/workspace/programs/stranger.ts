import { contentId } from '../../../../electron/workspace/content-id.ts';
import { createNodeWorkspace } from '../../../../electron/workspace/node-workspace.ts';
import { acquireWorkspaceLock } from '../../../../electron/workspace/workspace-lock.ts';

/** Looks at a workspace as a user without rights and prints what it was told. */
const [root = ''] = process.argv.slice(2);
if (process.getuid?.() === 0) {
  process.setgroups?.([]);
  process.setgid?.(65534);
  process.setuid?.(65534);
}
const workspace = createNodeWorkspace({ root });
const lock = await acquireWorkspaceLock(root);
const second = await acquireWorkspaceLock(root);
const answer = {
  identity: await workspace.identify(),
  listing: await workspace.list(),
  read: await workspace.read('docs/secret.md'),
  write: await workspace.write('docs/new.md', 'new', null),
  replace: await workspace.write('docs/open.md', 'new', contentId('open')),
  lock: lock.ok,
  second: second.ok ? 'free' : second.error.code,
};
if (lock.ok) await lock.value.release();
process.stdout.write(`${JSON.stringify(answer)}\n`);
