import { isWorkspaceLocked } from '../../../../electron/workspace/workspace-lock.ts';

/** Asks without a pause whether the folder is held, until it is killed. */
const [root = ''] = process.argv.slice(2);
process.stdout.write('asking\n');
for (;;) isWorkspaceLocked(root);
